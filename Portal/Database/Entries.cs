using Microsoft.EntityFrameworkCore;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>Reads entries from paper.</summary>
public static class Entries
{
    /// <summary>The entry that is open on a report; null when none is.</summary>
    public static Task<EntryUnderWay?> EntryAsync(this PortalDb db, int submissionId) =>
        db.Answers.Where(a => a.SubmissionId == submissionId && a.EnteringBy != null)
            .Join(db.SetAsideDrafts, a => a.Id, d => d.ItemAnswerId, (a, d) => d)
            .Join(db.People, d => d.By, p => p.Id, (d, p) => new EntryUnderWay(d.By, p.Name, d.Since))
            .FirstOrDefaultAsync();
}
