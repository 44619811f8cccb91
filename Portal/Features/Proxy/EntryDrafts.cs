using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Submissions;

namespace Portal.Features.Proxy;

/// <summary>What an entry needs beside the report itself.</summary>
internal static class EntryDrafts
{
    /// <summary>Reads the drafts that are set aside into the report, and all its documents, also those that stand on no item now.</summary>
    public static async Task<IReadOnlyList<EvidenceDocument>> LoadAsync(PortalDb db, Submission submission)
    {
        var items = submission.Answers.Select(a => a.Id).ToList();
        await db.SetAsideDrafts.Where(d => items.Contains(d.ItemAnswerId)).LoadAsync();
        return await db.Documents.Where(d => d.SubmissionId == submission.Id).ToListAsync();
    }
}
