using DocumentFormat.OpenXml.Wordprocessing;
using Portal.Domain.Letters;
using Portal.Platform.Documents;

namespace Portal.Tests.Platform.Documents.Letters;

/// <summary>For every rule of the checker one letter that breaks it.</summary>
internal static class LetterMutations
{
    private static readonly OfficialLetter[] Letters = [MadeLetters.Report, MadeLetters.Letter, MadeLetters.Parted];

    /// <summary>Which rule, which letter, what is done to it.</summary>
    public static IReadOnlyDictionary<string, (OfficialLetter Letter, Action<LetterMutant> Spoil)> All { get; } = new[] { Looks(), Places(), Words(), Pages() }.SelectMany(m => m)
        .ToDictionary(m => m.Rule, m => (Letters.First(l => m.Style is null || Holds(l, m.Style)), m.Spoil));

    private static bool Holds(OfficialLetter letter, string style)
    {
        var held = false;
        LetterMutant.Check(letter, m => held = m.All(style).Any(p => p.InnerText.Length > 0));
        return held;
    }

    private static IEnumerable<(string Rule, string? Style, Action<LetterMutant> Spoil)> Looks()
    {
        foreach (var c in LayoutComponents.All)
        {
            var style = c.Style;
            yield return ($"{style}.Size", style, m => m.Put(m.First(style), () => new FontSize { Val = "20" }));
            yield return ($"{style}.Slant", style, m => m.Put(m.First(style), () => new Italic { Val = !c.Italic }));
            yield return ($"{style}.Alignment", style, m => m.Put(m.First(style), new Justification { Val = c.Place.Contains("right") ? JustificationValues.Center : JustificationValues.Right }));
            if (c.Bold is { } bold)
            {
                yield return ($"{style}.Weight", style, m => m.Put(m.First(style), () => new Bold { Val = !bold }));
            }

            if (c.Upper)
            {
                yield return ($"{style}.Case", style, m => m.Write(m.First(style), t => t.ToLowerInvariant()));
            }
        }
    }

    private static IEnumerable<(string Rule, string? Style, Action<LetterMutant> Spoil)> Places()
    {
        foreach (var style in LayoutChecker.Rules.Where(r => r.EndsWith(".Place", StringComparison.Ordinal)).Select(r => r[..^".Place".Length]))
        {
            yield return ($"{style}.Place", style, m =>
            {
                var moved = m.First(style);
                moved.Remove();
                m.Body.InsertAt(moved, 0);
            }
            );
        }

        foreach (var style in LayoutChecker.Rules.Where(r => r.EndsWith(".Present", StringComparison.Ordinal)).Select(r => r[..^".Present".Length]))
        {
            yield return ($"{style}.Present", style, m => m.All(style).ToList().ForEach(p => p.Remove()));
        }

        foreach (var style in LayoutComponents.Text)
        {
            yield return ($"{style}.Indent", style, m => m.Put(m.First(style), new Indentation { FirstLine = "300" }));
            yield return ($"{style}.Gap", style, m => m.Put(m.First(style), new SpacingBetweenLines { Before = "40" }));
            yield return ($"{style}.Line", style, m => m.Put(m.First(style), new SpacingBetweenLines { Line = "480", LineRule = LineSpacingRuleValues.Auto }));
        }

        foreach (var style in new[] { WordStyles.Nation, WordStyles.Motto, WordStyles.IssuerParent, WordStyles.Issuer })
        {
            yield return ($"{style}.Single", style, m => m.Put(m.First(style), new SpacingBetweenLines { Line = "360", LineRule = LineSpacingRuleValues.Auto }));
        }

        foreach (var style in new[] { WordStyles.Part, WordStyles.Section, WordStyles.Clause, WordStyles.Annex })
        {
            yield return ($"{style}.Outline", style, m => m.Put(m.First(style), new OutlineLevel { Val = 7 }));
        }

        foreach (var style in new[] { WordStyles.Motto, WordStyles.Issuer, WordStyles.Subject, WordStyles.AnnexNote })
        {
            yield return ($"{style}.Rule", style, m => m.Put((Paragraph)m.All(style).Last().NextSibling()!, new Indentation { Left = "100", Right = "100" }));
        }

        yield return ("Style.Named", null, m => m.Put(m.First(WordStyles.Body), new ParagraphStyleId { Val = "Normal" }));
        yield return ("Wordless.Empty", null, m => m.First(WordStyles.Rule).Append(new Run(new Text("x"))));
        yield return ("Title.Or", WordStyles.Kind, m => m.First(WordStyles.Kind).Remove());
        yield return ("Title.Order", WordStyles.Kind, m => m.Swap(m.First(WordStyles.Kind), m.First(WordStyles.Subject)));
        yield return ("Motto.Order", null, m => m.Swap(m.First(WordStyles.Nation), m.First(WordStyles.Motto)));
        yield return ("IssuerParent.Order", WordStyles.IssuerParent, m => m.Swap(m.First(WordStyles.IssuerParent), m.All(WordStyles.Issuer).Last()));
        yield return ("About.NoRule", WordStyles.About, m => m.First(WordStyles.About).InsertAfterSelf(m.First(WordStyles.Rule).CloneNode(true)));
        yield return ("About.Gap", WordStyles.About, m => m.Put(m.First(WordStyles.About), new SpacingBetweenLines { Before = "0" }));
        yield return ("ToLine.Indent", WordStyles.ToLine, m => m.Put(m.First(WordStyles.ToLine), new Indentation { Left = "720" }));
        yield return ("Annex.Section", WordStyles.Annex, m => m.Section(0).Remove());
        yield return ("Annex.Order", WordStyles.Annex, m => m.Swap(m.First(WordStyles.AnnexTitle), m.First(WordStyles.AnnexNote)));
    }

