using Portal.Domain.Submissions;

namespace Portal.Shared.Fields;

/// <summary>One document on one item, as pages show it.</summary>
/// <param name="Id">The document.</param>
/// <param name="FileName">As uploaded, cleaned.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MediaType">By content.</param>
/// <param name="Sha256">Of the bytes, in lower-case hex.</param>
/// <param name="Official">True for an official document, false for a picture or other file.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="IssuedOn">Ngày ban hành.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Summary">Trích yếu, or the description.</param>
/// <param name="Restricted">Only the unit, the coordinator and the leader may open it.</param>
/// <param name="Complete">Described (workflow §5).</param>
/// <param name="Version">Of the description; sent back when it is changed.</param>
/// <param name="Decision">What the reviewer says of it on this item.</param>
/// <param name="Reason">Why not, when rejected.</param>
/// <param name="UploadedAt">When.</param>
/// <param name="SharedWith">Codes of the other items it stands on.</param>
/// <param name="Frozen">Decided on this item or another: the description stays as it is.</param>
/// <param name="Proposal">What its first page seems to say.</param>
public sealed record EvidenceRow(
    int Id,
    string FileName,
    long Size,
    string MediaType,
    string Sha256,
    bool Official,
    string? Number,
    DateOnly? IssuedOn,
    string? Issuer,
    string? Summary,
    bool Restricted,
    bool Complete,
    int Version,
    LinkDecision Decision,
    string? Reason,
    DateTimeOffset UploadedAt,
    IReadOnlyList<string> SharedWith,
    bool Frozen = false,
    DocumentProposal? Proposal = null)
{
    /// <summary>A reviewer restricted it; the unit cannot take that off.</summary>
    public bool RestrictedByReviewer { get; init; }

    /// <summary>The documents of one item, oldest first.</summary>
    public static IReadOnlyList<EvidenceRow> Of(Submission submission, string itemCode) =>
        [.. (submission.Find(itemCode)?.Links ?? []).OrderBy(l => l.DocumentId).Select(l => Of(submission, itemCode, l.Document, l))];

    /// <summary>The documents that stand on other items only, oldest first: what can be shared.</summary>
    public static IReadOnlyList<EvidenceRow> OthersOf(Submission submission, string itemCode)
    {
        var here = (submission.Find(itemCode)?.Links ?? []).Select(l => l.DocumentId).ToHashSet();
        return [.. submission.Answers.SelectMany(a => a.Links).Select(l => l.Document).Where(d => !here.Contains(d.Id)).DistinctBy(d => d.Id).OrderBy(d => d.Id).Select(d => Of(submission, itemCode, d, null))];
    }

    private static EvidenceRow Of(Submission submission, string itemCode, EvidenceDocument document, EvidenceLink? link)
    {
        var on = submission.Answers.Where(a => a.Links.Any(l => l.DocumentId == document.Id)).OrderBy(a => a.Order).ToList();
        return new(document.Id, document.FileName, document.Size, document.MediaType, document.Sha256,
            document.Kind == EvidenceKind.Official, document.Number, document.IssuedOn, document.Issuer, document.Summary, document.Restricted,
            document.Description.Complete, document.Version, link?.Decision ?? LinkDecision.Undecided, link?.Reason, document.UploadedAt,
            [.. on.Where(a => a.ItemCode != itemCode).Select(a => a.ItemCode)],
            on.SelectMany(a => a.Links).Any(l => l.DocumentId == document.Id && l.Decision != LinkDecision.Undecided),
            document.Proposal)
        {
            RestrictedByReviewer = document.RestrictedByReviewer,
        };
    }
}
