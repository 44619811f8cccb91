using Portal.Domain.Submissions;

namespace Portal.Domain.Letters;

/// <summary>A value and where it was read.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Start">Where it begins in the text, in UTF-16 units.</param>
/// <param name="Length">How far it goes. A value over several lines goes from its first to its last letter; in a head of two columns words of the other column may stand between.</param>
/// <param name="Confidence">How sure the reader is, from 0 to 1.</param>
public sealed record Found<T>(T Value, int Start, int Length, double Confidence = 1);

/// <summary>What stands at the head of a Vietnamese official document (Nghị định 30/2020/NĐ-CP, phụ lục I, and the looser forms
/// before it). What is not there is null; nothing is made up.</summary>
/// <param name="Number">Số, ký hiệu: "32/KH-UBND"; null also where the place for the number was left blank.</param>
/// <param name="IssuedOn">Ngày ban hành; null for a blank or impossible one.</param>
/// <param name="Issuer">Cơ quan ban hành, in small letters: the lower body where two are named, with its place where that has a line of its own.</param>
/// <param name="Summary">Trích yếu: "V/v …" of a công văn, else the type and its title.</param>
/// <param name="SecrecyStamp">MẬT, TỐI MẬT or TUYỆT MẬT as a mark of its own.</param>
public sealed record LetterHead(Found<string>? Number, Found<DateOnly>? IssuedOn, Found<string>? Issuer, Found<string>? Summary, Found<string>? SecrecyStamp)
{
    /// <summary>How much of a text is looked at.</summary>
    public const int MaxText = 20_000;

    /// <summary>The values as a proposal for the person who describes the document; null when there are none.</summary>
    public DocumentProposal? Proposal => Number is null && IssuedOn is null && Issuer is null && Summary is null
        ? null
        : new(Number?.Value, IssuedOn?.Value, Issuer?.Value, Summary?.Value);

    /// <summary>Reads the head of a document.</summary>
    /// <param name="firstPage">The text of its first page, one line a row; a tab parts the two columns of a letterhead. Composed or decomposed.</param>
    public static LetterHead Read(string firstPage)
    {
        var rows = new HeadRows(new PlainText(firstPage.Length > MaxText ? firstPage[..MaxText] : firstPage));
        var summary = HeadSummary.Find(rows);
        var number = HeadNumber.Find(rows, summary);
        return new(
            number.Value,
            HeadDate.Find(rows, summary, number),
            HeadIssuer.Find(rows, summary, number),
            summary.Value,
            HeadStamp.Find(rows));
    }
}
