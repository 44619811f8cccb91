using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>How many unit-items stand where. The five add up to all of them.</summary>
/// <param name="Accepted">Đã tiếp nhận.</param>
/// <param name="Sent">Đã gửi, chờ tiếp nhận.</param>
/// <param name="Returned">Chờ bổ sung.</param>
/// <param name="Drafting">Đang soạn, trình duyệt.</param>
/// <param name="NotStarted">Chưa thực hiện.</param>
public readonly record struct Tally(int Accepted, int Sent, int Returned, int Drafting, int NotStarted)
{
    /// <summary>All of them.</summary>
    public int Total => Accepted + Sent + Returned + Drafting + NotStarted;

    /// <summary>With one more in that bucket.</summary>
    public Tally Plus(Bucket bucket, int count = 1) => bucket switch
    {
        Bucket.Accepted => this with { Accepted = Accepted + count },
        Bucket.Sent => this with { Sent = Sent + count },
        Bucket.Returned => this with { Returned = Returned + count },
        Bucket.Drafting => this with { Drafting = Drafting + count },
        _ => this with { NotStarted = NotStarted + count },
    };

    /// <summary>Both together.</summary>
    public static Tally operator +(Tally a, Tally b) => new(a.Accepted + b.Accepted, a.Sent + b.Sent, a.Returned + b.Returned, a.Drafting + b.Drafting, a.NotStarted + b.NotStarted);
}

/// <summary>States of items into buckets, and of a whole report into one word (workflow §§2, 3). Pure functions.</summary>
public static class Buckets
{
    /// <summary>The bucket of one item.</summary>
    public static Bucket Of(ItemState state, bool sentBefore) => state switch
    {
        ItemState.Accepted or ItemState.Included => Bucket.Accepted,
        ItemState.Sent or ItemState.Resent => Bucket.Sent,
        ItemState.Returned => Bucket.Returned,
        ItemState.NotStarted => sentBefore ? Bucket.Returned : Bucket.NotStarted,
        _ => sentBefore ? Bucket.Returned : Bucket.Drafting,
    };

    /// <summary>Counts items that are not cancelled.</summary>
    public static Tally Count(IEnumerable<(ItemState State, bool SentBefore)> items) =>
        items.Where(i => i.State != ItemState.Cancelled).Aggregate(default(Tally), (t, i) => t.Plus(Of(i.State, i.SentBefore)));

    /// <summary>The one word for a whole report: the first line of workflow §3 that fits.</summary>
    /// <param name="items">The report items, without the cover.</param>
    /// <param name="cover">The cover.</param>
    public static ItemState Whole(IReadOnlyCollection<(ItemState State, bool SentBefore)> items, (ItemState State, bool SentBefore) cover)
    {
        var counted = items.Where(i => i.State != ItemState.Cancelled).ToList();
        var all = counted.Append(cover).ToList();
        bool Some(ItemState state) => all.Exists(i => i.State == state);
        if (counted.TrueForAll(i => i.State == ItemState.NotStarted && !i.SentBefore) && cover.State == ItemState.NotStarted)
        {
            return ItemState.NotStarted;
        }

        if (!all.Exists(i => i.SentBefore))
        {
            return Some(ItemState.WithHead) ? ItemState.WithHead
                : Some(ItemState.Approved) ? ItemState.Approved
                : Some(ItemState.SentBack) ? ItemState.SentBack
                : ItemState.Drafting;
        }

        if (all.Exists(i => i.State is ItemState.Returned or ItemState.NotStarted or ItemState.Drafting or ItemState.WithHead or ItemState.SentBack or ItemState.Approved))
        {
            return ItemState.Returned;
        }

        var coverIn = cover.State is ItemState.Accepted or ItemState.Included;
        if (coverIn && counted.TrueForAll(i => i.State == ItemState.Included))
        {
            return ItemState.Included;
        }

        if (coverIn && counted.TrueForAll(i => i.State is ItemState.Accepted or ItemState.Included))
        {
            return ItemState.Accepted;
        }

        return Some(ItemState.Resent) ? ItemState.Resent : ItemState.Sent;
    }
}
