using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Domain.Letters;

namespace Portal.Domain.Consolidation;

/// <summary>What kind of piece of the report it is.</summary>
public enum BlockKind
{
    /// <summary>A part of the frame: symbol, place, subject, addressees, recipients, signer (<see cref="ReportSlot"/>).</summary>
    Frame,
    /// <summary>The title of a section: I, II.</summary>
    Section,
    /// <summary>The title of a clause within it: 1, 2.</summary>
    Clause,
    /// <summary>Words of the person who composes; with the sources they were made of, where there are.</summary>
    Text,
    /// <summary>One answer of one unit, as it was written.</summary>
    Quote,
    /// <summary>The units' sentences, by item and resolution status.</summary>
    Digest,
    /// <summary>Totals of figures, a line each.</summary>
    Figures,
    /// <summary>Rates, a line each.</summary>
    Rates,
    /// <summary>Figures by unit, with a total.</summary>
    Table,
    /// <summary>How many unit-items are resolved how far, by group.</summary>
    Resolution,
    /// <summary>What is not resolved yet, with the day until when.</summary>
    Pending,
    /// <summary>How far the unit-items are resolved as bars, by group; with an item and a field that figure's bars, by unit.</summary>
    Chart,
    /// <summary>How the reports came in, as a sentence.</summary>
    Sending,
    /// <summary>Who sent no report, by name.</summary>
    Unsent,
}

/// <summary>The parts of the frame.</summary>
public enum ReportSlot
{
    /// <summary>What follows the number: <c>BC-UBND</c>.</summary>
    Symbol,
    /// <summary>Where it is issued.</summary>
    Place,
    /// <summary>What it is about.</summary>
    Subject,
    /// <summary>To whom, a line each; blank for none.</summary>
    Addressees,
    /// <summary>Who gets it, a line each.</summary>
    Recipients,
    /// <summary>TM., KT.: a line each.</summary>
    Authority,
    /// <summary>The signer's office.</summary>
    SignerTitle,
    /// <summary>The signer's name; never filled in by the portal.</summary>
    SignerName,
}

/// <summary>How a block is made out of the sources, so that it can be made again when they change.</summary>
/// <param name="Kind">What kind of piece.</param>
public sealed record BlockRecipe(BlockKind Kind)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Of which items, in order.</summary>
    public IReadOnlyList<string> Items { get; init; } = [];

    /// <summary>Which fields; none for those the kind takes by itself.</summary>
    public IReadOnlyList<string> Fields { get; init; } = [];

    /// <summary>Which rates, by code.</summary>
    public IReadOnlyList<string> Rates { get; init; } = [];

    /// <summary>Of one unit alone.</summary>
    public string? UnitCode { get; init; }

    /// <summary>Only sentences in which one of these words stands, accents and capitals apart.</summary>
    public IReadOnlyList<string> Containing { get; init; } = [];

    /// <summary>Which part of the frame.</summary>
    public ReportSlot? Slot { get; init; }

    /// <summary>It is made out of sources, not by a person alone.</summary>
    [JsonIgnore]
    public bool IsMade => Kind is not (BlockKind.Frame or BlockKind.Section or BlockKind.Clause or BlockKind.Text);

    /// <summary>It is a table or a chart and has no words to edit but its caption.</summary>
    [JsonIgnore]
    public bool IsCaptioned => Kind is BlockKind.Table or BlockKind.Resolution or BlockKind.Pending or BlockKind.Chart;

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads the stored form.</summary>
    public static BlockRecipe FromJson(string json) => JsonSerializer.Deserialize<BlockRecipe>(json, Json) ?? throw new JsonException("A block's recipe is empty.");

    internal static JsonSerializerOptions Options => Json;
}

/// <summary>Where something in a block comes from.</summary>
/// <param name="UnitCode">Whose answer.</param>
/// <param name="ItemCode">To which item.</param>
/// <param name="Version">Which version of it.</param>
public sealed record BlockSource(string UnitCode, string ItemCode, int Version)
{
    /// <summary>Which field, where it is one sentence of it.</summary>
    public string? Field { get; init; }

    /// <summary>The first character of the sentence in that field.</summary>
    public int Start { get; init; }

    /// <summary>How long it is.</summary>
    public int Length { get; init; }
}

/// <summary>A column of a made table.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Share">Its width against the others'.</param>
/// <param name="Figure">Its cells are figures.</param>
public sealed record MadeColumn(string Title, int Share, bool Figure = false)
{
    /// <summary>Its cells are short marks, centred.</summary>
    public bool Centred { get; init; }
}

/// <summary>A made table.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, totals last.</param>
public sealed record MadeTable(string Caption, IReadOnlyList<MadeColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>What is to be known about it, below it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>As lines of text, to compare it with how it was.</summary>
    public string AsText() => string.Join('\n', Rows.Select(r => string.Join(" | ", r)).Append(Note ?? ""));
}

/// <summary>What a recipe makes of the sources.</summary>
/// <param name="Text">Its words; lines that begin with a dash are a list.</param>
/// <param name="Sources">What it was made of.</param>
/// <param name="Table">Its table, where it is one.</param>
public sealed record MadeBlock(string Text, IReadOnlyList<BlockSource> Sources, MadeTable? Table = null)
{
    /// <summary>How many sentences of the units were not taken, because there would have been too many.</summary>
    public int LeftOut { get; init; }

    /// <summary>Its chart, where it is one.</summary>
    public LetterChart? Chart { get; init; }

    /// <summary>The stored form.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, BlockRecipe.Options);

    /// <summary>Reads the stored form.</summary>
    public static MadeBlock FromJson(string json) => JsonSerializer.Deserialize<MadeBlock>(json, BlockRecipe.Options) ?? throw new JsonException("A block is empty.");

    /// <summary>Says the same as another: words, table and chart; where it comes from may differ.</summary>
    public bool Says(MadeBlock other) => (Text, Table?.AsText() ?? "", Chart?.AsText() ?? "") == (other.Text, other.Table?.AsText() ?? "", other.Chart?.AsText() ?? "");

    /// <summary>All its words, to compare.</summary>
    public string AsText() => string.Join('\n', new[] { Text, Table?.AsText(), Chart?.AsText() }.OfType<string>()).Trim('\n');
}
