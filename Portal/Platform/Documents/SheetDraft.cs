using Portal.Domain.Figures;

namespace Portal.Platform.Documents;

/// <summary>How a cell of a written sheet looks, and whether people may type into it.</summary>
public enum CellLook
{
    /// <summary>Words to read.</summary>
    Text,
    /// <summary>The sheet's or a block's name.</summary>
    Title,
    /// <summary>The head of a column.</summary>
    Head,
    /// <summary>What is asked.</summary>
    Label,
    /// <summary>How to answer.</summary>
    Hint,
    /// <summary>An answer: the only cells that are not locked.</summary>
    Input,
    /// <summary>An answer that nobody may change now.</summary>
    Shut,
    /// <summary>Something to read that stays the text it is.</summary>
    Fact,
    /// <summary>A figure, from the right.</summary>
    Figure,
}

/// <summary>One cell to write: text, or a number where <see cref="Number"/> says so. Nothing that is written here can be a formula.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Text">What stands in it; an empty text leaves the cell blank.</param>
/// <param name="Look">How it looks.</param>
public sealed record SheetCell(int Row, int Column, string Text, CellLook Look)
{
    /// <summary>The most characters a cell can hold.</summary>
    public const int MaxLength = 32_767;

    /// <summary>The most digits the programs keep of a number.</summary>
    public const int MostDigits = 15;

    /// <summary>The number that stands in it, to reckon with, in the place of the text; shown with as many decimals as it has, always as <see cref="CellLook.Figure"/>.
    /// One of more digits than <see cref="MostDigits"/> is written as text, since the programs would change it.</summary>
    public decimal? Number { get; init; }

    /// <summary>Over how many columns it reaches.</summary>
    public int Across { get; init; } = 1;

    /// <summary>How many lines high its row is at least, when that is more than its words take.</summary>
    public int Lines { get; init; }

    /// <summary>The list it chooses from, by name.</summary>
    public string? List { get; init; }

    /// <summary>A cell that holds a number.</summary>
    /// <param name="row">From 1.</param>
    /// <param name="column">From 1.</param>
    /// <param name="number">The number; its decimals are shown, also zeros.</param>
    public static SheetCell Of(int row, int column, decimal number) => new(row, column, FigureParser.Show(number, number.Scale), CellLook.Figure) { Number = number };

    /// <summary>The number as the programs keep it, without a change; null where there is none, or none that they could keep.</summary>
    internal decimal? Kept => Number is { } number && FigureParser.Canonical(Math.Abs(number)).Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length <= MostDigits ? number : null;

    /// <summary>About how many lines a text takes over that many characters; 1 where the width is not known.</summary>
    public static int LinesOf(string text, int width) => width < 4 ? 1 : text.Split('\n').Sum(line => 1 + line.Length / (width - 2));
}

/// <summary>One sheet to write; protected, without a password, unless it says otherwise.</summary>
/// <param name="Name">At most 31 characters, none of []:*?/\.</param>
/// <param name="Cells">Its cells, in any order.</param>
public sealed record SheetDraft(string Name, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Widths of the columns in characters, from the first.</summary>
    public IReadOnlyList<double> Widths { get; init; } = [];

    /// <summary>How many rows stay in sight.</summary>
    public int FrozenRows { get; init; }

    /// <summary>Not protected: a list to sort and to copy from.</summary>
    public bool Unlocked { get; init; }

    /// <summary>Not shown, and not offered to be shown.</summary>
    public bool Hidden { get; init; }
}

/// <summary>A list that cells offer to choose from.</summary>
/// <param name="Name">Its name, as cells say it.</param>
/// <param name="Labels">What is offered.</param>
public sealed record ListDraft(string Name, IReadOnlyList<string> Labels);
