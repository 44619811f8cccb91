using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

// Which version of the forms it stands on, and what an amendment does to it.
public sealed partial class ItemAnswer
{
    private readonly List<OldValue> oldValues = [];

    /// <summary>The form version its working copy is read by; only an amendment changes it. Each version that was sent knows its own.</summary>
    public int FormVersion { get; private set; }

    /// <summary>Of an item that an amendment added: its own due time; null for the report's.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Until when it is owed, apart from the report as a whole: the supplement's due time; before its first sending the amendment's own.</summary>
    public DateTimeOffset? OwedBy => SupplementDue ?? (SentBefore || State == ItemState.Cancelled ? null : DueAt);

    /// <summary>"Theo biểu mẫu cũ": what was answered by earlier forms and answers the present one no longer; only where it was loaded. Never part of what is sent.</summary>
    public IReadOnlyList<OldValue> OldValues => oldValues;

    /// <summary>Moves to another form. Values that still fit stay; the others leave the working copy and stay readable beside it.</summary>
    /// <param name="version">The form version.</param>
    /// <param name="before">The form until now.</param>
    /// <param name="now">The form from now on.</param>
    /// <param name="at">When.</param>
    internal void MoveTo(int version, ItemForm before, ItemForm now, DateTimeOffset at)
    {
        foreach (var value in values.Where(v => !FormFit.Fits(before, now, v.Path, v.Value)).ToList())
        {
            values.Remove(value);
            Keep(new(value.Path, value.Value, 0, value.ChangedBy, value.ChangedAt, value.Key), at);
        }

        foreach (var value in SetAside?.Refit(before, now) ?? [])
        {
            Keep(value, at);
        }

        FormVersion = version;
        Touch(); // a patch that was read by the old form meets this
    }

    /// <summary>Nothing it asks has changed: it is read by the new version, wherever it stands.</summary>
    internal void Follow(int version) => FormVersion = version;

    internal void Place(int order) => Order = order;

    /// <summary>Takes it away. A paper report that is being entered into it is given up; what the unit had stays readable.</summary>
    internal void TakeAway(Act act, Func<DraftDocument, EvidenceDocument> describe)
    {
        if (EnteringBy is not null)
        {
            AbandonEntry(describe);
        }

        Move(ItemState.Cancelled, act);
    }

    // The row of a cell is kept with it, so that old tables can still be drawn as tables.
    private void Keep(DraftValue value, DateTimeOffset at)
    {
        if (value.Value is null)
        {
            return;
        }

        oldValues.Add(new(FormVersion, value, at));
        if (value.Path.Split('/') is [var table, var row, not AnswerSheet.OrderKey] && $"{table}/{row}/{AnswerSheet.OrderKey}" is var place
            && values.Find(v => v.Path == place) is { Value: not null } order && !oldValues.Exists(o => o.FormVersion == FormVersion && o.Path == place))
        {
            oldValues.Add(new(FormVersion, new(place, order.Value, 0, order.ChangedBy, order.ChangedAt, order.Key), at));
        }
    }
}
