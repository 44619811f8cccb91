namespace Portal.Domain.Submissions;

/// <summary>What is said about items between the unit and those who review it; no state changes by it, and no open page becomes stale.</summary>
public sealed partial class Submission
{
    /// <summary>Comment (Trao đổi): says something about an item or the cover, in whatever state it stands.</summary>
    /// <param name="act">Who and when; his side is the unit's where he works in it.</param>
    /// <param name="itemCode">About which item.</param>
    /// <param name="typed">As typed.</param>
    /// <returns>The comment; the one that stands already when the same press comes again.</returns>
    public Outcome<Comment> Comment(Act act, string itemCode, string? typed)
    {
        if (Find(itemCode) is not { } item)
        {
            return Problem.NotFound;
        }

        if (item.Comments.FirstOrDefault(c => c.Key == act.CommandId && c.AuthorId == act.Actor.PersonId) is { } said)
        {
            return said; // the same press again, at the same moment: nothing but the words themselves would tell the two apart
        }

        var text = Submissions.Comment.Read(typed);
        if (text.Problem is { } unfit)
        {
            return unfit;
        }

        var comment = item.Say(text.Value!, act.Actor.WorksIn(UnitCode) ? CommentSide.Unit : CommentSide.Reviewer, act);
        act.Record(EventVerb.Commented, this, item);
        return comment;
    }

    /// <summary>ResolveComment (Đánh dấu đã giải quyết): settles a comment and what was open before it on the same item. What came after it and was not seen stays open.</summary>
    /// <returns>Null also when it was resolved already: nothing changes then.</returns>
    public Problem? ResolveComment(Act act, string itemCode, int commentId)
    {
        if (Find(itemCode) is not { } item || !item.Comments.Any(c => c.Id == commentId))
        {
            return Problem.NotFound;
        }

        var settled = item.Comments.Where(c => c.IsOpen && c.Id <= commentId).ToList();
        if (settled.Count > 0)
        {
            settled.ForEach(c => c.Resolve(act));
            act.Record(EventVerb.CommentResolved, this, item);
        }

        return null;
    }
}
