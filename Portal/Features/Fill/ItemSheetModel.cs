using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Shared.Fields;

namespace Portal.Features.Fill;

/// <summary>A value as it stands, canonical, with its version.</summary>
public sealed record SheetValue(string? Value, int Version);

/// <summary>A row of a repeating table: its id, its place, the version of its place.</summary>
public sealed record SheetRow(string Id, int Order, int Version);

/// <summary>One entry of the list of items beside the form.</summary>
public sealed record SheetStep(string Code, string Title, ItemState State, bool Editable, DateTimeOffset? SupplementDue);

/// <summary>One line of the item's history.</summary>
public sealed record SheetEvent(string What, string When, string Who);

/// <summary>What was asked or answered about opening the item again.</summary>
public sealed record SheetAsk(string By, DateTimeOffset At, string Reason);

/// <summary>One item of one unit, as the page shows it.</summary>
public sealed record ItemSheetModel
{
    public required ReportKey Report { get; init; }
    public required int SubmissionId { get; init; }
    public required string UnitName { get; init; }
    public required string ItemCode { get; init; }
    public required string Title { get; init; }
    public required bool IsCover { get; init; }
    public required ItemState State { get; init; }
    public required DateTimeOffset StateSince { get; init; }
    /// <summary>Who brought it into its state.</summary>
    public required string StateBy { get; init; }
    public required DateTimeOffset Now { get; init; }
    public required IReadOnlyList<Field> Fields { get; init; }
    public required IReadOnlyList<SheetStep> Items { get; init; }
    public string? LetterRef { get; init; }
    /// <summary>The letter's paragraph, word for word.</summary>
    public string? Clause { get; init; }
    /// <summary>The part of the paragraph that this item is about.</summary>
    public string? Asked { get; init; }
    public EvidenceRule? Evidence { get; init; }

    /// <summary>True for the unit's own people: they see the working copy.</summary>
    public bool Own { get; init; }
    /// <summary>A coordinator is entering the report from paper; null while it is in the unit's hands.</summary>
    public EntryUnderWay? Entry { get; init; }
    /// <summary>The reader is who enters it: he has the working copy instead of the unit.</summary>
    public bool Entering { get; init; }
    /// <summary>What counts was entered for the unit from paper and is not confirmed.</summary>
    public bool Unconfirmed { get; init; }
    /// <summary>True for others while nothing was sent.</summary>
    public bool NotSent { get; init; }
    public DateTimeOffset? SentAt { get; init; }
    public int? SentNumber { get; init; }
    public bool Editable { get; init; }
    /// <summary>The fields that may be edited now.</summary>
    public IReadOnlyList<string> OpenPaths { get; init; } = [];
    /// <summary>Why it is locked and what opens it.</summary>
    public string? Locked { get; init; }
    /// <summary>The reader heads the unit, or acts in its head's place: he opens what is locked by him.</summary>
    public bool Heads { get; init; }
    /// <summary>Why it came back.</summary>
    public string? Reason { get; init; }
    public DateTimeOffset? SupplementDue { get; init; }
    /// <summary>The cover came back for somebody who may sign.</summary>
    public bool WrongSigner { get; init; }
    /// <summary>It was accepted: the unit may ask to open it again.</summary>
    public bool Accepted => State is ItemState.Accepted or ItemState.Included;
    /// <summary>What the unit asked and nobody has answered yet.</summary>
    public SheetAsk? Question { get; init; }
    /// <summary>What was said to the last question, when it was refused.</summary>
    public SheetAsk? Refused { get; init; }

    /// <summary>Who reads.</summary>
    public int Me { get; init; }
    /// <summary>His name.</summary>
    public string MyName { get; init; } = "";
    /// <summary>When the working copy was changed last, in milliseconds since 1970; the browser asks for what it does not have.</summary>
    public long Revision { get; init; }
    public IReadOnlyDictionary<string, SheetValue> Values { get; init; } = new Dictionary<string, SheetValue>();
    /// <summary>Rows by table.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SheetRow>> Rows { get; init; } = new Dictionary<string, IReadOnlyList<SheetRow>>();
    /// <summary>The last sent values by path; null before the first sending.</summary>
    public IReadOnlyDictionary<string, string>? Before { get; init; }
    /// <summary>"Theo biểu mẫu cũ": what was answered by earlier forms and has no field in the present one, the latest first; for the unit's own people.</summary>
    public IReadOnlyList<OldAnswers> OldAnswers { get; init; } = [];
    public IReadOnlyList<EvidenceRow> Documents { get; init; } = [];
    /// <summary>Documents that stand on other items of the report only.</summary>
    public IReadOnlyList<EvidenceRow> OtherDocuments { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
    /// <summary>What is said about it; null for who may not read it.</summary>
    public ItemTalk? Talk { get; init; }
    /// <summary>Who has it in hand; null for others than the unit's people, and while it is not given to anybody.</summary>
    public string? Assignee { get; init; }
    /// <summary>Fields, and columns as "table/column", whose condition does not hold.</summary>
    public IReadOnlyList<string> Hidden { get; init; } = [];
    /// <summary>The rules that the browser evaluates while one types, as JSON; null for none.</summary>
    public string? Rules { get; init; }
    public IReadOnlyList<SheetEvent> History { get; init; } = [];

    /// <summary>The canonical value at a path.</summary>
    public string? Value(string path) => Values.GetValueOrDefault(path)?.Value;

    /// <summary>The version at a path; 0 where nothing was ever saved.</summary>
    public int Version(string path) => Values.GetValueOrDefault(path)?.Version ?? 0;
}
