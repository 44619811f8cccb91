using Portal.Domain.Requests;

namespace Portal.Domain.Submissions;

/// <summary>How what was sent opens once more, and how a return is taken back: asked by the unit, answered by the reviewer, or by the reviewer of his own accord.</summary>
public sealed partial class Submission
{
    /// <summary>ReturnForSigner (Báo cáo chưa đúng thẩm quyền): the cover alone goes back, for somebody who may sign; the items stay as they were sent.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="reason">Who should sign, or what is wrong with the signature.</param>
    /// <param name="due">Until when; after now.</param>
    /// <param name="shownVersion">The version of the cover that the reviewer was shown.</param>
    public Problem? ReturnForSigner(Act act, string? reason, DateTimeOffset? due, int shownVersion) =>
        Return(act, ItemAnswer.Cover, reason, due, shownVersion, EventVerb.ReturnedForSigner);

    /// <summary>CancelReturn (Hủy yêu cầu bổ sung): Returned → Sent, or Resent where it was sent more than once, while the unit has not touched it.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="template">The forms.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    public Problem? CancelReturn(Act act, FormTemplate template, string itemCode)
    {
        if (Find(itemCode) is not { } item)
        {
            return Problem.NotFound;
        }

        if (WhyNotCancelReturn(template, item) is { } why)
        {
            return why;
        }

        item.CancelReturn(act);
        act.Record(EventVerb.ReturnCancelled, this, item, ItemState.Returned, item.CurrentVersion!.Hash);
        return null;
    }

    /// <summary>Why the return of an item cannot be taken back now; null when it can.</summary>
    public Problem? WhyNotCancelReturn(FormTemplate template, ItemAnswer item) => item.State switch
    {
        ItemState.Returned when item.EnteringBy is not null => Problem.State(nameof(Problems.EditedSinceReturn)),
        ItemState.Returned when item.Objected => Problem.State(nameof(Problems.ObjectionStands)),
        ItemState.Returned when item.UntouchedSinceReturn(template.Form(item.ItemCode)) => null,
        ItemState.Returned or ItemState.WithHead or ItemState.SentBack or ItemState.Approved when item.SentBefore => Problem.State(nameof(Problems.EditedSinceReturn)),
        ItemState.Cancelled => Problem.State(nameof(Problems.ItemCancelled)),
        _ => Problem.State(nameof(Problems.NotReturned)),
    };

    /// <summary>AskReopen (Đề nghị mở lại): the unit asks that what was accepted opens again; one question at a time for an item.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="reason">Why.</param>
    public Problem? AskReopen(Act act, string itemCode, string? reason)
    {
        if (Find(itemCode) is not { } item)
        {
            return Problem.NotFound;
        }

        if (item.State is not (ItemState.Accepted or ItemState.Included))
        {
            return Problem.State(item.State == ItemState.Cancelled ? nameof(Problems.ItemCancelled) : nameof(Problems.NotAcceptedYet));
        }

        if (item.Question is not null)
        {
            return Problem.State(nameof(Problems.ReopenPending));
        }

        if (Problem.Unless(reason) is { } blank)
        {
            return blank;
        }

        item.Ask(act, reason!.Trim());
        act.Record(EventVerb.ReopenAsked, this, item, hash: item.CurrentVersion?.Hash, reason: reason.Trim());
        return null;
    }

    /// <summary>GrantReopen (Mở lại để bổ sung): Accepted, Included → Returned, as the unit asked. Of what is Included a leader decides; the caller sees to that.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="reason">What the unit is to do.</param>
    /// <param name="due">Until when; after now.</param>
    public Problem? GrantReopen(Act act, string itemCode, string? reason, DateTimeOffset? due)
    {
        var asked = Asked(itemCode);
        if (asked.Value is not { } item)
        {
            return asked.Problem;
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Problem.Invalid(nameof(Problems.ReturnReasonNeeded)).At("reason");
        }

        if (due is not { } until || until <= act.At)
        {
            return Problem.Invalid(nameof(Problems.SupplementDueInPast)).At("due");
        }

        var from = item.State;
        item.Move(ItemState.Returned, act, reason.Trim(), until);
        act.Record(EventVerb.Reopened, this, item, from, item.CurrentVersion?.Hash, reason.Trim());
        return null;
    }

    /// <summary>RefuseReopen (Không đồng ý mở lại): the item stays as it is, and the question is answered.</summary>
    /// <param name="act">Who and when.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="reason">Why not.</param>
    public Problem? RefuseReopen(Act act, string itemCode, string? reason)
    {
        var asked = Asked(itemCode);
        if (asked.Value is not { } item)
        {
            return asked.Problem;
        }

        if (Problem.Unless(reason) is { } blank)
        {
            return blank;
        }

        item.Refuse();
        act.Record(EventVerb.ReopenRefused, this, item, hash: item.CurrentVersion?.Hash, reason: reason!.Trim());
        return null;
    }

    // The item about which a question waits.
    private Outcome<ItemAnswer> Asked(string itemCode) => Find(itemCode) switch
    {
        null => Problem.NotFound,
        { Question: null } => Problem.State(nameof(Problems.NoReopenAsked)),
        var item => item,
    };
}
