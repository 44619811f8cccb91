namespace Portal.Domain.Submissions;

// Tổng hợp: what the approved report draws from.
public sealed partial class Submission
{
    /// <summary>Include: Accepted → Included for an item that the approved version of the consolidated report draws from; what has changed since stays where it is.</summary>
    /// <param name="act">The leader who approves.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="version">The version that the report draws from.</param>
    public void Include(Act act, string itemCode, int version)
    {
        if (Find(itemCode) is { State: ItemState.Accepted, CurrentVersion: { } current } item && current.Number == version)
        {
            item.Move(ItemState.Included, act);
            act.Record(EventVerb.Included, this, item, ItemState.Accepted, current.Hash);
        }
    }
}
