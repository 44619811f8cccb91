using Microsoft.EntityFrameworkCore;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Database;

/// <summary>What unit and reviewers say to each other about items, for those who may read it.</summary>
public static class Talk
{
    /// <summary>Reads what was said about one item.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="submissionId">Of which report.</param>
    /// <param name="itemCode">About which item, or the cover.</param>
    /// <returns>The comments, oldest first; null for who may not read them.</returns>
    public static async Task<ItemTalk?> TalkAsync(this PortalDb db, Actor actor, int submissionId, string itemCode)
    {
        var of = await db.Submissions.TalkVisibleTo(actor).Where(s => s.Id == submissionId)
            .Select(s => new { s.UnitCode, s.Request.CoordinatingUnitCode, s.Request.State }).SingleOrDefaultAsync();
        if (of is null)
        {
            return null;
        }

        var said = await (from c in db.Comments
                          where db.Answers.Any(a => a.Id == c.ItemAnswerId && a.SubmissionId == submissionId && a.ItemCode == itemCode)
                          join p in db.People on c.AuthorId equals p.Id
                          join u in db.Units on p.UnitCode equals u.Code
                          join r in db.People on c.ResolvedBy equals r.Id into resolvers
                          from r in resolvers.DefaultIfEmpty()
                          orderby c.Id
                          select new CommentLine(c.Id, c.Text, c.Side, p.Name, u.Name, c.At, r == null ? null : r.Name, c.ResolvedAt)).ToListAsync();
        var may = of.State is RequestState.Open or RequestState.Locked && Rights.Check(actor, Permission.Comment, new(of.UnitCode, of.CoordinatingUnitCode)) is null;
        return new(said, may);
    }

    /// <summary>The items about which something was said that the actor may read, of requests that are not out of the lists.</summary>
    /// <param name="db">The database.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="openOnly">Only where something is still open.</param>
    public static IQueryable<ItemAnswer> TalkedAbout(this PortalDb db, Actor actor, bool openOnly) =>
        db.Submissions.TalkVisibleTo(actor).Where(s => s.Request.State == RequestState.Open || s.Request.State == RequestState.Locked || s.Request.State == RequestState.Closed)
            .SelectMany(s => s.Answers).Where(a => a.Comments.Any(c => !openOnly || c.ResolvedAt == null));

    /// <summary>How many comments are open, by item; items without one are not named. The actor has been let through to the report's talk.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> OpenCommentsAsync(this PortalDb db, int submissionId) =>
        await db.Answers.Where(a => a.SubmissionId == submissionId && a.Comments.Any(c => c.ResolvedAt == null))
            .Select(a => new { a.ItemCode, Open = a.Comments.Count(c => c.ResolvedAt == null) }).ToDictionaryAsync(a => a.ItemCode, a => a.Open);
}
