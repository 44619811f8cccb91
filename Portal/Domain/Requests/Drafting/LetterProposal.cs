using Portal.Domain.Letters;
using Portal.Domain.People;

namespace Portal.Domain.Requests.Drafting;

/// <summary>Puts what was read in a letter into a draft, each value with the place it came from. Nothing is filled in that the letter does not say.</summary>
public static class LetterProposal
{
    /// <summary>The longest letter that is read, in UTF-16 units.</summary>
    public const int LongestLetter = 200_000;

    // What every draft is asked for, and what stays blank until the clerk has it, is not asked for twice.
    private static readonly LetterDoubtCode[] AskedAnyway =
    [
        LetterDoubtCode.NoDataPeriod, LetterDoubtCode.RecommendationsNotListed, LetterDoubtCode.UpwardDayNotStated, LetterDoubtCode.NoDeadline, LetterDoubtCode.DeadlineIsNoDay, LetterDoubtCode.DayWithoutHour, LetterDoubtCode.NumberOrDateBlank,
        LetterDoubtCode.NoIssuer, LetterDoubtCode.GroupsOnlyGeneral, LetterDoubtCode.NoReceiver,
    ];

    /// <summary>A letter's text as it is kept: composed, line feeds, no marks of emphasis, no blank ends.</summary>
    public static string Clean(string letter) =>
        Fold.Nfc(letter).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Replace("**", "", StringComparison.Ordinal).Replace('\u00A0', ' ').Trim();

    /// <summary>Reads the draft's letter and proposes.</summary>
    /// <param name="file">A draft that has a letter and nothing else yet.</param>
    /// <param name="units">Whom names may mean.</param>
    /// <param name="copy">Units as a request's file holds them, in the order asked.</param>
    public static Problem? Propose(DraftFile file, UnitCatalogue units, Func<IReadOnlyList<string>, IReadOnlyList<RequestUnit>> copy)
    {
        var letter = LetterReading.Read(file.Letter);
        return Facts(file, letter) ?? Deadline(file, letter) ?? Groups(file, letter, units, copy) ?? Doubts(file, letter);
    }

    private static Problem? Facts(DraftFile file, LetterReading letter)
    {
        Problem? problem = null;
        void Set(string path, string? value, LetterSpan? at)
        {
            if (value is not null)
            {
                problem ??= file.Change(new SetFact(path, value));
                file.Mark(LetterMark.OfFact(path), at);
            }
        }

        void One(string path, Found<string>? found) => Set(path, found?.Value, Place(found));
        void Many(string path, IReadOnlyList<Found<string>>? found)
        {
            if (found is { Count: > 0 })
            {
                Set(path, string.Join('\n', found.Select(f => f.Value)), Around(found));
            }
        }

        One("documentType", letter.DocumentType);
        One("issuingBody", letter.IssuingBody);
        Many("letterheadLines", letter.LetterheadLines);
        One("symbol", letter.Symbol);
        One("number", letter.Number);
        One("place", letter.Place);
        Set("date", letter.Date?.Value.ToString("yyyy-MM-dd"), Place(letter.Date));
        One("subject", letter.Subject);
        Many("addressees", letter.Addressees);
        One("openingText", letter.OpeningText);
        One("receivingText", letter.ReceivingUnit);
        One("reportUpTo", letter.ReportUpTo);
        Many("recipients", letter.Recipients);
        if (letter.SuperiorReferences is [var above, ..])
        {
            One("superiorReference.number", above.Number);
            Set("superiorReference.type", above.Type, null);
            Set("superiorReference.date", above.Date?.ToString("yyyy-MM-dd"), null);
            Set("superiorReference.issuer", above.Issuer, null);
            Set("superiorReference.subject", above.Subject, null);
        }

        if (letter.Signer is { } signer)
        {
            One("signer.name", signer.Name);
            Set("signer.authorityLine", signer.Authority, null);
            Set("signer.title", signer.Title, null);
        }

        if (letter.DataCutoff is { } period)
        {
            Set(OpenPoint.Period, period.Text.Value, Place(period.Text));
        }

        return problem;
    }

    private static Problem? Deadline(DraftFile file, LetterReading letter)
    {
        if (letter.Deadline is not { } deadline)
        {
            return null;
        }

        file.Mark(LetterMark.OfFact("deadline"), Place(deadline.Text));
        return file.Change(new SetFact("deadline.text", deadline.Text.Value))
            ?? file.Change(new SetFact("deadline.inclusive", deadline.Inclusive ? "true" : "false"))
            ?? file.Change(new SetFact("deadline.instant", deadline.Instant?.ToString("O")));
    }

    private static Problem? Groups(DraftFile file, LetterReading letter, UnitCatalogue units, Func<IReadOnlyList<string>, IReadOnlyList<RequestUnit>> copy)
    {
        var placed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in letter.Groups)
        {
            if (file.Change(new AddGroup(group.Name.Value, Place(group.Name))) is { } problem)
            {
                return problem;
            }

            var code = file.Groups[^1].Code;
            var matches = (group.Members.Count > 0 ? group.Members : [group.Name.Value]).Select(units.Match).ToList();
            var found = matches.SelectMany(m => m.UnitCodes).Where(placed.Add).ToList(); // whom two groups name reports in the first
            if ((file.Change(new SetUnits(code, copy(found), [.. matches.SelectMany(m => m.Unmatched).Distinct()])) ?? Items(file, code, group)) is { } refusal)
            {
                return refusal;
            }
        }

        return null;
    }

    private static Problem? Items(DraftFile file, string group, ReadGroup read)
    {
        foreach (var item in read.Items)
        {
            var added = new AddItem(group, item.Text.Value, Place(item.Text)) { LetterRef = item.LetterRef, Kind = item.Kind is ReadKind.Report ? ItemKind.Report : ItemKind.Duty, Verbatim = item.Paragraph.Value };
            if (file.Change(added) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private static Problem? Doubts(DraftFile file, LetterReading letter)
    {
        foreach (var doubt in letter.Doubts.Where(d => !AskedAnyway.Contains(d.Code)))
        {
            var alike = file.Points.Count(p => p.Code.StartsWith($"{doubt.Code}", StringComparison.Ordinal));
            file.Doubt(alike == 0 ? $"{doubt.Code}" : $"{doubt.Code}{alike + 1}", doubt.Text, doubt.Length > 0 ? new(doubt.Start, doubt.Length) : null);
        }

        return null;
    }

    private static LetterSpan? Place<T>(Found<T>? found) => found is { Length: > 0 } f ? new(f.Start, f.Length) : null;

    private static LetterSpan? Around(IReadOnlyList<Found<string>> found) => found.Min(f => f.Start) is var from && found.Max(f => f.Start + f.Length) is var to && to > from ? new(from, to - from) : null;
}
