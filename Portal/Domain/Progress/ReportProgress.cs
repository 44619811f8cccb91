using Portal.Domain.Notices;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>Where one item of one report stands, as the board knows it: no answer, no person.</summary>
/// <param name="ItemCode">Which item; the cover too, which is never counted.</param>
/// <param name="State">Where it stands.</param>
/// <param name="SentBefore">A version exists that was not withdrawn.</param>
/// <param name="Version">Counts up with every verb; tells which of two is newer.</param>
/// <param name="SupplementDue">Until when a supplement is asked for; of what an amendment added and nobody has sent, until when it is due.</param>
public readonly record struct ItemProgress(string ItemCode, ItemState State, bool SentBefore, int Version, DateTimeOffset? SupplementDue)
{
    /// <summary>It was entered for the unit from paper and its head has not confirmed it.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Since when it stands there.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How far the unit says the matter is resolved, in the version that counts: a code of the form; null before the first sending, and on the cover.</summary>
    public string? Resolution { get; init; }

    /// <summary>How many documents that version has.</summary>
    public int Documents { get; init; }

    /// <summary>Something was sent for it without a document, though not "nothing to report".</summary>
    public bool WithoutEvidence => Counted && SentBefore && Documents == 0 && Resolution != ItemForm.NothingToReport;

    /// <summary>False for the cover and for what an amendment took away.</summary>
    public bool Counted => ItemCode != ItemAnswer.Cover && State != ItemState.Cancelled;
}

/// <summary>What time says of a report; computed from the clock, never stored.</summary>
public enum DueState
{
    /// <summary>Nothing to say.</summary>
    None,
    /// <summary>Sắp đến hạn: not sent, within 24 hours of the deadline.</summary>
    DueSoon,
    /// <summary>Quá hạn: not sent, the deadline has passed.</summary>
    Overdue,
    /// <summary>A supplement is due within 24 hours.</summary>
    SupplementDueSoon,
    /// <summary>Quá hạn bổ sung.</summary>
    SupplementOverdue,
}

/// <summary>Where one unit's report stands. Immutable; what follows from the items is counted once.</summary>
public sealed class ReportProgress
{
    /// <summary>How long before an instant it is due soon.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>Makes one.</summary>
    /// <param name="submissionId">The report's key.</param>
    /// <param name="unitCode">Whose report.</param>
    /// <param name="groupCode">In which group of the letter.</param>
    /// <param name="order">Official order.</param>
    /// <param name="version">The report's version; tells which of two is newer.</param>
    /// <param name="timeliness">Fixed at the first sending.</param>
    /// <param name="firstSentAt">When that was.</param>
    /// <param name="extendedTo">The granted extension.</param>
    /// <param name="items">The items in letter order, and the cover.</param>
    /// <param name="urgings">How often the unit or its head was urged.</param>
    /// <param name="ownDue">Its own deadline, where an amendment gave it one.</param>
    public ReportProgress(int submissionId, string unitCode, string groupCode, int order, int version, Timeliness timeliness, DateTimeOffset? firstSentAt, DateTimeOffset? extendedTo, IReadOnlyList<ItemProgress> items, int urgings = 0,
        DateTimeOffset? ownDue = null)
    {
        OwnDue = ownDue;
        (SubmissionId, UnitCode, GroupCode, Order) = (submissionId, unitCode, groupCode, order);
        (Version, Timeliness, FirstSentAt, ExtendedTo, Items, Urgings) = (version, timeliness, firstSentAt, extendedTo, items, urgings);
        var counted = items.Where(i => i.Counted).Select(i => (i.State, i.SentBefore)).ToList();
        var cover = items.FirstOrDefault(i => i.ItemCode == ItemAnswer.Cover);
        State = Buckets.Whole(counted, (cover.State, cover.SentBefore));
        Tally = Buckets.Count(counted);
        SentItems = counted.Count(i => i.SentBefore);
        Sent = SentItems > 0 || cover.SentBefore;
        Unconfirmed = items.Any(i => i.Unconfirmed && i.State != ItemState.Cancelled);
        SupplementDue = items.Where(i => i.State != ItemState.Cancelled && i.SupplementDue is not null).Min(i => i.SupplementDue);
    }

