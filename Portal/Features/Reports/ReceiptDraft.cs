using Portal.Domain.Letters;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Shared;

namespace Portal.Features.Reports;

/// <summary>The receipt as a letter of the office that receives: what the page says, in the same order. A pure function; nobody signs it, its number stays blank.</summary>
public static class ReceiptDraft
{
    /// <summary>Composes it.</summary>
    /// <param name="receipt">What was received.</param>
    /// <param name="office">Who receives.</param>
    /// <param name="asked">The letter that asked.</param>
    /// <param name="now">When the letter is made.</param>
    public static OfficialLetter Of(ReceiptContent receipt, Unit office, LetterFacts asked, DateTimeOffset now)
    {
        var sent = DateOnly.FromDateTime(VietTime.Local(receipt.SentAt).DateTime);
        return new()
        {
            IssuerParent = office.LetterheadParent,
            Issuer = UnitLetterhead.Lines(office),
            IssuerName = office.FullName,
            Symbol = ReportLetterText.ReceiptSymbol,
            Place = office.PlaceName ?? asked.Place,
            Date = new(sent.Day, sent.Month, sent.Year),
            Kind = ReportLetterText.ReceiptKind,
            Subject = string.Format(ReportLetterText.ReceiptSubject, receipt.UnitName),
            Addressees = [receipt.UnitName],
            Body =
            [
                new LetterParagraph(ReportsText.ReceiptLead),
                .. receipt.WithdrawnAt is { } gone ? [new LetterParagraph(new LetterRun(string.Format(ReportsText.ReceiptWithdrawn, VietTime.DateTime(gone)), Bold: true))] : Array.Empty<LetterBlock>(),
                new LetterTable(ReportLetterText.ReceiptFacts, [new(ReportLetterText.ReceiptWhat, 3), new(ReportLetterText.ReceiptSaid, 7)], [.. Facts(receipt, asked).Select(f => (IReadOnlyList<string>)[f.What, f.Said])]),
                new LetterTable(ReportsText.ReceiptItems, [new(ReportsText.ReceiptContent, 8), new(ReportsText.ReceiptVersion, 2, LetterColumnKind.Centred), new(ReportsText.ReceiptSha, 11)], Items(receipt)) { CaptionShown = true },
                new LetterParagraph(string.Format(ReportLetterText.ReceiptMade, VietTime.TimeSeconds(now), VietTime.Date(now))),
            ],
            SignerTitle = "",
            Recipients = [receipt.UnitName, ReportLetterText.Filed],
            MadeAt = now,
        };
    }

    private static IEnumerable<(string What, string Said)> Facts(ReceiptContent r, LetterFacts asked)
    {
        yield return (ReportsText.ReceiptNumber, r.Number);
        yield return (ReportsText.ReceiptUnit, $"{r.UnitName} ({r.Report.UnitLogin})");
        yield return (ReportsText.ReceiptRequest, r.RequestTitle);
        if (r.LetterNumber is { } number && r.LetterDate is { } day)
        {
            yield return (ReportLetterText.ReceiptLetter, string.Format(ReportLetterText.ReceiptLetterOf, asked.DocumentType, number, VietTime.Date(day)));
        }

        yield return (r.ReceivedAt is null ? ReportsText.ReceiptSentAt : ReportsText.ReceiptEnteredAt, r.Late ? string.Format(ReportLetterText.ReceiptLate, Moment(r.SentAt)) : Moment(r.SentAt));
        foreach (var line in r.ReceivedAt is { } stamped ? Entered(r, stamped) : Signed(r))
        {
            yield return line;
        }

        yield return (ReportsText.ReceiptHash, r.PackageHash);
    }

    private static IEnumerable<(string What, string Said)> Entered(ReceiptContent r, DateTimeOffset stamped) =>
    [
        (ReportsText.ReceiptStamp, Moment(stamped)),
        (ReportsText.ReceiptEnteredBy, r.SentBy),
        (ReportsText.ReceiptConfirmed, r.ConfirmedAt is { } at ? string.Format(ReportsText.ReceiptAt, r.ConfirmedBy, Moment(at)) : ReportLetterText.ReceiptUnconfirmed),
    ];

    private static IEnumerable<(string What, string Said)> Signed(ReceiptContent r) =>
    [
        (ReportsText.ReceiptSentUp, string.Format(ReportsText.ReceiptAt, r.SentUpBy, Moment(r.SentUpAt))),
        (ReportsText.ReceiptSigned, r.SignedInPlaceOf is { } head ? string.Format(ReportsText.ReceiptSignedInPlaceOf, r.SignedBy, head, Moment(r.SignedAt)) : string.Format(ReportsText.ReceiptAt, r.SignedBy, Moment(r.SignedAt))),
        (ReportsText.ReceiptSentBy, r.InPlaceOf is null ? r.SentBy : string.Format(ReportsText.ReceiptInPlaceOf, r.SentBy, r.InPlaceOf)),
    ];

    private static IEnumerable<IReadOnlyList<string>> Items(ReceiptContent r) => r.Items.SelectMany(i => i.Documents
        .Select(d => (IReadOnlyList<string>)[string.Format(ReportLetterText.ReceiptDocument, d.FileName, FileSize.Of(d.Size)), "", d.Sha256])
        .Prepend([i.Title is null ? ReportsText.Cover : $"{i.Code} {i.Title}", $"{i.Version}", i.Hash]));

    private static string Moment(DateTimeOffset at) => $"{VietTime.TimeSeconds(at)}, {VietTime.Date(at)}";
}
