using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>One thing that is not as the decree wants it.</summary>
/// <param name="Rule">Which rule, as <see cref="LayoutChecker.Rules"/> names it.</param>
/// <param name="Where">What is wrong, and where.</param>
internal sealed record Deviation(string Rule, string Where);

/// <summary>Reads a .docx back and holds it against the layout of Nghị định 30/2020/NĐ-CP, by the values that come out once styles are resolved. For every letter the portal makes.</summary>
internal static class LayoutChecker
{
    private static readonly IReadOnlyDictionary<string, Func<LetterFile, IEnumerable<string>>> Checks =
        Looks().Concat(LayoutPage.Checks).Concat(LayoutPlaces.Checks).Concat(LayoutWords.Checks).Concat(LayoutTables.Checks).Concat(LayoutCharts.Checks).ToDictionary();

    /// <summary>The names of all rules.</summary>
    public static IReadOnlyList<string> Rules { get; } = [.. Checks.Keys];

    /// <summary>All deviations; none for a letter as it has to be.</summary>
    public static IReadOnlyList<Deviation> Check(Stream docx)
    {
        using var document = WordprocessingDocument.Open(docx, false);
        var file = new LetterFile(document);
        return [.. Checks.SelectMany(c => c.Value(file).Select(found => new Deviation(c.Key, found)))];
    }

    private static IEnumerable<KeyValuePair<string, Func<LetterFile, IEnumerable<string>>>> Looks()
    {
        foreach (var c in LayoutComponents.All)
        {
            yield return new($"{c.Style}.Size", f => Runs(f, c, r => f.Points(r) >= c.Least && f.Points(r) <= c.Most, r => $"{f.Points(r)} pt"));
            yield return new($"{c.Style}.Slant", f => Runs(f, c, r => f.On<Italic>(r) == c.Italic, r => $"italic {f.On<Italic>(r)}"));
            yield return new($"{c.Style}.Alignment", f => f.Of(c.Style).Where(p => !c.Place.Contains(f.Effective<Justification>(p.Paragraph, j => j.Val?.InnerText) ?? "left")).Select(p => p.Place));
            if (c.Bold is { } bold)
            {
                yield return new($"{c.Style}.Weight", f => Runs(f, c, r => f.On<Bold>(r) == bold, r => $"bold {f.On<Bold>(r)}"));
            }

            if (c.Upper)
            {
                yield return new($"{c.Style}.Case", f => f.Of(c.Style).Where(p => p.Text.Any(char.IsLower)).Select(p => p.Place));
            }
        }
    }

    private static IEnumerable<string> Runs(LetterFile f, LayoutComponent c, Func<Run, bool> right, Func<Run, string> found) =>
        f.Of(c.Style).SelectMany(p => LetterFile.Words(p.Paragraph).Where(r => !right(r)).Select(r => $"{p.Place}: {found(r)}"));
}
