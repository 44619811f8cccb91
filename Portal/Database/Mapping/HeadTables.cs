using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;
using Portal.Domain.Submissions;

namespace Portal.Database.Mapping;

internal sealed class PackageItemTable : IEntityTypeConfiguration<PackageItem>
{
    public void Configure(EntityTypeBuilder<PackageItem> b)
    {
        b.ToTable("PackageItems");
        b.HasOne<Package>().WithMany(p => p.Items).HasForeignKey(i => i.PackageId);
        b.HasIndex(i => new { i.PackageId, i.ItemCode }).IsUnique();
        b.Property(i => i.FormVersion).HasDefaultValue(1);
        b.Ignore(i => i.Content);
    }
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> b)
    {
        b.HasOne<Unit>().WithMany().HasForeignKey(d => d.UnitCode);
        b.HasOne<Person>().WithMany().HasForeignKey(d => d.HeadId);
        b.HasOne<Person>().WithMany().HasForeignKey(d => d.DelegateId);
        b.HasIndex(d => new { d.DelegateId, d.Until });
        b.Ignore(d => d.FirstDay).Ignore(d => d.LastDay);
    }
}
