using Portal.Domain.Submissions;
using Portal.Platform.Files;

namespace Portal.Platform.Uploads;

/// <summary>A file on its way to an item: what it will be, before its bytes are all there.</summary>
/// <param name="Id">Its name in the address.</param>
/// <param name="PersonId">Who sends it; nobody else can know of it.</param>
/// <param name="Report">For which report.</param>
/// <param name="ItemCode">For which item, or the cover.</param>
/// <param name="FileName">The name as sent.</param>
/// <param name="Length">How many bytes it will have.</param>
/// <param name="Metadata">What the sender said about it, word for word (tus: Upload-Metadata).</param>
/// <param name="Sha256">What its bytes shall hash to, in lower-case hex; null where the sender's browser cannot hash.</param>
public sealed record Upload(Guid Id, int PersonId, ReportKey Report, string ItemCode, string FileName, long Length, string? Metadata, string? Sha256)
{
    /// <summary>What became of it, once all its bytes were there and were found good.</summary>
    public KeptUpload? Kept { get; init; }
}

/// <summary>An upload that lies in the store, so that attaching it again finds it.</summary>
/// <param name="File">The stored file.</param>
/// <param name="Proposal">What its first page seems to say.</param>
/// <param name="Confirmed">What the person was asked about it and confirmed, for the history; or null.</param>
public sealed record KeptUpload(StoredFile File, DocumentProposal? Proposal, string? Confirmed);

/// <summary>How much one person may have on the way at once.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">How many bytes they will have together.</param>
public sealed record UploadLimits(int Files, long Bytes);
