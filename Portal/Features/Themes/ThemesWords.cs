using System.Globalization;
using Portal.Domain.Requests;
using Portal.Domain.Themes;
using Portal.Shared.Charts;

namespace Portal.Features.Themes;

/// <summary>What the page of a theme says. Pure.</summary>
internal static class ThemesWords
{
    /// <summary>The line under the title.</summary>
    public static string Lead(ThemeContent theme) => theme.Sent == 0 ? ThemesText.LeadNothing : Format(ThemesText.Lead, ChartRow.Number(theme.Sent), ChartRow.Number(theme.Expected));

    /// <summary><c>14/22</c>.</summary>
    public static string PartOf(int part, int whole) => $"{ChartRow.Number(part)}/{ChartRow.Number(whole)}";

    /// <summary>The word of a comparison.</summary>
    public static string Verdict(ThemeCheck check) => check.Verdict switch
    {
        CrossVerdict.Differs => ThemesText.Differs,
        CrossVerdict.Agrees => ThemesText.Agrees,
        CrossVerdict.Undecided => Format(ThemesText.Undecided, Answered(check)),
        CrossVerdict.Nothing => ThemesText.Nothing,
        _ => ThemesText.WithheldVerdict,
    };

    /// <summary>Who the figure of several units comes from.</summary>
    public static string Source(ThemeSide side) => side.Answered is not { } answered ? Format(ThemesText.SourceAll, side.Units.Count)
        : Format(side.Kind is CrossKind.Count ? ThemesText.SourceCount : ThemesText.SourceSum, PartOf(answered, side.Units.Count));

    /// <summary>Why it came out so; null where nothing is to be added.</summary>
    public static string? Reason(ThemeCheck check)
    {
        var missing = Missing(check.Left) + Missing(check.Right);
        return check.Verdict switch
        {
            CrossVerdict.Differs when missing > 0 => $"{check.Message} {Format(ThemesText.DiffersStill, missing)}",
            CrossVerdict.Differs => check.Message,
            CrossVerdict.Agrees => ThemesText.AgreesWhy,
            CrossVerdict.Undecided when check.Gap is null => Format(ThemesText.UndecidedOneSide, missing),
            CrossVerdict.Undecided when check.Gap == "0" => Format(ThemesText.UndecidedEqual, missing),
            CrossVerdict.Undecided => Format(ThemesText.UndecidedGap, missing, check.Gap),
            CrossVerdict.Nothing => null,
            _ => ThemesText.WithheldWhy,
        };
    }

    // Of the side with the more units: an office that is missing is named in the sentence.
    private static string Answered(ThemeCheck check)
    {
        var side = check.Left.Units.Count > check.Right.Units.Count ? check.Left : check.Right;
        return PartOf(side.Answered ?? 0, side.Units.Count);
    }

    private static int Missing(ThemeSide side) => side.Units.Count - (side.Answered ?? side.Units.Count);

    private static string Format(string text, params object?[] args) => string.Format(CultureInfo.GetCultureInfo("vi-VN"), text, args);
}
