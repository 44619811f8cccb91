using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.People;

namespace Portal.Database.Mapping;

internal sealed class UnitTable : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> b)
    {
        b.HasKey(u => u.Code);
        b.Property(u => u.Code).HasMaxLength(UnitFacts.MaxCode);
        b.HasIndex(u => u.LoginCode).IsUnique();
        b.Property(u => u.Version).IsConcurrencyToken();
        b.HasOne<Unit>().WithMany().HasForeignKey(u => u.ParentCode);
        b.Property(u => u.Aliases).InLines();
        b.Property(u => u.LetterheadLines).InLines();
    }
}

internal sealed class UnitGroupTable : IEntityTypeConfiguration<UnitGroup>
{
    public void Configure(EntityTypeBuilder<UnitGroup> b)
    {
        b.HasKey(g => g.Code);
        b.Property(g => g.Code).HasMaxLength(UnitFacts.MaxCode);
        b.Property(g => g.Aliases).InLines();
        b.HasMany(g => g.Members).WithOne().HasForeignKey(m => m.GroupCode);
    }
}

internal sealed class UnitGroupMemberTable : IEntityTypeConfiguration<UnitGroupMember>
{
    public void Configure(EntityTypeBuilder<UnitGroupMember> b)
    {
        b.HasKey(m => new { m.GroupCode, m.UnitCode });
        b.HasOne<Unit>().WithMany().HasForeignKey(m => m.UnitCode);
    }
}

internal sealed class UnitChangeTable : IEntityTypeConfiguration<UnitChange>
{
    public void Configure(EntityTypeBuilder<UnitChange> b)
    {
        b.Property(c => c.Before).InLines();
        b.Property(c => c.After).InLines();
    }
}

/// <summary>Short lists of lines in one column of text, the same on both engines.</summary>
internal static class LinesColumn
{
    private static readonly ValueComparer<IReadOnlyList<string>> Same = new(
        (a, b) => a!.SequenceEqual(b!), l => string.Join('\n', l).GetHashCode(StringComparison.Ordinal), l => l.ToArray());

    public static PropertyBuilder<IReadOnlyList<string>> InLines(this PropertyBuilder<IReadOnlyList<string>> property) =>
        property.HasConversion(l => string.Join('\n', l), text => text.Split('\n', StringSplitOptions.RemoveEmptyEntries), Same);
}
