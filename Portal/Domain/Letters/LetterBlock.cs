namespace Portal.Domain.Letters;

/// <summary>One piece of a letter's body.</summary>
public abstract record LetterBlock;

/// <summary>Words that look the same.</summary>
/// <param name="Text">The words; a line feed breaks the line.</param>
/// <param name="Bold">Set off, as a deadline is.</param>
public sealed record LetterRun(string Text, bool Bold = false)
{
    /// <summary>Plain words.</summary>
    public static implicit operator LetterRun(string text) => new(text);
}

/// <summary>A paragraph.</summary>
public sealed record LetterParagraph(params IReadOnlyList<LetterRun> Runs) : LetterBlock;

/// <summary>One ground of the letter (căn cứ); the mark at its end is the writer's.</summary>
/// <param name="Text">The ground.</param>
/// <param name="Last">No other follows.</param>
public sealed record LetterBasis(string Text, bool Last) : LetterBlock;

/// <summary>How deep a heading stands.</summary>
public enum LetterLevel
{
    /// <summary>Phần: Roman number, title below, centred.</summary>
    Part,
    /// <summary>Mục: <c>I.</c> and the title in capitals.</summary>
    Section,
    /// <summary>Khoản: <c>1.</c> and the title.</summary>
    Clause,
}

/// <summary>A heading; the writer numbers it.</summary>
public sealed record LetterHeading(LetterLevel Level, string Title) : LetterBlock;

/// <summary>How the lines of a list begin.</summary>
public enum LetterListKind
{
    /// <summary>With a dash.</summary>
    Dashes,
    /// <summary>With <c>a)</c>, <c>b)</c> … <c>đ)</c> of the Vietnamese alphabet.</summary>
    Points,
}

/// <summary>A list; each item a line of words with its own mark at the end.</summary>
public sealed record LetterList(LetterListKind Kind, IReadOnlyList<string> Items) : LetterBlock;

/// <summary>How a column's cells stand.</summary>
public enum LetterColumnKind
{
    /// <summary>Words, from the left.</summary>
    Text,
    /// <summary>A number or a short mark, centred.</summary>
    Centred,
    /// <summary>A figure, from the right.</summary>
    Figure,
}

/// <summary>A column.</summary>
/// <param name="Title">Its head.</param>
/// <param name="Share">Its width against the others'.</param>
/// <param name="Kind">How its cells stand.</param>
public sealed record LetterColumn(string Title, int Share, LetterColumnKind Kind = LetterColumnKind.Text);

/// <summary>A table. Its head is repeated on every page, its rows are not split.</summary>
/// <param name="Caption">What it shows, in a line: for who listens instead of looking, and above it where wanted.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The rows, one text for each column; read once and in order.</param>
public sealed record LetterTable(string Caption, IReadOnlyList<LetterColumn> Columns, IEnumerable<IReadOnlyList<string>> Rows) : LetterBlock
{
    /// <summary>The caption stands above the table too.</summary>
    public bool CaptionShown { get; init; }
}

/// <summary>One colour of a chart.</summary>
/// <param name="Name">What it stands for.</param>
/// <param name="Values">Its figure in each bar; none below 0.</param>
public sealed record LetterSeries(string Name, IReadOnlyList<decimal> Values);

/// <summary>A chart of lying bars with their figures in them. Of several series every bar is as long as the others, and shows how they share it.</summary>
/// <param name="Caption">What it shows; stands above it.</param>
/// <param name="Bars">What the bars are, from the top.</param>
/// <param name="Series">Its colours.</param>
public sealed record LetterChart(string Caption, IReadOnlyList<string> Bars, IReadOnlyList<LetterSeries> Series) : LetterBlock
{
    /// <summary>What is to be known about it, below it; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>All that it shows as lines of text: for who listens, and to compare it with how it was.</summary>
    public string AsText() => string.Join('\n', Bars.Select((bar, k) => $"{bar}: {string.Join("; ", Series.Select(s => Series.Count == 1 ? Figures.FigureParser.Show(s.Values[k]) : $"{s.Name} {Figures.FigureParser.Show(s.Values[k])}"))}").Concat(Note is null ? [] : [Note]));
}
