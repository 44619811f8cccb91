namespace Portal.Domain.Requests.Drafting;

/// <summary>A place in the letter's text.</summary>
/// <param name="Start">Where it begins, in UTF-16 units.</param>
/// <param name="Length">How far it goes.</param>
/// <param name="Confidence">How sure the reading is, from 0 to 1; what a person marked is 1.</param>
public readonly record struct LetterSpan(int Start, int Length, double Confidence = 1)
{
    /// <summary>The place after its last letter.</summary>
    public int End => Start + Length;
}

/// <summary>What a marked place of the letter says.</summary>
public enum MarkKind
{
    /// <summary>Something a unit reports on or does.</summary>
    Item,
    /// <summary>A group of units.</summary>
    Unit,
    /// <summary>When it is due.</summary>
    Deadline,
    /// <summary>A number, a symbol, a day.</summary>
    Number,
    /// <summary>Anything else that was read.</summary>
    Fact,
}

/// <summary>A place of the letter and the value that was taken from it.</summary>
/// <param name="Key">The value: <c>items.CA-01</c>, <c>groups.G1</c>, <c>request.subject</c>.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Span">Where.</param>
public sealed record LetterMark(string Key, MarkKind Kind, LetterSpan Span)
{
    /// <summary>The key of an item's mark.</summary>
    public static string OfItem(string code) => $"items.{code}";

    /// <summary>The key of a group's mark.</summary>
    public static string OfGroup(string code) => $"groups.{code}";

    /// <summary>The key of a fact's mark.</summary>
    public static string OfFact(string path) => $"request.{path}";

    /// <summary>What a value is, by its key.</summary>
    public static MarkKind KindOf(string key) => key switch
    {
        _ when key.StartsWith("items.", StringComparison.Ordinal) => MarkKind.Item,
        _ when key.StartsWith("groups.", StringComparison.Ordinal) => MarkKind.Unit,
        "request.deadline" => MarkKind.Deadline,
        "request.number" or "request.symbol" or "request.date" or "request.superiorReference.number" or "request.superiorReference.date" => MarkKind.Number,
        _ => MarkKind.Fact,
    };
}
