using System.Security.Cryptography;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform.Files;
using Portal.Platform.Identity;
using Portal.Platform.Uploads;

namespace Portal.Features.Evidence;

/// <summary>Makes a document of a file that has arrived: its bytes are compared with what the sender said, scanned, judged by content, kept, and put on the item.</summary>
public sealed class FinishUpload(UploadTarget target, UploadStore uploads, EvidenceStore store, VirusScan scan, FileInspection inspection, AttachDocument attach, CurrentUser user)
{
    /// <summary>Finishes; the same press again answers with the document that is there.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="uploadId">The upload; all its bytes must be here.</param>
    /// <param name="notSecret">The person was asked about a secrecy stamp on the first page and says that it is none.</param>
    /// <param name="key">One-time key of the choice of this file.</param>
    public async Task<Outcome<DocumentAnswer>> RunAsync(ReportKey report, string itemCode, Guid uploadId, bool notSecret, Guid key)
    {
        var asked = await target.RunAsync(report, itemCode);
        if (asked.Problem is { } refused)
        {
            return refused;
        }

        return await uploads.AloneAsync(uploadId, CancellationToken.None, async _ => // who asks again waits for the first answer
        {
            if (uploads.Find(user.PersonId!.Value, uploadId) is not { } upload || (upload.Report, upload.ItemCode) != (report, itemCode))
            {
                return Problem.Invalid(nameof(Problems.UploadGone));
            }

            if (upload.Kept is null)
            {
                var kept = await KeepAsync(upload, asked.Value!, notSecret);
                if (kept.Problem is { } bad)
                {
                    return bad;
                }

                upload = upload with { Kept = kept.Value };
            }

            return await attach.RunAsync(report, itemCode, upload.Kept!.File, key, upload.Kept.Proposal, upload.Kept.Confirmed);
        });
    }

    private async Task<Outcome<KeptUpload>> KeepAsync(Upload upload, ItemEvidence takes, bool notSecret)
    {
        if (uploads.OffsetOf(upload) != upload.Length)
        {
            return Problem.State(nameof(Problems.UploadUnfinished));
        }

        var judged = await JudgeAsync(upload, takes, notSecret);
        if (judged.Problem is { } bad)
        {
            if (bad is { Kind: ProblemKind.Invalid, Code: not nameof(Problems.SecrecyAsked) })
            {
                uploads.Remove(upload); // nothing that is refused stays
            }

            return bad;
        }

        var kept = judged.Value!;
        return (store.Take(uploads.BytesOf(upload), kept.File) ?? uploads.Keep(upload with { Kept = kept })) is { } unwritten ? unwritten : kept;
    }

    private async Task<Outcome<KeptUpload>> JudgeAsync(Upload upload, ItemEvidence takes, bool notSecret)
    {
        await using var file = File.OpenRead(uploads.BytesOf(upload));
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(file));
        if (upload.Sha256 is { } said && said != sha256)
        {
            return Problem.Invalid(nameof(Problems.FileDamaged), upload.FileName);
        }

        file.Position = 0;
        if (await scan.CheckAsync(file, upload.FileName, CancellationToken.None) is { } unclean)
        {
            return unclean;
        }

        var inspected = await inspection.RunAsync(file.Name, upload.FileName, CancellationToken.None);
        if ((inspected.Problem ?? takes.Takes(inspected.Value!.Kind, upload.FileName)) is { } refused)
        {
            return refused;
        }

        var stamp = inspected.Value!.Head?.SecrecyStamp?.Value;
        if (stamp is not null && !notSecret)
        {
            return Problem.Invalid(nameof(Problems.SecrecyAsked), upload.FileName, stamp);
        }

        return new KeptUpload(new StoredFile(sha256, upload.Length, inspected.Value.Kind, upload.FileName), inspected.Value.Head?.Proposal, stamp is null ? null : string.Format(UploadText.NotSecret, stamp));
    }
}
