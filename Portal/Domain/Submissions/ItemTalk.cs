namespace Portal.Domain.Submissions;

/// <summary>A comment as people read it.</summary>
/// <param name="Id">To resolve it.</param>
/// <param name="Text">What was said.</param>
/// <param name="Side">On whose behalf.</param>
/// <param name="Author">Who.</param>
/// <param name="AuthorUnit">Of which unit.</param>
/// <param name="At">When.</param>
/// <param name="ResolvedBy">Who called it resolved; null while it is open.</param>
/// <param name="ResolvedAt">When.</param>
public sealed record CommentLine(int Id, string Text, CommentSide Side, string Author, string AuthorUnit, DateTimeOffset At, string? ResolvedBy, DateTimeOffset? ResolvedAt)
{
    /// <summary>Still open.</summary>
    public bool IsOpen => ResolvedAt is null;
}

/// <summary>All that was said about one item, oldest first.</summary>
/// <param name="Comments">The comments.</param>
/// <param name="MayWrite">The reader may say something and call resolved what is open.</param>
public sealed record ItemTalk(IReadOnlyList<CommentLine> Comments, bool MayWrite)
{
    /// <summary>How many are open.</summary>
    public int Open => Comments.Count(c => c.IsOpen);
}
