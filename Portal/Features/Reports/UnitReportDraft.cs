using Portal.Domain.Letters;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Reports;

/// <summary>One item of a report as it was sent.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Lines">What it says, by the form by which it was sent; what the reader may not see is hidden.</param>
/// <param name="Documents">Its documents that the reader may know of, and whether they are restricted.</param>
public sealed record ReportedItem(string Title, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<(VersionDocument Document, bool Restricted)> Documents);

/// <summary>What the letter of a unit's report is made of.</summary>
/// <param name="Unit">Who reports.</param>
/// <param name="Letter">The letter that asked.</param>
/// <param name="Through">By way of which office it goes; null where there is none but the unit itself.</param>
/// <param name="Cover">Number, day and signer.</param>
/// <param name="CoverLines">What the cover says.</param>
/// <param name="Items">The items in letter order.</param>
/// <param name="Now">When the letter is made.</param>
public sealed record UnitReportContent(Unit Unit, LetterFacts Letter, string? Through, ReportCover Cover, IReadOnlyList<AnswerLine> CoverLines, IReadOnlyList<ReportedItem> Items, DateTimeOffset Now);

/// <summary>The words of a unit's own report in its letterhead. A pure function: what was sent, nothing added, number, day and signer as the cover says.</summary>
public static class UnitReportDraft
{
    /// <summary>Composes it.</summary>
    public static OfficialLetter Of(UnitReportContent content)
    {
        var (unit, letter, cover) = (content.Unit, content.Letter, content.Cover);
        var addressee = content.Through is { } office ? string.Format(ReportLetterText.Through, letter.IssuingBody, office) : letter.IssuingBody;
        var body = new UnitReportBody(content.Items);
        return new()
        {
            IssuerParent = unit.LetterheadParent,
            Issuer = UnitLetterhead.Lines(unit),
            IssuerName = unit.FullName,
            Number = cover.Number,
            Symbol = cover.Symbol ?? ReportLetterText.Symbol,
            Place = unit.PlaceName ?? letter.Place,
            Date = cover.DayOr(VietTime.Local(content.Now).Year),
            Kind = ReportLetterText.Kind,
            Subject = Subject(letter.Subject),
            Addressees = [addressee],
            Body =
            [
                new LetterParagraph(string.Format(ReportLetterText.Opening, letter.DocumentType, letter.Number ?? $"      /{letter.Symbol}", Day(letter), letter.IssuingBody, letter.Subject, unit.Name)),
                .. body.Pointer,
                new LetterHeading(LetterLevel.Section, ReportLetterText.Results),
                .. body.Items,
                .. content.CoverLines.Where(l => l.Kind == LineKind.Text && l.After is not null).SelectMany(l => UnitReportBody.Paragraphs(l.After!).Prepend(new LetterHeading(LetterLevel.Section, l.Label))),
                new LetterParagraph(string.Format(ReportLetterText.Closing, unit.Name, addressee)),
            ],
            Annexes = body.Annexes,
            SignerTitle = cover.SignerTitle,
            SignerName = cover.SignerName,
            Recipients = [ReportLetterText.AsAbove, ReportLetterText.Filed],
            MadeAt = content.Now,
        };
    }

    private static string Subject(string asked)
    {
        var subject = asked.StartsWith(ReportLetterText.KindBefore, StringComparison.CurrentCultureIgnoreCase) ? asked[ReportLetterText.KindBefore.Length..] : asked;
        return subject.Length == 0 ? asked : char.ToUpper(subject[0], System.Globalization.CultureInfo.CurrentCulture) + subject[1..];
    }

    private static string Day(LetterFacts letter) => letter.Date is { } date ? string.Format(ReportLetterText.Day, VietTime.Date(date))
        : letter.DateDisplay[(letter.DateDisplay.IndexOf(',', StringComparison.Ordinal) + 1)..].Trim();
}
