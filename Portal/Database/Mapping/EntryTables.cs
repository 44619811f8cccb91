using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Submissions;

namespace Portal.Database.Mapping;

internal sealed class SetAsideDraftTable : IEntityTypeConfiguration<SetAsideDraft>
{
    public void Configure(EntityTypeBuilder<SetAsideDraft> b)
    {
        b.HasKey(d => d.ItemAnswerId);
        b.Property(d => d.ItemAnswerId).ValueGeneratedNever();
        b.HasOne<ItemAnswer>().WithOne(a => a.SetAside).HasForeignKey<SetAsideDraft>(d => d.ItemAnswerId);
        b.Ignore(d => d.Content);
    }
}
