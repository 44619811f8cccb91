using System.Text.Json;
using Portal.Domain.Submissions;

namespace Portal.Domain.Requests;

/// <summary>What an amendment does to an item, for every unit that has it.</summary>
public enum ItemChange
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>It is asked in other words; what was answered stays an answer.</summary>
    Words,
    /// <summary>Its form asks something else.</summary>
    Form,
    /// <summary>It is asked for only now.</summary>
    Added,
    /// <summary>It is asked for no longer.</summary>
    TakenAway,
}

/// <summary>What happens to one item of one unit (the rows of workflow §7, "Amending the form").</summary>
public enum AmendmentRow
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Moves to the new version; what does not fit stays readable beside it.</summary>
    Moves,
    /// <summary>The package it travels in is dissolved, then it moves.</summary>
    Dissolves,
    /// <summary>Stays as it was sent.</summary>
    Stays,
    /// <summary>A supplement is asked for, by the new version.</summary>
    Asked,
    /// <summary>Not started, due by the amendment's own time.</summary>
    Added,
    /// <summary>Cancelled; readable, never counted.</summary>
    TakenAway,
}

/// <summary>One item that an amendment changes; the cover under its code.</summary>
/// <param name="Code">Which item.</param>
/// <param name="GroupCode">Whose; empty for the cover, which every unit has.</param>
/// <param name="Title">Its title; empty for the cover.</param>
/// <param name="Change">What happens to it.</param>
/// <param name="Diff">How its form differs; null for what is added or taken away.</param>
public sealed record AmendedItem(string Code, string GroupCode, string Title, ItemChange Change, FormDiff? Diff);

/// <summary>Words that the letter says otherwise.</summary>
/// <param name="Place">Where: a member of the letter, or an item's code and member.</param>
/// <param name="Before">As it was.</param>
/// <param name="Now">As it is.</param>
public sealed record AmendedText(string Place, string Before, string Now);

/// <summary>The step from one version of a request to the next. Pure; made only where the step is allowed.</summary>
public sealed class Amendment
{
    private readonly Dictionary<string, AmendedItem> changes;

    private Amendment(RequestDefinition from, RequestDefinition to)
    {
        (From, To) = (from, to);
        var gone = from.Items.Where(i => to.Items.All(n => n.Code != i.Code)).Select(i => new AmendedItem(i.Code, i.GroupCode, i.Title, ItemChange.TakenAway, null));
        var kept = to.Items.Select(i => from.Items.FirstOrDefault(o => o.Code == i.Code) is { } old ? Compare(old, i) : new AmendedItem(i.Code, i.GroupCode, i.Title, ItemChange.Added, null));
        Items = [.. kept.Concat(gone).Append(Cover()).Where(i => i.Change is not ItemChange.None)];
        UnitsAdded = [.. to.Units.Where(u => from.Units.All(o => o.Code != u.Code))];
        Texts = [.. AmendmentTexts.Of(from, to)];
        changes = Items.ToDictionary(i => i.Code);
    }

    /// <summary>The version in force until now.</summary>
    public RequestDefinition From { get; }

    /// <summary>The version to come.</summary>
    public RequestDefinition To { get; }

    /// <summary>The items that change, in the letter's order, then those taken away, the cover last.</summary>
    public IReadOnlyList<AmendedItem> Items { get; }

    /// <summary>Units that are asked only now.</summary>
    public IReadOnlyList<RequestUnit> UnitsAdded { get; }

    /// <summary>Words of the letter that differ.</summary>
    public IReadOnlyList<AmendedText> Texts { get; }

    /// <summary>Something is asked for that was not asked for before: a unit, or a report item.</summary>
    public bool Adds => UnitsAdded.Count > 0 || Items.Any(i => i.Change == ItemChange.Added && To.Items.First(n => n.Code == i.Code).Kind is ItemKind.Report);

    /// <summary>Judges the step.</summary>
    /// <param name="from">The version in force.</param>
    /// <param name="to">What it is to become.</param>
    /// <returns>The step; a refusal where it is another request, or takes away or moves what already has an answer: no unit goes, no code changes, nothing moves between groups, no deadline moves this way.</returns>
    public static Outcome<Amendment> Between(RequestDefinition from, RequestDefinition to)
    {
        if (AmendmentLimits.WhyNot(from, to) is { } refused)
        {
            return refused;
        }

        var step = new Amendment(from, to);
        return step.Items.Count == 0 && step.UnitsAdded.Count == 0 && step.Texts.Count == 0 && !AmendmentTexts.Otherwise(from, to) ? Problem.Invalid(nameof(Problems.AmendmentNothing)) : step;
    }

    /// <summary>What it does to an item, or the cover.</summary>
    public ItemChange ChangeOf(string itemCode) => changes.TryGetValue(itemCode, out var item) ? item.Change : ItemChange.None;

    /// <summary>Which row of the table holds for an item of a unit.</summary>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="state">Where it stands.</param>
    /// <param name="asks">A supplement is asked for of what was sent.</param>
    public AmendmentRow RowOf(string itemCode, ItemState state, bool asks) => (ChangeOf(itemCode), state) switch
    {
        (_, ItemState.Cancelled) => AmendmentRow.None,
        (ItemChange.TakenAway, _) => AmendmentRow.TakenAway,
        (ItemChange.Form, ItemState.WithHead or ItemState.Approved) => AmendmentRow.Dissolves,
        (ItemChange.Form, ItemState.Sent or ItemState.Resent or ItemState.Accepted) => asks ? AmendmentRow.Asked : AmendmentRow.Stays,
        (ItemChange.Form, ItemState.Included) => AmendmentRow.Stays, // what is in the consolidated report only a leader opens, one by one
        (ItemChange.Form, _) => AmendmentRow.Moves,
        _ => AmendmentRow.None,
    };

    private AmendedItem Compare(AssignedItem old, AssignedItem item)
    {
        var diff = From.Template.Form(item.Code) is not null && To.Template.Form(item.Code) is not null ? FormDiff.Of(From.Template, To.Template, item.Code) : null;
        var change = diff is { Substantial: true } ? ItemChange.Form
            : diff is { Words: true } || JsonSerializer.Serialize(old) != JsonSerializer.Serialize(item) ? ItemChange.Words
            : ItemChange.None;
        return new(item.Code, item.GroupCode, item.Title, change, diff);
    }

    private AmendedItem Cover()
    {
        var diff = FormDiff.Of(From.Template, To.Template, ItemForm.CoverCode);
        return new(ItemForm.CoverCode, "", "", diff.Substantial ? ItemChange.Form : diff.Words ? ItemChange.Words : ItemChange.None, diff);
    }
}
