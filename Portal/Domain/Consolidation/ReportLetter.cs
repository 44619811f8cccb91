using Portal.Domain.Letters;

namespace Portal.Domain.Consolidation;

/// <summary>The report as an official letter (báo cáo, Nghị định 30/2020/NĐ-CP, mẫu 1.4): number and day blank, annexes behind it.</summary>
public static class ReportLetter
{
    /// <summary>Puts it together.</summary>
    /// <param name="pieces">The blocks in order.</param>
    /// <param name="sources">What the annexes are made of.</param>
    /// <param name="evidence">The register of annex VIII, read once and in order.</param>
    /// <param name="at">When it is made.</param>
    public static OfficialLetter Of(IReadOnlyList<ReportPiece> pieces, ReportSources sources, IEnumerable<RegisterLine> evidence, DateTimeOffset at)
    {
        var letter = sources.Request.Letter;
        var local = at.ToOffset(TimeSpan.FromHours(7));
        return new()
        {
            Issuer = letter.LetterheadLines,
            IssuerName = letter.IssuingBody,
            Symbol = Slot(pieces, ReportSlot.Symbol),
            Place = Slot(pieces, ReportSlot.Place),
            Date = new(null, local.Month, local.Year),
            Kind = ReportWords.ReportKind,
            Subject = Slot(pieces, ReportSlot.Subject),
            Addressees = Lines(pieces, ReportSlot.Addressees),
            Body = Body(pieces),
            Annexes = new ReportAnnexes(sources).Of(evidence),
            AuthorityLines = Lines(pieces, ReportSlot.Authority),
            SignerTitle = Slot(pieces, ReportSlot.SignerTitle),
            SignerName = Slot(pieces, ReportSlot.SignerName) is { Length: > 0 } name ? name : null,
            Recipients = Lines(pieces, ReportSlot.Recipients),
            MadeAt = at,
        };
    }

    /// <summary>What a part of the frame says; blank where it is not there.</summary>
    public static string Slot(IEnumerable<ReportPiece> pieces, ReportSlot slot) => pieces.FirstOrDefault(p => p.Recipe.Slot == slot)?.Text.Trim() ?? "";

    /// <summary>The words of a block as paragraphs and lists: lines that begin with a dash are a list.</summary>
    public static IEnumerable<LetterBlock> Words(string text)
    {
        var list = new List<string>();
        foreach (var line in text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("- ", StringComparison.Ordinal))
            {
                list.Add(line[2..]);
                continue;
            }

            if (list.Count > 0)
            {
                yield return new LetterList(LetterListKind.Dashes, [.. list]);
                list.Clear();
            }

            yield return new LetterParagraph(line);
        }

        if (list.Count > 0)
        {
            yield return new LetterList(LetterListKind.Dashes, list);
        }
    }

    /// <summary>A made table as the letter has it.</summary>
    public static LetterTable Table(MadeTable made, bool captioned) =>
        new(made.Caption, [.. made.Columns.Select(c => new LetterColumn(c.Title, c.Share, c.Figure ? LetterColumnKind.Figure : c.Centred ? LetterColumnKind.Centred : LetterColumnKind.Text))], made.Rows) { CaptionShown = captioned };

    private static IEnumerable<LetterBlock> Body(IReadOnlyList<ReportPiece> pieces)
    {
        foreach (var piece in pieces)
        {
            switch (piece.Recipe.Kind)
            {
                case BlockKind.Frame:
                    break;
                case BlockKind.Section:
                    yield return new LetterHeading(LetterLevel.Section, piece.Text.Trim());
                    break;
                case BlockKind.Clause:
                    yield return new LetterHeading(LetterLevel.Clause, piece.Text.Trim());
                    break;
                case var _ when piece.Made?.Table is { } table:
                    yield return Table(table with { Caption = piece.Text.Trim() is { Length: > 0 } caption ? caption : table.Caption }, captioned: true);
                    if (table.Note is { } note)
                    {
                        yield return new LetterParagraph(note);
                    }

                    break;
                case var _ when piece.Made?.Chart is { } chart:
                    yield return chart with { Caption = piece.Text.Trim() is { Length: > 0 } said ? said : chart.Caption };
                    break;
                default:
                    foreach (var block in Words(piece.Text))
                    {
                        yield return block;
                    }

                    break;
            }
        }
    }

    private static IReadOnlyList<string> Lines(IReadOnlyList<ReportPiece> pieces, ReportSlot slot) =>
        [.. Slot(pieces, slot).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => l.TrimStart('-', ' ').TrimEnd('.', ';', ' '))];
}
