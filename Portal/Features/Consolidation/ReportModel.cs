using Portal.Domain.Consolidation;
using Portal.Domain.Letters;
using Portal.Domain.Requests;

namespace Portal.Features.Consolidation;

/// <summary>The consolidated report of a request, as one person may see it.</summary>
/// <param name="RequestId">To follow changes.</param>
/// <param name="Code">The request's code.</param>
/// <param name="UpTo">To whom it goes.</param>
/// <param name="State">Where the request stands.</param>
public sealed record ReportModel(int RequestId, string Code, string UpTo, RequestState State)
{
    /// <summary>He composes.</summary>
    public bool MayCompose { get; init; }

    /// <summary>He approves, sends back, says something of blocks.</summary>
    public bool MayDecide { get; init; }

    /// <summary>Something is being composed.</summary>
    public bool Begun { get; init; }

    /// <summary>Which answers count.</summary>
    public SourceChoice Choice { get; init; }

    /// <summary>The version of order and blocks.</summary>
    public int Version { get; init; }

    /// <summary>Moves when anything in it changes: the page's browser then asks for what is new.</summary>
    public long Revision { get; init; }

    /// <summary>The reader.</summary>
    public int Me { get; init; }

    /// <summary>As colleagues read it.</summary>
    public string MyName { get; init; } = "";

    /// <summary>The plan: the frame, then each heading.</summary>
    public IReadOnlyList<PartModel> Parts { get; init; } = [];

    /// <summary>The part that is shown.</summary>
    public PartModel? Shown { get; init; }

    /// <summary>Its blocks.</summary>
    public IReadOnlyList<BlockModel> Blocks { get; init; } = [];

    /// <summary>Drafted blocks of the whole report and their versions.</summary>
    public IReadOnlyDictionary<int, int> Drafted { get; init; } = new Dictionary<int, int>();

    /// <summary>How many blocks' sources have changed.</summary>
    public int Changed { get; init; }

    /// <summary>What it can be made of.</summary>
    public LibraryModel Library { get; init; } = new([], [], [], [], 0);

    /// <summary>How many unit-items count, of how many.</summary>
    public (int Taken, int All) Items { get; init; }

    /// <summary>What was put before the leader, newest first.</summary>
    public IReadOnlyList<VersionModel> Versions { get; init; } = [];

    /// <summary>When it was sent up, newest first.</summary>
    public IReadOnlyList<SendingModel> Sendings { get; init; } = [];
}

/// <summary>A part of the plan.</summary>
/// <param name="Id">The heading's block; 0 for the frame.</param>
/// <param name="Level">1 for a section, 2 for a clause; 0 for the frame.</param>
/// <param name="Number">I., 1.</param>
/// <param name="Title">The heading.</param>
/// <param name="Changed">How many of its blocks have changed sources.</param>
/// <param name="Drafted">How many nobody has been through.</param>
/// <param name="Remarks">How many remarks are open.</param>
public sealed record PartModel(int Id, int Level, string Number, string Title, int Changed, int Drafted, int Remarks);

/// <summary>A block.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Recipe">How it is made.</param>
/// <param name="Text">Its words.</param>
/// <param name="Version">Its version.</param>
/// <param name="Drafted">Nobody has been through what the portal drafted.</param>
/// <param name="Table">Its table.</param>
/// <param name="Chart">Its chart.</param>
/// <param name="LeftOut">How many sentences of the units were not taken.</param>
/// <param name="Sources">What it was made of: unit, item, version.</param>
/// <param name="Before">What its sources said when it was made; null where they say the same now.</param>
/// <param name="Now">What they say now; null where nothing changed.</param>
/// <param name="Remarks">What leaders said of it.</param>
public sealed record BlockModel(int Id, BlockRecipe Recipe, string Text, int Version, bool Drafted, MadeTable? Table, LetterChart? Chart, int LeftOut, IReadOnlyList<SourceModel> Sources, string? Before, string? Now, IReadOnlyList<RemarkModel> Remarks);

/// <summary>One answer a block was made of.</summary>
/// <param name="Unit">Whose.</param>
/// <param name="UnitLogin">As addresses name the unit.</param>
/// <param name="ItemCode">To which item.</param>
/// <param name="Version">Which version was used.</param>
/// <param name="Current">Which version counts now; 0 for none any more.</param>
public sealed record SourceModel(string Unit, string UnitLogin, string ItemCode, int Version, int Current);

/// <summary>A remark.</summary>
public sealed record RemarkModel(int Id, string By, DateTimeOffset At, string Text, bool Resolved);

/// <summary>What the report can be made of, for the part that is shown.</summary>
/// <param name="Items">The items of the part.</param>
/// <param name="Answers">The answers that count.</param>
/// <param name="Figures">Figures and rates with their totals.</param>
/// <param name="Silent">Who owes one of the items and does not count.</param>
/// <param name="More">How many answers more there are than are shown.</param>
public sealed record LibraryModel(IReadOnlyList<(string Code, string Title)> Items, IReadOnlyList<LibraryAnswer> Answers, IReadOnlyList<LibraryFigure> Figures, IReadOnlyList<string> Silent, int More);

/// <summary>An answer that can be quoted.</summary>
public sealed record LibraryAnswer(string UnitCode, string Unit, string UnitLogin, string ItemCode, string Field, string Begins, string? Resolution, bool Marked, bool Used);

/// <summary>A figure that can be put in.</summary>
public sealed record LibraryFigure(string ItemCode, string Code, string Label, string Total, string Answered, bool Rate, bool Used)
{
    /// <summary>It can be drawn by unit.</summary>
    public bool Drawn { get; init; }
}

/// <summary>A version.</summary>
public sealed record VersionModel(int Number, ReportState State, string File, long Size, DateTimeOffset SubmittedAt, string SubmittedBy, DateTimeOffset? DecidedAt, string? DecidedBy, string? Reason);

/// <summary>A record of sending.</summary>
public sealed record SendingModel(int Id, int VersionNumber, string Number, DateOnly Day, SendingWay Way, string FileName, long Size, string File, DateTimeOffset At, string By, DateTimeOffset? VoidedAt, string? VoidedBy, string? VoidReason, string? Signatures);
