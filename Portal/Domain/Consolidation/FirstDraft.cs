using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>One block of a report, as the writer of the letter and the page need it.</summary>
/// <param name="Recipe">How it is made.</param>
/// <param name="Text">Its words now.</param>
/// <param name="Made">What was made of the sources, for what is made.</param>
public sealed record ReportPiece(BlockRecipe Recipe, string Text, MadeBlock? Made = null);

/// <summary>The report as the portal drafts it at one press: the frame out of the letter, the plan's sections, each filled out of the sources. Blocks that would be empty are left out.</summary>
public static class FirstDraft
{
    /// <summary>Drafts it.</summary>
    /// <param name="sources">What there is.</param>
    public static IReadOnlyList<ReportPiece> Of(ReportSources sources)
    {
        var (maker, pieces) = (new BlockMaker(sources), new List<ReportPiece>(Frame(sources.Request)));
        pieces.Add(new(new(BlockKind.Text), Opening(sources.Request)));
        foreach (var part in ReportOutline.Of(sources.Request))
        {
            pieces.Add(new(new(part.Level == 1 ? BlockKind.Section : BlockKind.Clause), part.Title));
            foreach (var (recipe, text) in part.Blocks)
            {
                if (!recipe.IsMade)
                {
                    pieces.Add(new(recipe, text));
                }
                else if (maker.Make(recipe) is var made && made.AsText().Length > 0)
                {
                    pieces.Add(new(recipe, made.Text, made));
                }
            }
        }

        pieces.Add(new(new(BlockKind.Text), string.Format(ReportWords.Attached, string.Join("; ", ReportAnnexes.Titles(sources.Request).Select((title, k) => string.Format(ReportWords.AttachedAnnex, Letters.LetterNumerals.Roman(k + 1), title))))));
        pieces.Add(new(new(BlockKind.Text), string.Format(ReportWords.Closing, sources.Request.Letter.Subject, sources.Request.Letter.IssuingBody, UpTo(sources.Request))));
        return pieces;
    }

    /// <summary>The frame, out of the letter: no number, no day, no signer's name.</summary>
    public static IEnumerable<ReportPiece> Frame(RequestDefinition request)
    {
        var letter = request.Letter;
        var office = letter.Symbol.Split('-')[0];
        yield return Slot(ReportSlot.Symbol, office.Length > 0 ? string.Format(ReportWords.Symbol, office) : ReportWords.SymbolAlone);
        yield return Slot(ReportSlot.Place, letter.Place);
        yield return Slot(ReportSlot.Subject, Capital(letter.Subject.StartsWith(ReportWords.SubjectLead, StringComparison.OrdinalIgnoreCase) ? letter.Subject[ReportWords.SubjectLead.Length..] : letter.Subject));
        yield return Slot(ReportSlot.Addressees, letter.ReportUpTo);
        yield return Slot(ReportSlot.Recipients, string.Join('\n', Recipients(letter)));
        yield return Slot(ReportSlot.Authority, string.Join('\n', new[] { letter.LetterheadLines.Count > 0 ? string.Format(ReportWords.OnBehalf, letter.LetterheadLines[0]) : "", letter.Signer.AuthorityLine }.Where(l => l.Length > 0)));
        yield return Slot(ReportSlot.SignerTitle, letter.Signer.Title);
        yield return Slot(ReportSlot.SignerName, "");

        static ReportPiece Slot(ReportSlot slot, string text) => new(new(BlockKind.Frame) { Slot = slot }, text);
    }

    private static string Opening(RequestDefinition request)
    {
        var letter = request.Letter;
        return letter.SuperiorReference is { } above
            ? string.Format(ReportWords.Opening, above.Type, above.Number, above.Date is { } day ? string.Format(ReportWords.OfDay, Day(day)) : "", above.Issuer, above.Subject, letter.IssuingBody)
            : string.Format(ReportWords.OpeningPlain, letter.Subject, letter.IssuingBody);
    }

    // The letter's own list, without who now gets the report itself; the filing line last.
    private static IReadOnlyList<string> Recipients(LetterFacts letter)
    {
        var kept = letter.Recipients.Select(r => r.TrimStart('-', ' ').TrimEnd('.', ';', ' ')).Where(r => r.Length > 0 && !r.Contains(ReportWords.ForReport, StringComparison.OrdinalIgnoreCase)).ToList();
        if (!kept.Exists(r => r.StartsWith(ReportWords.Filed, StringComparison.OrdinalIgnoreCase)))
        {
            kept.Add(ReportWords.FiledFull);
        }

        return kept;
    }

    private static string UpTo(RequestDefinition request) => request.Letter.ReportUpTo.Length > 0 ? request.Letter.ReportUpTo : ReportWords.AboveBody;

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    internal static string Day(DateOnly day) => $"{day.Day}/{day.Month}/{day.Year}";
}
