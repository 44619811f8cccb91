namespace Portal.Domain.Letters;

/// <summary>Another document that a letter names.</summary>
/// <param name="Number">Its number and symbol, as written.</param>
/// <param name="Type">Công văn, Quyết định …; null where it says only "văn bản" or nothing.</param>
/// <param name="Date">Its day.</param>
/// <param name="Issuer">Who issued it.</param>
/// <param name="Subject">What it is about.</param>
public sealed record ReadReference(Found<string> Number, string? Type, DateOnly? Date, string? Issuer, string? Subject);

/// <summary>What an item asks for.</summary>
public enum ReadKind
{
    /// <summary>A report.</summary>
    Report,
    /// <summary>A deed: a duty of the request.</summary>
    Action,
    /// <summary>To gather, check or urge others' reports: a duty of the request.</summary>
    Coordination,
}

/// <summary>A deadline as written.</summary>
/// <param name="Text">The words.</param>
/// <param name="Date">The day; null where no day is named or its year is not in the letter.</param>
/// <param name="Time">The hour.</param>
/// <param name="Qualifier">"trước", "chậm nhất (bao gồm cả ngày đó)", "trong"; null for none.</param>
/// <param name="Inclusive">The day or minute itself is in time.</param>
/// <param name="Instant">Day and hour at +07:00; null while either is missing: the minute of a day alone is set by a person.</param>
/// <param name="For">For what or whom.</param>
/// <param name="Period">A quarter or month instead of a day, from its first to its last day.</param>
public sealed record ReadDeadline(Found<string> Text, DateOnly? Date, TimeOnly? Time, string? Qualifier, bool Inclusive, DateTimeOffset? Instant, string? For, (DateOnly From, DateOnly To)? Period);

/// <summary>Those who are asked for the same.</summary>
/// <param name="Name">How the letter names them.</param>
/// <param name="Members">The single names, where more than one is written.</param>
/// <param name="Items">What they are asked for, in order.</param>
public sealed record ReadGroup(Found<string> Name, IReadOnlyList<string> Members, IReadOnlyList<ReadItem> Items);

/// <summary>One thing asked for.</summary>
/// <param name="Text">The clause, without the words that say when and to whom it is sent; its place is the clause word for word.</param>
/// <param name="Paragraph">The whole paragraph it stands in.</param>
/// <param name="Kind">Report or duty.</param>
/// <param name="LetterRef">The place as a person would name it.</param>
/// <param name="Deadline">A deadline of its own.</param>
public sealed record ReadItem(Found<string> Text, Found<string> Paragraph, ReadKind Kind, string? LetterRef, ReadDeadline? Deadline);

/// <summary>Who signs.</summary>
/// <param name="Name">The name.</param>
/// <param name="Authority">For whom or in whose place: the lines with TM., KT., TL., TUQ.</param>
/// <param name="Title">The office.</param>
public sealed record ReadSigner(Found<string> Name, string? Authority, string? Title);

/// <summary>An official letter as a proposal for a reporting request: what is not written stays null, and a person confirms the rest
/// (Nghị định 30/2020/NĐ-CP, phụ lục I, and the looser forms before it).</summary>
public sealed record LetterReading
{
    /// <summary>Công văn, Báo cáo, Giấy mời …</summary>
    public Found<string>? DocumentType { get; init; }

    /// <summary>The issuer, in small letters and whole: "Ủy ban nhân dân huyện Bình Sơn".</summary>
    public Found<string>? IssuingBody { get; init; }

    /// <summary>The number alone; null where its place is blank.</summary>
    public Found<string>? Number { get; init; }

    /// <summary>The symbol after the number.</summary>
    public Found<string>? Symbol { get; init; }

    /// <summary>The place of the dateline.</summary>
    public Found<string>? Place { get; init; }

    /// <summary>What it is about, without "V/v".</summary>
    public Found<string>? Subject { get; init; }

    /// <summary>To whom the reports are sent, with "(qua …)" where it says so.</summary>
    public Found<string>? ReceivingUnit { get; init; }

    /// <summary>To whom the gathered report goes.</summary>
    public Found<string>? ReportUpTo { get; init; }

    /// <summary>The sentence that asks and introduces the list.</summary>
    public Found<string>? OpeningText { get; init; }

    /// <summary>The day of issue.</summary>
    public Found<DateOnly>? Date { get; init; }

    /// <summary>The letterhead as written.</summary>
    public IReadOnlyList<Found<string>> LetterheadLines { get; init; } = [];

    /// <summary>Kính gửi.</summary>
    public IReadOnlyList<Found<string>> Addressees { get; init; } = [];

    /// <summary>Nơi nhận; null where the letter has none.</summary>
    public IReadOnlyList<Found<string>>? Recipients { get; init; }

    /// <summary>The documents it refers to.</summary>
    public IReadOnlyList<ReadReference> SuperiorReferences { get; init; } = [];

    /// <summary>Whether it asks anybody for a report.</summary>
    public required Found<bool> IsReportingRequest { get; init; }

    /// <summary>The deadline of the report.</summary>
    public ReadDeadline? Deadline { get; init; }

    /// <summary>The other deadlines: of earlier letters, of groups, of deeds.</summary>
    public IReadOnlyList<ReadDeadline> OtherDeadlines { get; init; } = [];

    /// <summary>The day up to which figures are asked for.</summary>
    public ReadDeadline? DataCutoff { get; init; }

    /// <summary>Who is asked for what.</summary>
    public IReadOnlyList<ReadGroup> Groups { get; init; } = [];

    /// <summary>Who signs; null where no name is written.</summary>
    public ReadSigner? Signer { get; init; }

    /// <summary>What a person must confirm or supply.</summary>
    public IReadOnlyList<LetterDoubt> Doubts { get; init; } = [];

    /// <summary>Reads a letter. Any text is read to its end without an error; at most its first 200,000 letters are looked at.</summary>
    /// <param name="text">Its plain text, composed or decomposed; tabs part the columns of a table or letterhead.</param>
    public static LetterReading Read(string text) => new LetterReader(LetterText.Of(text)).Read();
}
