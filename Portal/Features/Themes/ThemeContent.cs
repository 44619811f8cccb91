using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Domain.Themes;
using Portal.Platform.Live;

namespace Portal.Features.Themes;

/// <summary>A theme that the person may look at, and the board that tells when it is to be read again.</summary>
/// <param name="Board">The board of the request; null while no request is open.</param>
/// <param name="Before">Its picture just before the theme was read.</param>
/// <param name="Content">What is shown; null while there is nothing.</param>
public sealed record OpenedTheme(ProgressBoard? Board, BoardSnapshot? Before, ThemeContent? Content);

/// <summary>A theme: its sources compared, the offices' answers, the figures of units that share an item.</summary>
/// <param name="RequestCode">Of which request.</param>
/// <param name="Slug">What stands in the address.</param>
/// <param name="Label">What the theme is called.</param>
/// <param name="Tabs">All themes of the request.</param>
/// <param name="Checks">The comparisons that belong to it.</param>
/// <param name="Blocks">Its items in letter order.</param>
public sealed record ThemeContent(string RequestCode, string Slug, string Label, IReadOnlyList<ThemeTab> Tabs, IReadOnlyList<ThemeCheck> Checks, IReadOnlyList<ThemeBlock> Blocks)
{
    /// <summary>How many unit-items of it were sent.</summary>
    public int Sent => Blocks.Sum(b => b.Sent);

    /// <summary>How many it has.</summary>
    public int Expected => Blocks.Sum(b => b.Answers.Count);
}

/// <summary>A theme in the row of themes.</summary>
/// <param name="Slug">What stands in its address.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Sent">How many of its unit-items were sent.</param>
/// <param name="Expected">How many it has.</param>
/// <param name="Differing">How many of its comparisons cannot agree.</param>
/// <param name="Undecided">Of how many nothing can be concluded yet.</param>
public sealed record ThemeTab(string Slug, string Label, int Sent, int Expected, int Differing, int Undecided);

/// <summary>A unit as the page names it.</summary>
public sealed record ThemeUnit(string Code, string Login, string Name, string ShortName);

/// <summary>An item of the theme, with a figure a column and a unit a row.</summary>
/// <param name="ItemCode">Which item.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Shared">Several units have it: a table. Else one office answers it.</param>
/// <param name="Columns">Its figures.</param>
/// <param name="Answers">A row a unit, in official order, those who sent nothing too.</param>
public sealed record ThemeBlock(string ItemCode, string Title, bool Shared, IReadOnlyList<ThemeColumn> Columns, IReadOnlyList<ThemeAnswer> Answers)
{
    /// <summary>How many units have sent it.</summary>
    public int Sent => Answers.Count(a => a.Sent);
}

/// <summary>A figure of an item.</summary>
/// <param name="Label">The field's label.</param>
/// <param name="Unit">What it is counted in.</param>
/// <param name="Number">It is a number.</param>
/// <param name="Total">What the units' figures come to, for people; null where nothing is added up, and where it is withheld.</param>
/// <param name="Answered">How many units gave it; null where that is withheld.</param>
/// <param name="Withheld">A sensitive figure that the reader may not see of one unit.</param>
public sealed record ThemeColumn(string Label, string? Unit, bool Number, string? Total, int? Answered, bool Withheld);

/// <summary>What one unit said.</summary>
/// <param name="Unit">Which unit.</param>
/// <param name="State">Where its item stands.</param>
/// <param name="Sent">A version counts.</param>
/// <param name="Cells">Its figures for people, in the order of the columns; null for blank and for withheld.</param>
public sealed record ThemeAnswer(ThemeUnit Unit, ItemState State, bool Sent, IReadOnlyList<string?> Cells)
{
    /// <summary>How far the unit says the matter is resolved.</summary>
    public string? Resolution { get; init; }

    /// <summary>How its result begins; only where one office answers.</summary>
    public string? Narrative { get; init; }

    /// <summary>How many documents the version has; null for who may not know.</summary>
    public int? Documents { get; init; }

    /// <summary>It was entered for the unit from paper and its head has not confirmed it.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>The unit is working on it again: what is shown is what it sent last.</summary>
    public bool Reopened => Sent && State is not (ItemState.Sent or ItemState.Resent or ItemState.Accepted or ItemState.Included);
}

/// <summary>Two sources compared.</summary>
/// <param name="Code">The comparison's code.</param>
/// <param name="Title">What is compared: the label of the first source's figure.</param>
/// <param name="Message">What it means when they differ.</param>
/// <param name="Verdict">What came of it; null where telling it would tell a figure that the reader may not see.</param>
/// <param name="Left">The first source.</param>
/// <param name="Right">The second.</param>
/// <param name="Gap">How far apart they are, for people; null while one has no figure.</param>
public sealed record ThemeCheck(string Code, string Title, string Message, CrossVerdict? Verdict, ThemeSide Left, ThemeSide Right, string? Gap);

/// <summary>One source of a comparison.</summary>
/// <param name="ItemCode">Of which item.</param>
/// <param name="Kind">How units are put together.</param>
/// <param name="Units">Who is asked.</param>
/// <param name="Value">What it comes to, with its unit of measure, for people; null for nothing, and where it is withheld.</param>
/// <param name="Withheld">The reader may not see it.</param>
/// <param name="Answered">How many gave the figure; null where that is withheld.</param>
/// <param name="Silent">Who sent nothing.</param>
/// <param name="Blank">Who sent the item and left the figure blank; withheld with the value.</param>
public sealed record ThemeSide(string ItemCode, CrossKind Kind, IReadOnlyList<ThemeUnit> Units, string? Value, bool Withheld, int? Answered, IReadOnlyList<ThemeUnit> Silent, IReadOnlyList<ThemeUnit> Blank);
