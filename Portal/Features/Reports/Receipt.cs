using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Reports;

/// <summary>One document on a receipt, with the SHA-256 of its bytes.</summary>
public sealed record ReceiptDocument(string FileName, long Size, string Sha256);

/// <summary>One item on a receipt: which version was sent, and the SHA-256 of its content.</summary>
public sealed record ReceiptItem(string Code, string? Title, int Version, string Hash, IReadOnlyList<ReceiptDocument> Documents);

/// <summary>What the server says it received: number, time to the second, people, contents.</summary>
public sealed record ReceiptContent(
    ReportKey Report, string UnitName, string RequestTitle, string Number, DateTimeOffset SentAt, string SentUpBy, DateTimeOffset SentUpAt, string SignedBy, DateTimeOffset SignedAt,
    string SentBy, string? InPlaceOf, bool Late, string PackageHash, IReadOnlyList<ReceiptItem> Items)
{
    /// <summary>The number of the letter it answers; null while that is not known.</summary>
    public string? LetterNumber { get; init; }

    /// <summary>The day of that letter.</summary>
    public DateOnly? LetterDate { get; init; }

    /// <summary>In whose place it was signed; null for the head himself.</summary>
    public string? SignedInPlaceOf { get; init; }

    /// <summary>When the sending was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Of a package entered for the unit: the time on the incoming stamp. Nobody of the unit sent it up or signed it here.</summary>
    public DateTimeOffset? ReceivedAt { get; init; }

    /// <summary>Who of the unit confirmed it.</summary>
    public string? ConfirmedBy { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ConfirmedAt { get; init; }
}

/// <summary>Biên nhận: the receipt of one package that was sent.</summary>
public sealed class Receipt(Reader reader, FormCatalog forms)
{
    /// <summary>Reads a receipt.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="package">Which package.</param>
    /// <returns>The receipt; not found while the package was not sent.</returns>
    public Task<Outcome<ReceiptContent>> RunAsync(ReportKey report, int package) =>
        reader.RunAsync<ReceiptContent>(nameof(Receipt), report, Permission.See, (db, actor, id) => ReadAsync(db, forms, actor, report, id, package));

    /// <summary>Reads a receipt for one who may see the report.</summary>
    /// <param name="db">The database.</param>
    /// <param name="forms">The forms.</param>
    /// <param name="actor">Who looks.</param>
    /// <param name="report">Which report.</param>
    /// <param name="id">Its key.</param>
    /// <param name="package">Which package.</param>
    internal static async Task<Outcome<ReceiptContent>> ReadAsync(PortalDb db, FormCatalog forms, Actor actor, ReportKey report, int id, int package)
    {
        var s = await Gate.LoadAsync(db, id);
        if (s.Packages.FirstOrDefault(p => p.Number == package) is not { SentAt: { } sentAt } p)
        {
            return Problem.NotFound;
        }

        var signedAt = p.SignedOffAt ?? sentAt; // of paper nothing is signed here
        var titles = await forms.TitlesAsync(s.RequestId, s.FormVersion);
        var letter = s.Request.Facts((await forms.OfAsync(s.RequestId, s.FormVersion)).Letter);
        var sending = await db.Events.Where(e => e.SubmissionId == id && e.At == sentAt && (e.Verb == EventVerb.Sent || e.Verb == EventVerb.Resent || e.Verb == EventVerb.ProxySent)).Select(e => new { e.ActorId, e.InPlaceOf }).FirstAsync();
        var signedFor = await db.Events.Where(e => e.SubmissionId == id && e.At == signedAt && e.Verb == EventVerb.SignedOff).Select(e => e.InPlaceOf).FirstOrDefaultAsync();
        int[] involved = [p.SentUpBy, p.SignedOffBy ?? 0, p.ConfirmedBy ?? 0, sending.ActorId, sending.InPlaceOf ?? 0, signedFor ?? 0];
        var people = await db.People.Where(x => involved.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Name);
        var sight = await DocumentSight.OfAsync(db, actor, id);
        var versions = s.Answers.OrderBy(a => a.Order).SelectMany(a => a.Versions.Where(v => v.PackageNumber == package).Select(v => (a.ItemCode, Version: v, v.Content.Documents))).ToList();
        return new ReceiptContent(
            report, await db.Units.Where(u => u.Code == s.UnitCode).Select(u => u.FullName).SingleAsync(), s.Request.Title, p.ReceiptNumber ?? "", sentAt,
            people.GetValueOrDefault(p.SentUpBy, ""), p.SentUpAt, people.GetValueOrDefault(p.SignedOffBy ?? 0, ""), signedAt,
            people.GetValueOrDefault(sending.ActorId, ""), sending.InPlaceOf is { } other ? people.GetValueOrDefault(other) : null,
            (s.FirstSentAt == sentAt ? s.Timeliness : p.Judged) == Timeliness.Late, p.Hash,
            [.. versions.Select(v => new ReceiptItem(v.ItemCode, titles.GetValueOrDefault(v.ItemCode), v.Version.Number, v.Version.Hash,
                [.. v.Documents.Where(sight.Shows).Select(d => new ReceiptDocument(d.FileName, d.Size, d.Sha256))]))])
        {
            LetterNumber = letter.Number,
            LetterDate = letter.Date,
            SignedInPlaceOf = signedFor is { } head ? people.GetValueOrDefault(head) : null,
            WithdrawnAt = p.WithdrawnAt,
            ReceivedAt = p.ReceivedAt,
            ConfirmedBy = p.ConfirmedBy is { } confirmed ? people.GetValueOrDefault(confirmed) : null,
            ConfirmedAt = p.ConfirmedAt,
        };
    }
}
