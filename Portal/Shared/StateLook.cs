using Portal.Domain.Submissions;

namespace Portal.Shared;

/// <summary>How a report state is shown: css class of the pill, glyph, full word, word in grids.</summary>
public readonly record struct Look(string Css, string Icon, string Word, string Short);

/// <summary>The one table from <see cref="ItemState"/> to its picture and words.</summary>
public static class StateLook
{
    /// <summary>The look of a state.</summary>
    public static Look Of(ItemState state) => state switch
    {
        ItemState.NotStarted => new("none", Glyph.Circle, SharedText.StateNotStarted, SharedText.ShortNotStarted),
        ItemState.Drafting => new("draft", Glyph.Pencil, SharedText.StateDrafting, SharedText.ShortDrafting),
        ItemState.WithHead => new("up", Glyph.Up, SharedText.StateWithHead, SharedText.ShortWithHead),
        ItemState.SentBack => new("ret", Glyph.Back, SharedText.StateSentBack, SharedText.ShortSentBack),
        ItemState.Approved => new("up", Glyph.Check, SharedText.StateApproved, SharedText.ShortApproved),
        ItemState.Sent => new("sent", Glyph.Send, SharedText.StateSent, SharedText.ShortSent),
        ItemState.Returned => new("ret", Glyph.Back, SharedText.StateReturned, SharedText.ShortReturned),
        ItemState.Resent => new("sent", Glyph.Resend, SharedText.StateResent, SharedText.ShortResent),
        ItemState.Accepted => new("acc", Glyph.Accepted, SharedText.StateAccepted, SharedText.ShortAccepted),
        ItemState.Included => new("inc", Glyph.Included, SharedText.StateIncluded, SharedText.ShortIncluded),
        ItemState.Cancelled => new("gone", Glyph.Close, SharedText.StateCancelled, SharedText.ShortCancelled),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The word of a part of a bar.</summary>
    public static string Word(Bucket bucket) => bucket switch
    {
        Bucket.Accepted => SharedText.BucketAccepted,
        Bucket.Sent => SharedText.BucketSent,
        Bucket.Returned => SharedText.BucketReturned,
        Bucket.Drafting => SharedText.BucketDrafting,
        _ => SharedText.BucketNotStarted,
    };
}
