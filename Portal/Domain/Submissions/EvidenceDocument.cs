namespace Portal.Domain.Submissions;

/// <summary>What a document is.</summary>
public enum EvidenceKind
{
    /// <summary>Văn bản: an official document with number, date, issuer and summary.</summary>
    Official,
    /// <summary>Hình ảnh, tài liệu khác: with a description.</summary>
    Other,
}

/// <summary>What a person says about a document.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Number">Số, ký hiệu.</param>
/// <param name="IssuedOn">Ngày ban hành.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Summary">Trích yếu, or the description.</param>
/// <param name="Restricted">Only the unit, the coordinator and the leader may open it.</param>
public sealed record DocumentDescription(EvidenceKind Kind, string? Number, DateOnly? IssuedOn, string? Issuer, string? Summary, bool Restricted = false)
{
    /// <summary>Complete (workflow §5); else "Thiếu thông tin minh chứng".</summary>
    public bool Complete => !string.IsNullOrWhiteSpace(Summary)
        && (Kind == EvidenceKind.Other || (!string.IsNullOrWhiteSpace(Number) && IssuedOn is not null && !string.IsNullOrWhiteSpace(Issuer)));
}

/// <summary>What a document's first page seems to say. Shown beside the fields as a proposal, never filled in silently.</summary>
/// <param name="Number">Số, ký hiệu; null where none was found.</param>
/// <param name="IssuedOn">Ngày ban hành.</param>
/// <param name="Issuer">Cơ quan ban hành.</param>
/// <param name="Summary">Trích yếu.</param>
public sealed record DocumentProposal(string? Number, DateOnly? IssuedOn, string? Issuer, string? Summary);

/// <summary>A file that proves something, with what it is. The bytes lie under their SHA-256.</summary>
public sealed class EvidenceDocument
{
    private EvidenceDocument() { }

    /// <summary>Makes the row of a file that is safely on disk; until somebody says otherwise a picture is a picture, anything else an official document.</summary>
    public EvidenceDocument(int submissionId, string sha256, long size, string fileName, string mediaType, Act act)
    {
        (SubmissionId, Sha256, Size, FileName, MediaType, UploadedBy, UploadedAt) = (submissionId, sha256, size, fileName, mediaType, act.Actor.PersonId, act.At);
        Kind = mediaType.StartsWith("image/", StringComparison.Ordinal) ? EvidenceKind.Other : EvidenceKind.Official;
    }

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose document.</summary>
    public int SubmissionId { get; private set; }

    /// <summary>SHA-256 of the bytes, in lower-case hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>In bytes.</summary>
    public long Size { get; private set; }

    /// <summary>As uploaded, cleaned.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>By content, not by name.</summary>
    public string MediaType { get; private set; } = "";

    /// <summary>What it is.</summary>
    public EvidenceKind Kind { get; private set; }

    /// <summary>Số, ký hiệu.</summary>
    public string? Number { get; private set; }

    /// <summary>Ngày ban hành.</summary>
    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Cơ quan ban hành.</summary>
    public string? Issuer { get; private set; }

    /// <summary>Trích yếu, or the description.</summary>
    public string? Summary { get; private set; }

    /// <summary>Marked so by the unit, in its description.</summary>
    public bool Restricted { get; private set; }

    /// <summary>Marked so by a reviewer; the unit cannot take this mark off.</summary>
    public bool RestrictedByReviewer { get; private set; }

    /// <summary>Only the unit, the coordinator and the leader may know of it: either of them marked it.</summary>
    public bool IsRestricted => Restricted || RestrictedByReviewer;

    /// <summary>What its first page seems to say; null where nothing was read.</summary>
    public DocumentProposal? Proposal { get; init; }

    /// <summary>Who uploaded it.</summary>
    public int UploadedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset UploadedAt { get; private set; }

    /// <summary>Guards against two changes at once.</summary>
    public int Version { get; private set; }

    /// <summary>What a person says about it.</summary>
    public DocumentDescription Description => new(Kind, Number, IssuedOn, Issuer, Summary, Restricted);

    /// <summary>Takes a description; false when it says nothing new.</summary>
    internal bool Describe(DocumentDescription d)
    {
        var before = Description;
        (Kind, Number, IssuedOn, Issuer, Summary, Restricted) = (d.Kind, Text(d.Number), d.IssuedOn, Text(d.Issuer), Text(d.Summary), d.Restricted);
        var changed = Description != before;
        Version += changed ? 1 : 0;
        return changed;
    }

    /// <summary>The reviewer's own mark; false when it was so already. The unit's version of the description stays, so that what it is typing is not refused.</summary>
    internal bool RestrictByReviewer(bool restricted)
    {
        var changed = RestrictedByReviewer != restricted;
        RestrictedByReviewer = restricted;
        return changed;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim().Normalize();
}

/// <summary>One document on one item; the reviewer decides on the link, for the same document may prove one item and not another.</summary>
public sealed class EvidenceLink
{
    private EvidenceLink() { }

    internal EvidenceLink(EvidenceDocument document) => (Document, DocumentId) = (document, document.Id);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>The item.</summary>
    public int ItemAnswerId { get; private set; }

    /// <summary>The document.</summary>
    public int DocumentId { get; private set; }

    /// <summary>The document.</summary>
    public EvidenceDocument Document { get; private set; } = null!;

    /// <summary>What the reviewer says.</summary>
    public LinkDecision Decision { get; private set; }

    /// <summary>Why not, when rejected.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who decided.</summary>
    public int? DecidedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    internal void Decide(LinkDecision decision, string? reason, Act act)
        => (Decision, Reason, DecidedBy, DecidedAt) = (decision, decision == LinkDecision.Rejected ? reason : null, act.Actor.PersonId, act.At);
}
