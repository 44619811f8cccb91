using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Consolidation;
using Portal.Domain.Requests;

namespace Portal.Database.Mapping;

internal sealed class ReportTable : IEntityTypeConfiguration<ConsolidatedReport>
{
    public void Configure(EntityTypeBuilder<ConsolidatedReport> b)
    {
        b.HasKey(r => r.RequestId);
        b.HasOne<ReportingRequest>().WithOne().HasForeignKey<ConsolidatedReport>(r => r.RequestId);
        b.Property(r => r.Version).IsConcurrencyToken();
        b.HasMany(r => r.Blocks).WithOne().HasForeignKey(x => x.RequestId);
        b.Ignore(r => r.InOrder);
    }
}

internal sealed class ReportBlockTable : IEntityTypeConfiguration<ReportBlock>
{
    public void Configure(EntityTypeBuilder<ReportBlock> b)
    {
        b.Property(x => x.Version).IsConcurrencyToken();
        b.Ignore(x => x.Piece);
    }
}

internal sealed class ReportVersionTable : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> b)
    {
        b.HasIndex(v => new { v.RequestId, v.Number }).IsUnique();
        b.HasIndex(v => v.File);
        b.HasOne<ReportingRequest>().WithMany().HasForeignKey(v => v.RequestId);
        b.Property(v => v.State).IsConcurrencyToken();
        b.Ignore(v => v.Answers);
    }
}

internal sealed class ReportRemarkTable : IEntityTypeConfiguration<ReportRemark>
{
    public void Configure(EntityTypeBuilder<ReportRemark> b) => b.HasOne<ReportingRequest>().WithMany().HasForeignKey(r => r.RequestId);
}

internal sealed class ReportSendingTable : IEntityTypeConfiguration<ReportSending>
{
    public void Configure(EntityTypeBuilder<ReportSending> b)
    {
        b.HasIndex(s => s.File);
        b.HasOne<ReportingRequest>().WithMany().HasForeignKey(s => s.RequestId);
        b.Property(s => s.VoidedAt).IsConcurrencyToken();
    }
}
