using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Documents;

namespace Portal.Features.Reports;

/// <summary>In the archive of a request what each unit has sent, as a letter in its letterhead.</summary>
public sealed class UnitReportArchivePart(IDbContextFactory<PortalDb> dbs, UnitReportMaker maker) : IArchivePart
{
    /// <inheritdoc/>
    public async IAsyncEnumerable<ArchivePiece> OfAsync(PortalDb db, Actor actor, int requestId)
    {
        var sent = await (from s in db.Submissions.VisibleTo(actor)
                          where s.RequestId == requestId && s.Answers.Any(a => a.SentBefore && a.State != ItemState.Cancelled && a.ItemCode != ItemAnswer.Cover)
                          join u in db.Units on s.UnitCode equals u.Code
                          orderby s.Order
                          select new { s.Id, u.LoginCode, u.ShortName, At = db.Versions.Where(v => v.WithdrawnAt == null && s.Answers.Any(a => a.Id == v.ItemAnswerId)).Max(v => v.SentAt) }).ToListAsync();
        var names = new ArchiveNames();
        foreach (var report in sent)
        {
            yield return new(names.Place(ArchiveFolders.UnitReports, $"{ArchiveNames.Unit(report.LoginCode, report.ShortName)}.docx"), report.At, (output, ct) => WriteAsync(actor, report.Id, output, ct));
        }
    }

    private async Task WriteAsync(Actor actor, int submissionId, Stream output, CancellationToken ct)
    {
        using var file = new MemoryStream(); // some pages; the line takes no synchronous write
        await using (var db = dbs.CreateDbContext())
        {
            db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTrackingWithIdentityResolution;
            WordWriter.Write(await maker.MakeAsync(db, actor, submissionId) ?? throw new InvalidOperationException("It was withdrawn meanwhile."), file);
        }

        file.Position = 0;
        await file.CopyToAsync(output, ct);
    }
}
