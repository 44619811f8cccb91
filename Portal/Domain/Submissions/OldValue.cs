using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>A value that an amendment of the form left without a field: never changed, never deleted, never sent.</summary>
public sealed class OldValue
{
    private OldValue() { }

    internal OldValue(int formVersion, DraftValue value, DateTimeOffset at) =>
        (FormVersion, Path, Value, ChangedBy, ChangedAt, LeftAt) = (formVersion, value.Path, value.Value ?? "", value.ChangedBy, value.ChangedAt, at);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public int ItemAnswerId { get; private set; }

    /// <summary>By which form it was given.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Where in that form.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Canonical invariant text.</summary>
    public string Value { get; private set; } = "";

    /// <summary>Who wrote it.</summary>
    public int ChangedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When the form was amended.</summary>
    public DateTimeOffset LeftAt { get; private set; }
}

/// <summary>What was answered by one earlier form, as people read it.</summary>
/// <param name="FormVersion">Which.</param>
/// <param name="LeftAt">When the form was amended.</param>
/// <param name="Lines">Label by the old form, and value, in its order.</param>
public sealed record OldAnswers(int FormVersion, DateTimeOffset LeftAt, IReadOnlyList<AnswerLine> Lines)
{
    /// <summary>Reads what an item keeps, the latest form first.</summary>
    /// <param name="values">What it keeps.</param>
    /// <param name="form">The item's form by version.</param>
    /// <param name="confidential">The reader may see sensitive figures.</param>
    public static IReadOnlyList<OldAnswers> Of(IEnumerable<OldValue> values, Func<int, ItemForm?> form, bool confidential) =>
    [
        .. from version in values.GroupBy(v => v.FormVersion)
           orderby version.Key descending
           let read = form(version.Key)
           where read is not null
           let said = version.GroupBy(v => v.Path).ToDictionary(g => g.Key, g => g.MaxBy(v => v.Id)!.Value)
           select new OldAnswers(version.Key, version.Max(v => v.LeftAt), [.. AnswerLines.Of(read, null, said, confidential).Where(l => l.After is not null)]),
    ];
}
