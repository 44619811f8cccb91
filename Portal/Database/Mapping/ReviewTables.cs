using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;
using Portal.Domain.Submissions;

namespace Portal.Database.Mapping;

internal sealed class QuestionColumns : IEntityTypeConfiguration<ItemAnswer>
{
    public void Configure(EntityTypeBuilder<ItemAnswer> b) => b.Ignore(a => a.WrongSigner).Ignore(a => a.Question);
}

internal sealed class UsualReasonTable : IEntityTypeConfiguration<UsualReason>
{
    public void Configure(EntityTypeBuilder<UsualReason> b)
    {
        b.ToTable("UsualReasons");
        b.HasOne<Unit>().WithMany().HasForeignKey(r => r.UnitCode);
        b.HasIndex(r => r.UnitCode);
        b.Property(r => r.Text).HasMaxLength(UsualReason.MaxText);
        b.Property(r => r.Version).IsConcurrencyToken();
    }
}