    /// <summary>The report's key.</summary>
    public int SubmissionId { get; }

    /// <summary>Whose report.</summary>
    public string UnitCode { get; }

    /// <summary>In which group of the letter.</summary>
    public string GroupCode { get; }

    /// <summary>Official order.</summary>
    public int Order { get; }

    /// <summary>The report's version.</summary>
    public int Version { get; }

    /// <summary>Fixed at the first sending.</summary>
    public Timeliness Timeliness { get; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? FirstSentAt { get; }

    /// <summary>The granted extension.</summary>
    public DateTimeOffset? ExtendedTo { get; }

    /// <summary>Its own deadline, where an amendment gave it one; null for the request's.</summary>
    public DateTimeOffset? OwnDue { get; }

    /// <summary>The items in letter order, and the cover.</summary>
    public IReadOnlyList<ItemProgress> Items { get; }

    /// <summary>How often the unit or its head was urged, by itself and by hand.</summary>
    public int Urgings { get; }

    /// <summary>The unit still owes something although it was urged more than three times: its leaders are told.</summary>
    public bool UrgedOften => Urgings >= Urging.Often && (!Sent || Tally.Returned > 0 || State == ItemState.Returned);

    /// <summary>The one word for the whole (workflow §3).</summary>
    public ItemState State { get; }

    /// <summary>Its items by bucket.</summary>
    public Tally Tally { get; }

    /// <summary>How many of its items were sent.</summary>
    public int SentItems { get; }

    /// <summary>Something was sent and not withdrawn.</summary>
    public bool Sent { get; }

    /// <summary>Something of it was entered for the unit from paper and its head has not confirmed it.</summary>
    public bool Unconfirmed { get; }

    /// <summary>The earliest instant at which a supplement is due; null while none is asked for.</summary>
    public DateTimeOffset? SupplementDue { get; }

    /// <summary>Until when it is in time: the granted extension, else the request's deadline or its own later one; the latest of them.</summary>
    public Deadline DeadlineIn(BoardRequest request)
    {
        var general = OwnDue is { } own && !(own <= request.Deadline.At) ? new(own, request.Deadline.Inclusive) : request.Deadline;
        return ExtendedTo is { } to && to > general.At ? new(to, general.Inclusive) : general;
    }

    /// <summary>What time says of it at that instant.</summary>
    public DueState DueAt(DateTimeOffset now, BoardRequest request)
    {
        var due = Awaited(request);
        return !due.Holds(now) ? Sent ? DueState.SupplementOverdue : DueState.Overdue
            : due.DueSoon(now, Soon) ? Sent ? DueState.SupplementDueSoon : DueState.DueSoon
            : DueState.None;
    }

    /// <summary>The next instant at which <see cref="DueAt"/> says something else though nothing happened; null when none comes.</summary>
    public DateTimeOffset? NextInstant(DateTimeOffset now, BoardRequest request)
    {
        var due = Awaited(request);
        return due.At - Soon > now ? due.At - Soon : due.LateFrom > now ? due.LateFrom : null;
    }

    /// <summary>Both put together, each item and the whole as its newer version says; equal versions say the same.</summary>
    public ReportProgress Merge(ReportProgress other)
    {
        var mine = Items.ToDictionary(i => i.ItemCode);
        var merged = other.Items.Select(i => mine.Remove(i.ItemCode, out var old) && old.Version > i.Version ? old : i).ToList();
        merged.AddRange(mine.Values);
        var newer = other.Version >= Version ? other : this;
        return merged.SequenceEqual(Items) && Same(newer, this) && other.Urgings <= Urgings ? this
            : new(SubmissionId, UnitCode, GroupCode, Order, newer.Version, newer.Timeliness, newer.FirstSentAt, newer.ExtendedTo, merged, Math.Max(Urgings, other.Urgings), newer.OwnDue);
    }

    private static bool Same(ReportProgress a, ReportProgress b) => (a.Version, a.Timeliness, a.FirstSentAt, a.ExtendedTo, a.OwnDue) == (b.Version, b.Timeliness, b.FirstSentAt, b.ExtendedTo, b.OwnDue);

    private Deadline Awaited(BoardRequest request) => Sent ? new(SupplementDue, true) : DeadlineIn(request);
}
