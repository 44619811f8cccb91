namespace Portal.Domain.Requests.Drafting;

/// <summary>A group of a draft.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">As the letter calls it.</param>
/// <param name="Units">Who reports, in order.</param>
/// <param name="Unmatched">Names that the letter gives and no unit bears.</param>
/// <param name="Items">What is asked of it, in order.</param>
public sealed record DraftGroup(string Code, string Title, IReadOnlyList<DraftUnit> Units, IReadOnlyList<string> Unmatched, IReadOnlyList<DraftItem> Items);

/// <summary>A unit of a draft.</summary>
public sealed record DraftUnit(string Code, string Name);

/// <summary>An item of a draft.</summary>
/// <param name="Code">Its code.</param>
/// <param name="GroupCode">Whose it is.</param>
/// <param name="Kind">Reported on, or a duty.</param>
/// <param name="Title">In a few words.</param>
/// <param name="Text">The clause.</param>
/// <param name="Verbatim">The paragraph of the letter it was taken from.</param>
/// <param name="LetterRef">Where in the letter it stands.</param>
/// <param name="Span">The clause's place in the letter; null where it was written by hand.</param>
public sealed record DraftItem(string Code, string GroupCode, ItemKind Kind, string Title, string Text, string Verbatim, string LetterRef, LetterSpan? Span);

/// <summary>Something the letter leaves open, or that looks wrong in it.</summary>
/// <param name="Code">Which: a value of <see cref="OpenPoint"/>, or the code of a doubt of the reading.</param>
/// <param name="Said">What is said of it; empty where the screen has the words.</param>
/// <param name="Span">Where in the letter.</param>
/// <param name="Settled">How it was settled: filled in, confirmed or declared not needed; null while it is open.</param>
public sealed record DraftPoint(string Code, string Said, LetterSpan? Span, string? Settled);

/// <summary>What every request has to have said, or to have declared not needed.</summary>
public static class OpenPoint
{
    /// <summary>Until when.</summary>
    public const string Deadline = "deadline";

    /// <summary>The period of the figures.</summary>
    public const string Period = "reportPeriod";

    /// <summary>The recommendations that are reported on.</summary>
    public const string Recommendations = "referencedRecommendations";

    /// <summary>When the body above wants its report.</summary>
    public const string Upward = "upwardDeadline";

    /// <summary>All of them, in the order in which they are asked.</summary>
    public static IReadOnlyList<string> All { get; } = [Deadline, Period, Recommendations, Upward];
}

/// <summary>How much a draft asks, counted.</summary>
public sealed record DraftNumbers(int Groups, int Units, int Items, int UnitItems, int Duties);
