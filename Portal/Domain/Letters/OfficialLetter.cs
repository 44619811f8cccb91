namespace Portal.Domain.Letters;

/// <summary>The day of a letter. The day stays blank until the clerk enters it with the number, after signing (Nghị định 30/2020/NĐ-CP, Điều 15).</summary>
/// <param name="Day">Null while it is blank.</param>
/// <param name="Month">Null while it is blank.</param>
/// <param name="Year">The year.</param>
public sealed record LetterDay(int? Day, int? Month, int Year);

/// <summary>An administrative document that the portal makes, as plain content: what stands in it, nothing of how it looks (Nghị định 30/2020/NĐ-CP, Phụ lục I).</summary>
public sealed record OfficialLetter
{
    /// <summary>The body above the issuer (cơ quan chủ quản); null where it has none, as a People's Committee.</summary>
    public string? IssuerParent { get; init; }

    /// <summary>Who issues it, in the lines in which it is written; long lines are broken by the writer.</summary>
    public required IReadOnlyList<string> Issuer { get; init; }

    /// <summary>Its name within a sentence.</summary>
    public required string IssuerName { get; init; }

    /// <summary>The number; null while it is blank.</summary>
    public int? Number { get; init; }

    /// <summary>The symbol after the number: <c>BC-UBND</c>, <c>UBND-VX</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Where it is issued.</summary>
    public required string Place { get; init; }

    /// <summary>When.</summary>
    public required LetterDay Date { get; init; }

    /// <summary>The kind that stands over the subject, such as a báo cáo; null for a công văn, whose subject stands under the number.</summary>
    public string? Kind { get; init; }

    /// <summary>What it is about; without the words that introduce it.</summary>
    public required string Subject { get; init; }

    /// <summary>To whom; empty where the kind has no addressee.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>What it says, read once and in order.</summary>
    public required IEnumerable<LetterBlock> Body { get; init; }

    /// <summary>What is attached.</summary>
    public IReadOnlyList<LetterAnnex> Annexes { get; init; } = [];

    /// <summary>For whom or in whose place is signed: the lines that begin with TM., KT., TL., TUQ.</summary>
    public IReadOnlyList<string> AuthorityLines { get; init; } = [];

    /// <summary>The signer's office.</summary>
    public required string SignerTitle { get; init; }

    /// <summary>The signer's name, without an academic title; null while nobody knows who signs.</summary>
    public string? SignerName { get; init; }

    /// <summary>Who gets it, in order, the filing line last; without dashes and marks at the ends.</summary>
    public required IReadOnlyList<string> Recipients { get; init; }

    /// <summary>When the file was made, for its properties.</summary>
    public required DateTimeOffset MadeAt { get; init; }
}

/// <summary>Something attached: a section of its own, with its own page numbers.</summary>
/// <param name="Title">What it is.</param>
/// <param name="Body">What stands in it, read once and in order.</param>
public sealed record LetterAnnex(string Title, IEnumerable<LetterBlock> Body)
{
    /// <summary>Its tables need the page turned on its side.</summary>
    public bool Wide { get; init; }
}
