using System.Globalization;
using Portal.Domain.Calendar;
using Portal.Domain.Requests;

namespace Portal.Platform.Documents;

/// <summary>What was found of a PDF's signatures, in words that promise no more than was checked.</summary>
public static class SignatureWords
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(7);

    /// <summary>A line for each signature; one line where there is none or nothing could be read.</summary>
    public static IReadOnlyList<string> Of(SignatureReading reading) => reading switch
    {
        { Failed: true } => [SignatureText.Failed],
        { Signatures.Count: 0 } => [SignatureText.None],
        _ => [.. reading.Signatures.Select(s => string.Join(' ', Of(s, reading.Signatures.Any(later => later is { Readable: true, Intact: true, CoversWhole: true }))))],
    };

    private static IEnumerable<string> Of(PdfSignature s, bool closed)
    {
        if (!s.Readable)
        {
            yield return SignatureText.Unreadable;
            yield break;
        }

        yield return s.Organisation is { } organisation ? string.Format(SignatureText.SignedFor, s.Signer, organisation) : string.Format(SignatureText.Signed, s.Signer);
        if (s.SignedAt is { } at)
        {
            yield return string.Format(SignatureText.At, at.ToOffset(Zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture), FieldInput.ShowDay(WorkCalendar.DayOf(at)));
        }

        yield return s.Intact ? SignatureText.Intact : SignatureText.Broken;
        if (!s.CoversWhole)
        {
            yield return closed ? SignatureText.SignedAgain : SignatureText.Changed;
        }

        yield return s.Rooted ? SignatureText.Rooted : SignatureText.Unrooted;
        if (s.ValidWhenSigned == false)
        {
            yield return SignatureText.NotValid;
        }
    }
}
