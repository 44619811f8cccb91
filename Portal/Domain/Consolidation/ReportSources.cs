using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Domain.Consolidation;

/// <summary>Which answers the consolidated report draws from.</summary>
public enum SourceChoice
{
    /// <summary>Only what was accepted; who else there is, is named.</summary>
    Accepted,
    /// <summary>What was sent too, marked as not accepted yet.</summary>
    Sent,
}

/// <summary>A unit as the report names it.</summary>
/// <param name="Order">Its place in the official order.</param>
public sealed record SourceUnit(string Code, string Name, int Order);

/// <summary>One item of one unit, with what it said last that counts.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="SubmissionId">In which report.</param>
/// <param name="ItemCode">Which item; the cover too.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Unconfirmed">Entered from paper, and the unit's head has not confirmed it.</param>
/// <param name="Version">The number of the version that counts; 0 where none does.</param>
/// <param name="Values">Its canonical values by path; null where nothing was sent.</param>
public sealed record SourceAnswer(SourceUnit Unit, int SubmissionId, string ItemCode, ItemState State, bool Unconfirmed, int Version, IReadOnlyDictionary<string, string>? Values)
{
    /// <summary>It was accepted as it stands.</summary>
    public bool Accepted => State is ItemState.Accepted or ItemState.Included;

    /// <summary>The value of a field; null where it is blank or nothing was sent.</summary>
    public string? this[string path] => Values is not null && Values.TryGetValue(path, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

/// <summary>How one unit's report came in: a line of annex I.</summary>
/// <param name="Number">The number and symbol of its own report; null where none was given.</param>
/// <param name="Day">Its day.</param>
/// <param name="SentAt">When it was sent first; by the incoming stamp where it came on paper.</param>
/// <param name="ResentAt">When it was sent last, where that is later.</param>
/// <param name="Timeliness">In time or late, as it was fixed.</param>
/// <param name="Overdue">Its deadline has passed and nothing came.</param>
/// <param name="Documents">How many documents its current versions have.</param>
public sealed record SendingLine(SourceUnit Unit, string? Number, DateOnly? Day, DateTimeOffset? SentAt, DateTimeOffset? ResentAt, Timeliness Timeliness, bool Overdue, bool Unconfirmed, int Documents);

/// <summary>All that a consolidated report can draw from, at one moment. Pure: what stands here was read once, and every figure of the report comes out of it.</summary>
/// <param name="request">What was asked.</param>
/// <param name="answers">All items of all units in official order, then letter order; covers too, taken-away items not.</param>
/// <param name="sendings">How the reports came in, in official order.</param>
/// <param name="choice">Which answers count.</param>
public sealed class ReportSources(RequestDefinition request, IReadOnlyList<SourceAnswer> answers, IReadOnlyList<SendingLine> sendings, SourceChoice choice)
{
    private readonly ILookup<string, SourceAnswer> items = answers.ToLookup(a => a.ItemCode);

    /// <summary>What was asked.</summary>
    public RequestDefinition Request => request;

    /// <summary>Which answers count.</summary>
    public SourceChoice Choice => choice;

    /// <summary>How the reports came in.</summary>
    public IReadOnlyList<SendingLine> Sendings => sendings;

    /// <summary>All items of all units.</summary>
    public IReadOnlyList<SourceAnswer> Answers => answers;

    /// <summary>Every unit that owes the item, in official order.</summary>
    public IEnumerable<SourceAnswer> Owed(string itemCode) => items[itemCode];

    /// <summary>The answers to an item that count.</summary>
    public IEnumerable<SourceAnswer> Taken(string itemCode) => items[itemCode].Where(Counts);

    /// <summary>An answer counts.</summary>
    public bool Counts(SourceAnswer answer) => answer.Values is not null && (answer.Accepted || (choice is SourceChoice.Sent && answer.State is not ItemState.Cancelled));

    /// <summary>An answer counts though it was not accepted: its unit is marked where it is named.</summary>
    public bool Marked(SourceAnswer answer) => Counts(answer) && !answer.Accepted;

    /// <summary>Several units have the item.</summary>
    public bool Shared(string itemCode) => items[itemCode].Skip(1).Any();

    /// <summary>The item's form; null for a duty and for what is not there any more.</summary>
    public ItemForm? Form(string itemCode) => request.Template.Form(itemCode);

    /// <summary>What a figure comes to over the units that owe it: the same adding up as grid and themes.</summary>
    public FieldTotal Total(string itemCode, Field field) =>
        FieldTotal.Of(field, [.. Owed(itemCode).Select(a => new SentAnswer(a.Unit.Code, itemCode, Counts(a) ? a.Values : null))]);

    /// <summary>A total may stand in the report: a sensitive figure of a shared item only over three units or more (workflow §10 ³).</summary>
    public bool Tells(string itemCode, Field field, FieldTotal total) => !field.Sensitive || !Shared(itemCode) || total.Answered >= FieldTotal.LeastUnits;

    /// <summary>A figure may stand beside its unit's name: never a sensitive one.</summary>
    public static bool TellsByUnit(Field field) => !field.Sensitive;
}
