using System.Text.Json;
using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>A field of a draft that was set aside, with all that the field knew.</summary>
public sealed record DraftValue(string Path, string? Value, int Version, int ChangedBy, DateTimeOffset ChangedAt, Guid Key);

/// <summary>A document of a draft that was set aside, and what was said of it.</summary>
public sealed record DraftDocument(int DocumentId, DocumentDescription Description);

/// <summary>A working copy: its fields and its documents.</summary>
public sealed record DraftContent(IReadOnlyList<DraftValue> Values, IReadOnlyList<DraftDocument> Documents);

/// <summary>The unit's own working copy of one item, set aside while a coordinator enters a paper report. Nobody reads it; it comes back when the entry is abandoned, or when the unit's head objects to what was entered.</summary>
public sealed class SetAsideDraft
{
    private SetAsideDraft() { }

    internal SetAsideDraft(ItemAnswer item, Act act) => Take(item, act);

    /// <summary>The item.</summary>
    public int ItemAnswerId { get; private set; }

    /// <summary>Who began to enter.</summary>
    public int By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Where the item stood.</summary>
    public ItemState State { get; private set; }

    /// <summary>Since when it had stood there.</summary>
    public DateTimeOffset StateSince { get; private set; }

    /// <summary>Who had brought it there.</summary>
    public int? StateBy { get; private set; }

    /// <summary>When it had been saved last.</summary>
    public DateTimeOffset? SavedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? SavedBy { get; private set; }

    /// <summary>JSON of <see cref="DraftContent"/>.</summary>
    public string Body { get; private set; } = "";

    internal DraftContent Content => JsonSerializer.Deserialize<DraftContent>(Body) ?? throw new JsonException("A draft that was set aside is empty.");

    internal void Take(ItemAnswer item, Act act)
    {
        (By, Since) = (act.Actor.PersonId, act.At);
        (State, StateSince, StateBy, SavedAt, SavedBy) = (item.State, item.StateSince, item.StateBy, item.SavedAt, item.SavedBy);
        Body = JsonSerializer.Serialize(new DraftContent(
            [.. item.Values.Select(v => new DraftValue(v.Path, v.Value, v.Version, v.ChangedBy, v.ChangedAt, v.Key))],
            [.. item.Links.Select(l => new DraftDocument(l.DocumentId, l.Document.Description))]));
    }

    /// <summary>Takes out what the form from now on no longer asks for.</summary>
    /// <returns>What was taken out.</returns>
    internal IReadOnlyList<DraftValue> Refit(ItemForm before, ItemForm now)
    {
        var (fit, left) = (Content.Values.ToLookup(v => FormFit.Fits(before, now, v.Path, v.Value)), Content.Documents);
        Body = JsonSerializer.Serialize(new DraftContent([.. fit[true]], left));
        return [.. fit[false]];
    }
}
