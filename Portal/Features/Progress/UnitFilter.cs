using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Features.Progress;

/// <summary>A way to narrow the list of units down.</summary>
/// <param name="Slug">As the address says it; null for all.</param>
/// <param name="Text">As the page says it.</param>
/// <param name="Fits">Which rows stay.</param>
public sealed record UnitFilter(string? Slug, string Text, Func<UnitRow, bool> Fits)
{
    public const string Unsent = "chua-gui";
    public const string Sent = "da-gui";
    public const string Returned = "cho-bo-sung";
    public const string Overdue = "qua-han";
    public const string Accepted = "da-tiep-nhan";
    public const string Waiting = "cho-tiep-nhan";
    public const string WithoutEvidence = "thieu-minh-chung";
    public const string Extended = "da-gia-han";

    /// <summary>All filters, "all" first.</summary>
    public static IReadOnlyList<UnitFilter> All { get; } =
    [
        new(null, ProgressText.FilterAll, _ => true),
        new(Unsent, ProgressText.FilterUnsent, r => !r.Report.Sent),
        new(Sent, ProgressText.FilterSent, r => r.Report.Sent),
        new(Returned, ProgressText.FilterReturned, r => r.Report.Tally.Returned > 0 || r.Report.State == ItemState.Returned),
        new(Waiting, ProgressText.FilterWaiting, r => r.Report.Tally.Sent > 0),
        new(WithoutEvidence, ProgressText.FilterWithoutEvidence, r => r.Report.Items.Any(i => i.WithoutEvidence)) { OfEvidence = true },
        new(Overdue, ProgressText.FilterOverdue, r => r.Due is DueState.Overdue or DueState.SupplementOverdue),
        new(Extended, ProgressText.FilterExtended, r => r.Report.ExtendedTo is not null),
        new(Accepted, ProgressText.FilterAccepted, r => r.Accepted),
    ];

    // Tells what evidence there is, restricted or not.
    private bool OfEvidence { get; init; }

    /// <summary>Those that a person may use.</summary>
    /// <param name="evidence">He may know what evidence there is.</param>
    public static IEnumerable<UnitFilter> For(bool evidence) => All.Where(f => evidence || !f.OfEvidence);

    /// <summary>The filter of an address; one that is not known, or not for this person, is "all".</summary>
    public static UnitFilter Of(string? slug, bool evidence) => For(evidence).FirstOrDefault(f => f.Slug == slug) ?? All[0];
}
