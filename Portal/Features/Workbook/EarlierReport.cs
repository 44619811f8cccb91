using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Submissions;

namespace Portal.Features.Workbook;

/// <summary>The unit's last report to an earlier request of which something was accepted.</summary>
/// <param name="SubmissionId">Its key.</param>
/// <param name="RequestId">To which request.</param>
/// <param name="FormVersion">On which forms.</param>
/// <param name="Title">What the request is called.</param>
internal sealed record EarlierReport(int SubmissionId, int RequestId, int FormVersion, string Title)
{
    /// <summary>Finds it; null when there is none.</summary>
    public static Task<EarlierReport?> FindAsync(PortalDb db, Submission present) => db.Submissions
        .Where(s => s.UnitCode == present.UnitCode && s.RequestId != present.RequestId && s.Request.IssuedAt < present.Request.IssuedAt)
        .Where(s => s.Answers.Any(a => a.State == ItemState.Accepted || a.State == ItemState.Included))
        .OrderByDescending(s => s.Request.IssuedAt)
        .Select(s => new EarlierReport(s.Id, s.RequestId, s.FormVersion, s.Request.Title))
        .FirstOrDefaultAsync();

    /// <summary>What was accepted of it, by item: the version that counts.</summary>
    public async Task<IReadOnlyDictionary<string, AnswerVersion>> AcceptedAsync(PortalDb db)
    {
        var versions = await db.Answers.Where(a => a.SubmissionId == SubmissionId && (a.State == ItemState.Accepted || a.State == ItemState.Included))
            .SelectMany(a => a.Versions.Where(v => v.WithdrawnAt == null), (a, v) => new { a.ItemCode, Version = v }).ToListAsync();
        return versions.GroupBy(v => v.ItemCode).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Version.Number)!.Version);
    }
}
