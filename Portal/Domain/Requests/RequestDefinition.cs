using Portal.Domain.Consolidation;

namespace Portal.Domain.Requests;

/// <summary>Whether an item is reported on or is a duty of coordination, which is never counted.</summary>
public enum ItemKind
{
    /// <summary>The unit reports on it.</summary>
    Report,
    /// <summary>A duty of the coordinating unit; it has no form.</summary>
    Duty,
}

/// <summary>Whether the signed report of the unit must be attached.</summary>
public enum SignedReport
{
    /// <summary>Not asked for.</summary>
    None,
    /// <summary>Missing it is a warning.</summary>
    Optional,
    /// <summary>Missing it blocks sending.</summary>
    Required,
}

/// <summary>The letter of the superior body that the request answers to, copied as written.</summary>
public sealed record SuperiorReference(string Type, string Number, DateOnly? Date, string Issuer, string Subject, string? Note);

/// <summary>Who signed the letter.</summary>
public sealed record Signer(string AuthorityLine, string Title, string Name);

/// <summary>What the letter says of itself, verbatim. Number and date stay null until they are known: they are never invented.</summary>
public sealed record LetterFacts
{
    public required string DocumentType { get; init; }
    public required string IssuingBody { get; init; }
    public required IReadOnlyList<string> LetterheadLines { get; init; }
    /// <summary>Null while the letter bears no number.</summary>
    public string? Number { get; init; }
    public required string Symbol { get; init; }
    /// <summary>The number line as the source shows it.</summary>
    public required string NumberDisplay { get; init; }
    /// <summary>The pattern a number entered later has to match.</summary>
    public required string NumberPattern { get; init; }
    public required string Place { get; init; }
    /// <summary>Null while the letter bears no full date.</summary>
    public DateOnly? Date { get; init; }
    public required string DateDisplay { get; init; }
    public required string Subject { get; init; }
    public required IReadOnlyList<string> Addressees { get; init; }
    public SuperiorReference? SuperiorReference { get; init; }
    public required string OrderedBy { get; init; }
    public required string OpeningText { get; init; }
    public required string ReceivingText { get; init; }
    public required string ReportUpTo { get; init; }
    /// <summary>The "Nơi nhận" lines.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }
    public required Signer Signer { get; init; }
    /// <summary>Notes of the file on what the letter leaves open, by name of the thing left open.</summary>
    public required IReadOnlyDictionary<string, string> Notes { get; init; }
}

/// <summary>When reports are due.</summary>
/// <param name="Text">As the letter says it.</param>
/// <param name="Instant">The instant; null when the letter names none.</param>
/// <param name="Inclusive">Whether a report at that very instant is still in time.</param>
public sealed record LetterDeadline(string Text, DateTimeOffset? Instant, bool Inclusive);

/// <summary>A numbered group of the letter.</summary>
public sealed record RequestGroup(string Code, int Order, string Title, string Role, IReadOnlyList<string> UnitCodes, IReadOnlyList<string> ItemCodes);

/// <summary>A unit: one that reports, or one that only has people (then <see cref="GroupCode"/> is null).</summary>
/// <param name="Order">Its place in the official order, from 1 over all units of the request.</param>
public sealed record RequestUnit(string Code, string Name, string FullName, string Kind, string? GroupCode, int Order)
{
    /// <summary>The official five-digit code, where it has one.</summary>
    public string? OfficialCode { get; init; }
    /// <summary>The name for narrow places; the name itself where there is none.</summary>
    public string ShortName { get; init; } = Name;
    /// <summary>The line over its name in a letterhead; null where it has none.</summary>
    public string? LetterheadParent { get; init; }
    /// <summary>The lines of its own letterhead.</summary>
    public IReadOnlyList<string> LetterheadLines { get; init; } = [];
    public string? PlaceName { get; init; }
    /// <summary>Other spellings that occur in letters.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>What its people's user names start with: the official code, else the code in lower case.</summary>
    public string LoginCode => OfficialCode ?? Code.ToLowerInvariant();
}

/// <summary>One thing a group of units has to report on or to do.</summary>
/// <param name="LetterRef">Where in the letter it stands.</param>
/// <param name="Text">The clause.</param>
/// <param name="Verbatim">The whole paragraph of the letter it was taken from.</param>
/// <param name="Annex">The annex of the consolidated report that takes from it.</param>
public sealed record AssignedItem(
    string Code, string GroupCode, string LetterRef, ItemKind Kind, string Title, string Text, string Verbatim,
    IReadOnlyList<string> Themes, string? Annex, string Origin);

/// <summary>A theme of the letter.</summary>
public sealed record Theme(string Code, string Label);

/// <summary>Two sources that should agree across units; shown when they do not.</summary>
public sealed record Reconciliation(string Code, string Severity, string Left, string Right, string Message);

/// <summary>A figure computed from rolled-up figures.</summary>
public sealed record DerivedIndicator(string Code, string Label, string? Unit, string Formula, int Decimals, string? Note);

/// <summary>An annex of the consolidated report.</summary>
public sealed record Annex(string Code, string Title);

/// <summary>A reporting request as its file defines it: the letter, who reports on what, and the forms.</summary>
public sealed record RequestDefinition
{
    public required string Code { get; init; }
    public required string Kind { get; init; }
    public required string KindLabel { get; init; }
    public required LetterFacts Letter { get; init; }
    public required LetterDeadline Deadline { get; init; }
    /// <summary>The period of the figures; null until the coordinator sets it.</summary>
    public string? ReportPeriod { get; init; }
    /// <summary>When the superior body wants the district's own report; null while it is not known.</summary>
    public DateTimeOffset? UpwardDeadline { get; init; }
    public required bool EvidenceRequired { get; init; }
    public required string ReceivingUnitCode { get; init; }
    public required string CoordinatingUnitCode { get; init; }
    public required SignedReport SignedReport { get; init; }
    public required IReadOnlyList<RequestGroup> Groups { get; init; }
    /// <summary>The unit to which all others belong; null where the file names none.</summary>
    public string? TopUnitCode { get; init; }
    /// <summary>The units that report, in the letter's order.</summary>
    public required IReadOnlyList<RequestUnit> Units { get; init; }
    /// <summary>Units that do not report but to which people belong.</summary>
    public required IReadOnlyList<RequestUnit> OrganisationUnits { get; init; }
    public required IReadOnlyList<AssignedItem> Items { get; init; }
    public required IReadOnlyList<Theme> Themes { get; init; }
    public required FormTemplate Template { get; init; }
    public required IReadOnlyList<Reconciliation> Reconciliations { get; init; }
    public required IReadOnlyList<DerivedIndicator> DerivedIndicators { get; init; }
    public required IReadOnlyList<Annex> Annexes { get; init; }

    /// <summary>The plan of the consolidated report; empty where the file has none.</summary>
    public IReadOnlyList<OutlinePart> Outline { get; init; } = [];

    /// <summary>The items a unit reports on, in the letter's order; duties left out.</summary>
    public IEnumerable<AssignedItem> ReportItemsOf(string unitCode) => ItemsOf(unitCode).Where(i => i.Kind is ItemKind.Report);

    /// <summary>All items of a unit, duties too.</summary>
    public IEnumerable<AssignedItem> ItemsOf(string unitCode)
    {
        var group = Units.FirstOrDefault(u => u.Code == unitCode)?.GroupCode;
        return Items.Where(i => i.GroupCode == group);
    }

    /// <summary>How many unit-items are counted: report items times the units of their group.</summary>
    public int UnitItemCount => Units.Sum(u => ReportItemsOf(u.Code).Count());
}