    private static IEnumerable<(string Rule, string? Style, Action<LetterMutant> Spoil)> Words()
    {
        (string, string?, Action<LetterMutant>) Said(string rule, string style, Func<string, string> words) => (rule, style, m => m.Write(m.First(style), words));
        yield return Said("Nation.Text", WordStyles.Nation, _ => "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM");
        yield return Said("Motto.Text", WordStyles.Motto, _ => "Độc lập-Tự do-Hạnh phúc");
        yield return Said("Number.Text", WordStyles.Number, _ => "Số: 7/BC-UBND");
        yield return Said("PlaceDate.Text", WordStyles.PlaceDate, _ => "Bình Sơn, ngày 3 tháng 7 năm 2024");
        yield return Said("About.Text", WordStyles.About, t => t["V/v ".Length..]);
        yield return Said("To.Text", WordStyles.To, t => t.Replace("Kính gửi:", "Kính gửi", StringComparison.Ordinal));
        yield return Said("ToLine.Dash", WordStyles.ToLine, t => t[2..]);
        yield return Said("ToLine.Ends", WordStyles.ToLine, t => t.TrimEnd(';') + ",");
        yield return Said("Basis.Ends", WordStyles.Basis, t => t.TrimEnd(';'));
        yield return Said("Recipients.Text", WordStyles.Recipients, _ => "Nơi gửi:");
        yield return Said("Recipient.Dash", WordStyles.Recipient, t => t[2..]);
        yield return Said("Recipient.Ends", WordStyles.Recipient, t => t.TrimEnd(';'));
        yield return ("Recipient.Filed", null, m => m.All(WordStyles.Recipient).Last().Remove());
        yield return Said("Signer.Text", WordStyles.Signer, t => $"TS. {t}");
        yield return ("Ending", null, m => m.Write(m.Body.Elements<Paragraph>().Last(p => p.InnerText.EndsWith("./.", StringComparison.Ordinal)), t => t.TrimEnd('/', '.') + "."));
        yield return Said("Dash.Dash", WordStyles.Dash, t => "+" + t[1..]);
        yield return ("Point.Order", WordStyles.Point, m => m.Write(m.All(WordStyles.Point).ElementAt(4), t => "e" + t[1..]));
        yield return Said("Part.Order", WordStyles.Part, t => t.Replace("I", "1", StringComparison.Ordinal));
        yield return ("Heading1.Order", WordStyles.Section, m => m.Write(m.First(WordStyles.Section), t => "A" + t[1..]));
        yield return Said("Heading2.Order", WordStyles.Clause, t => "3" + t[1..]);
        yield return Said("Annex.Text", WordStyles.Annex, _ => "Phụ lục 1");
        yield return ("Annex.Pointed", WordStyles.Annex, m => m.All(WordStyles.Body).Where(p => p.InnerText.Contains("Phụ lục", StringComparison.Ordinal)).ToList().ForEach(p => m.Write(p, _ => "Không nhắc đến.")));
        yield return Said("AnnexNote.Text", WordStyles.AnnexNote, t => t.Trim('(', ')'));
    }

    private static IEnumerable<(string Rule, string? Style, Action<LetterMutant> Spoil)> Pages() => LetterPageMutations.All;
}
