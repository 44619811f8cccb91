using System.Globalization;
using Portal.Domain.Letters;
using Portal.Domain.Requests;
using Portal.Shared;

namespace Portal.Features.Reminders;

/// <summary>The words of the letter that urges: issued as the letter it reminds of was, number and day blank, units in official order, nobody's name.</summary>
public static class ReminderDraft
{
    private const int ListedAddressees = 10;

    /// <summary>Composes it.</summary>
    /// <param name="definition">What was asked.</param>
    /// <param name="deadline">The deadline as it now stands.</param>
    /// <param name="late">Who is late; at least one.</param>
    /// <param name="units">How many were asked.</param>
    /// <param name="now">The instant it speaks of.</param>
    public static OfficialLetter Of(RequestDefinition definition, Deadline deadline, IReadOnlyList<LateUnit> late, int units, DateTimeOffset now)
    {
        var (letter, local) = (definition.Letter, VietTime.Local(now));
        return new()
        {
            Issuer = letter.LetterheadLines,
            IssuerName = letter.IssuingBody,
            Symbol = letter.Symbol,
            Place = letter.Place,
            Date = new(null, local.Month, local.Year),
            Subject = string.Format(ReminderLetterText.Subject, letter.Subject),
            Addressees = late.Count <= ListedAddressees ? [.. late.Select(l => l.Name)] : [ReminderLetterText.AllAddressees],
            Body = Body(definition, deadline, late, units, now),
            Annexes = [new(ReminderLetterText.AnnexTitle, [new LetterParagraph(string.Format(ReminderLetterText.AnnexLead, Moment(now))), Table(late, now)])],
            AuthorityLines = letter.Signer.AuthorityLine.Length == 0 ? [] : [letter.Signer.AuthorityLine],
            SignerTitle = letter.Signer.Title,
            Recipients = Recipients(letter),
            MadeAt = now,
        };
    }

    private static IReadOnlyList<LetterBlock> Body(RequestDefinition definition, Deadline deadline, IReadOnlyList<LateUnit> late, int units, DateTimeOffset now)
    {
        var letter = definition.Letter;
        var day = letter.Date is { } date ? string.Format(ReminderLetterText.Day, VietTime.Date(date)) : letter.DateDisplay[(letter.DateDisplay.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
        var moved = deadline.At is { } at && at != definition.Deadline.Instant ? string.Format(ReminderLetterText.Moved, Moment(at)) : null;
        var (unsent, supplements) = (Names(late, false), Names(late, true));
        var found = string.Join(ReminderLetterText.And, new[]
        {
            unsent.Count == 0 ? null : string.Format(ReminderLetterText.Unsent, Number(unsent.Count), Number(units)),
            supplements.Count == 0 ? null : string.Format(ReminderLetterText.Supplements, Number(supplements.Count)),
        }.OfType<string>());
        List<string> lines = [];
        if (unsent.Count > 0)
        {
            lines.Add(string.Format(ReminderLetterText.UnsentLine, string.Join("; ", unsent), supplements.Count > 0 ? ";" : "."));
        }

        if (supplements.Count > 0)
        {
            lines.Add(string.Format(ReminderLetterText.SupplementsLine, string.Join("; ", supplements)));
        }

        return
        [
            new LetterParagraph(string.Format(ReminderLetterText.Opening, letter.IssuingBody, letter.DocumentType, letter.Number ?? $"      /{letter.Symbol}", day, letter.Subject),
                new LetterRun(definition.Deadline.Text + moved, Bold: true), "."),
            new LetterParagraph(string.Format(ReminderLetterText.Found, Moment(now), letter.IssuingBody, found)),
            new LetterList(LetterListKind.Dashes, lines),
            new LetterParagraph(string.Format(ReminderLetterText.Demand, letter.ReportUpTo, letter.OrderedBy, definition.EvidenceRequired ? ReminderLetterText.WithEvidence : null, letter.ReceivingText)),
            new LetterParagraph(string.Format(ReminderLetterText.Answerable, letter.OrderedBy)),
        ];
    }

    private static LetterTable Table(IReadOnlyList<LateUnit> late, DateTimeOffset now) => new(ReminderLetterText.TableCaption,
        [
            new(ReminderLetterText.ColumnNumber, 2, LetterColumnKind.Centred), new(ReminderLetterText.ColumnUnit, 8), new(ReminderLetterText.ColumnDue, 6, LetterColumnKind.Centred),
            new(ReminderLetterText.ColumnLate, 5, LetterColumnKind.Centred), new(ReminderLetterText.ColumnMissing, 12),
        ],
        late.Select((l, k) => (IReadOnlyList<string>)
        [
            $"{k + 1}", l.Name, Moment(l.Due) + (l.Extended ? ReminderLetterText.Extended : null), Long(now - l.Due),
            string.Format(l.Supplement ? ReminderLetterText.MissingSupplement : ReminderLetterText.MissingReport, l.Whole ? string.Format(ReminderLetterText.AllItems, Number(l.Missing.Count)) : string.Join("; ", l.Missing)),
        ]));

    private static List<string> Names(IReadOnlyList<LateUnit> late, bool supplement) => [.. late.Where(l => l.Supplement == supplement).Select(l => l.Name)];

    // Who only reads it is left out: the body above, which was told of the request.
    private static IReadOnlyList<string> Recipients(LetterFacts letter)
    {
        var kept = letter.Recipients.Select(r => r.TrimStart('-', ' ').TrimEnd('.', ';', ' ')).Where(r => !r.Contains(ReminderLetterText.ForReport, StringComparison.OrdinalIgnoreCase)).ToList();
        return kept.Count > 0 && kept[^1].StartsWith(ReminderLetterText.Filed, StringComparison.Ordinal) ? kept : [.. kept, ReminderLetterText.Filed];
    }

    private static string Moment(DateTimeOffset at)
    {
        var local = VietTime.Local(at);
        return string.Format(local.Minute == 0 ? ReminderLetterText.HourDay : ReminderLetterText.MinuteDay, local.Hour, local.Minute.ToString("00", CultureInfo.InvariantCulture), VietTime.Date(at));
    }

    private static string Number(int n) => n.ToString("00", CultureInfo.InvariantCulture);

    private static string Long(TimeSpan late) => late switch
    {
        { TotalHours: < 1 } => string.Format(ReminderLetterText.Minutes, Math.Max(1, late.Minutes)),
        { TotalDays: < 1 } => string.Format(ReminderLetterText.Hours, late.Hours),
        { Hours: 0 } => string.Format(ReminderLetterText.Days, late.Days),
        _ => string.Format(ReminderLetterText.DaysHours, late.Days, late.Hours),
    };
}
