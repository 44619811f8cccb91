namespace Portal.Domain.Submissions;

/// <summary>Why, of one item or document.</summary>
/// <param name="ItemCode">Of which item.</param>
/// <param name="Document">Of which document, by the file's name.</param>
/// <param name="Text">The words.</param>
public sealed record TrailReason(string? ItemCode, string? Document, string Text);

/// <summary>One step of a report's history: what one press did, however many items it touched.</summary>
/// <param name="Number">The last event's number, to tell steps apart.</param>
/// <param name="At">When.</param>
/// <param name="Actor">Who.</param>
/// <param name="InPlaceOf">In whose place, when a delegate acted.</param>
/// <param name="Verb">What.</param>
/// <param name="ItemCodes">On which items.</param>
/// <param name="Documents">On which documents, by file name.</param>
/// <param name="Reasons">Why.</param>
/// <param name="Open">Of a comment: whether it is still open; null of anything else.</param>
public sealed record TrailEntry(long Number, DateTimeOffset At, string Actor, string? InPlaceOf, EventVerb Verb, IReadOnlyList<string> ItemCodes, IReadOnlyList<string> Documents, IReadOnlyList<TrailReason> Reasons, bool? Open = null)
{
    /// <summary>What a unit does to its working copy and among its own people: not told to others.</summary>
    public static readonly IReadOnlyList<EventVerb> OfDrafts = [EventVerb.DraftStarted, EventVerb.DocumentAttached, EventVerb.DocumentDescribed, EventVerb.DocumentUnlinked, EventVerb.Assigned, EventVerb.FieldReplaced];

    /// <summary>Who may know of a document: not told to who only watches.</summary>
    public static readonly IReadOnlyList<EventVerb> OfRestriction = [EventVerb.DocumentRestricted, EventVerb.DocumentUnrestricted];
}
