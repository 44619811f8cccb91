namespace Portal.Domain.Submissions;

/// <summary>The working copy of one field or cell. Path: <c>field</c>, or <c>field/rowId/column</c>; <c>field/rowId/#</c> holds a row's order.</summary>
public sealed class FieldValue
{
    private FieldValue() { }

    internal FieldValue(string path, string? value, Act act, Guid key)
        => (Path, Value, Version, ChangedBy, ChangedAt, Key) = (path, value, 1, act.Actor.PersonId, act.At, key);

    internal FieldValue(DraftValue draft)
    {
        Path = draft.Path;
        Become(draft);
    }

    /// <summary>The item it belongs to.</summary>
    public int ItemAnswerId { get; private set; }

    /// <summary>Where in the form.</summary>
    public string Path { get; private set; } = "";

    /// <summary>Canonical invariant text; null is blank, and blank is never zero.</summary>
    public string? Value { get; private set; }

    /// <summary>Counts up with every change, from 1; two people who type into one field meet here.</summary>
    public int Version { get; private set; }

    /// <summary>Who changed it last.</summary>
    public int ChangedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>The one-time key of the last patch, so that one sent twice is applied once.</summary>
    public Guid Key { get; private set; }

    /// <summary>Makes it what it was in a draft, its version too.</summary>
    internal void Become(DraftValue draft) => (Value, Version, ChangedBy, ChangedAt, Key) = (draft.Value, draft.Version, draft.ChangedBy, draft.ChangedAt, draft.Key);

    /// <summary>Changes it where the version seen still holds.</summary>
    internal Problem? Set(string? value, int seenVersion, Act act, Guid key)
    {
        if (Version != seenVersion)
        {
            return Problem.Stale(nameof(Problems.FieldChangedMeanwhile)).At(Path);
        }

        (Value, Version, ChangedBy, ChangedAt, Key) = (value, Version + 1, act.Actor.PersonId, act.At, key);
        return null;
    }
}
