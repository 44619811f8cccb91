using Portal.Domain.Submissions;

namespace Portal.Domain.Progress;

/// <summary>One picture of a request's progress: everything on it is true at the same event. Immutable and shared by all who look.</summary>
/// <param name="EventNumber">The last event it knows of.</param>
/// <param name="At">"Số liệu lúc".</param>
/// <param name="Request">Which request.</param>
/// <param name="Rows">A row a unit, in official order.</param>
/// <param name="Groups">A row a group, in letter order.</param>
/// <param name="Counts">The numbers over all.</param>
/// <param name="Happenings">What happened last, newest first.</param>
/// <param name="BurnUp">How sent and accepted grew.</param>
public sealed record BoardSnapshot(long EventNumber, DateTimeOffset At, BoardRequest Request, IReadOnlyList<UnitRow> Rows,
    IReadOnlyList<GroupRow> Groups, BoardCounts Counts, IReadOnlyList<Happening> Happenings, BurnUpLines BurnUp)
{
    /// <summary>How far all that was sent is resolved.</summary>
    public Resolutions Resolutions { get; } = Groups.Aggregate(default(Resolutions), (sum, g) => sum + g.Resolutions);
}

/// <summary>A unit on the board. Kept from picture to picture while nothing about it changes.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="Report">Where its report stands.</param>
/// <param name="Due">What time says of it.</param>
public sealed record UnitRow(BoardUnit Unit, ReportProgress Report, DueState Due)
{
    /// <summary>The whole report is accepted.</summary>
    public bool Accepted => Report.State is ItemState.Accepted or ItemState.Included;
}

/// <summary>A group on the board.</summary>
/// <param name="Group">Which group.</param>
/// <param name="Items">Its unit-items by bucket.</param>
/// <param name="SentItems">How many of them were sent.</param>
public sealed record GroupRow(BoardGroup Group, Tally Items, int SentItems)
{
    /// <summary>How far what it has sent is resolved.</summary>
    public Resolutions Resolutions { get; init; }
}

/// <summary>Something that happened to one report by one press: the items of a package are one happening.</summary>
/// <param name="Number">The number of its first event.</param>
/// <param name="At">When.</param>
/// <param name="Verb">What.</param>
/// <param name="Unit">On whose report.</param>
/// <param name="Items">How many items, the cover left out.</param>
/// <param name="ItemCode">Which item, where it was one.</param>
public sealed record Happening(long Number, DateTimeOffset At, EventVerb Verb, BoardUnit Unit, int Items, string? ItemCode);

/// <summary>What the board reads of an event.</summary>
public readonly record struct BoardEvent(long Number, DateTimeOffset At, Guid CommandId, EventVerb Verb, int? SubmissionId, string? ItemCode, ItemState? From, ItemState? To)
{
    /// <summary>The verbs that the board tells of; what a unit does in its draft stays its own.</summary>
    public static IReadOnlyList<EventVerb> Told { get; } = [EventVerb.SentUp, EventVerb.Sent, EventVerb.Resent, EventVerb.Accepted, EventVerb.ReturnedForSupplement, EventVerb.ReturnedForSigner, EventVerb.ReturnedByAmendment];

    /// <summary>It was about something that had been sent.</summary>
    public bool OfSent { get; init; }
}
