using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Database.Mapping;

internal sealed class ExtensionTable : IEntityTypeConfiguration<Extension>
{
    public void Configure(EntityTypeBuilder<Extension> b)
    {
        b.HasOne<Submission>().WithMany(s => s.Extensions).HasForeignKey(e => e.SubmissionId);
        b.Ignore(e => e.Pending).Ignore(e => e.Used);
    }
}

internal sealed class DeadlineMoveTable : IEntityTypeConfiguration<DeadlineMove>
{
    public void Configure(EntityTypeBuilder<DeadlineMove> b) => b.HasOne<ReportingRequest>().WithMany(r => r.DeadlineMoves).HasForeignKey(m => m.RequestId);
}
