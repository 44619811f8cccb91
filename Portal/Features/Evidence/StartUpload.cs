using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform.Files;
using Portal.Platform.Identity;
using Portal.Platform.Uploads;

namespace Portal.Features.Evidence;

/// <summary>What a browser says of a file before it sends it.</summary>
/// <param name="Length">How many bytes it has.</param>
/// <param name="FileName">Its name; blank where the sender said none.</param>
/// <param name="Sha256">What it hashes to, in lower-case hex; null where the browser cannot hash.</param>
/// <param name="Metadata">All that was said, word for word.</param>
public sealed record AnnouncedFile(long Length, string FileName, string? Sha256, string? Metadata);

/// <summary>Makes room for a file that will be sent piece by piece.</summary>
public sealed class StartUpload(UploadTarget target, UploadStore uploads, CurrentUser user)
{
    /// <summary>The upload, or why not: no right, locked, too large, no room, too much on the way.</summary>
    public async Task<Outcome<Upload>> RunAsync(ReportKey report, string itemCode, AnnouncedFile announced)
    {
        var asked = await target.RunAsync(report, itemCode, announced.Length);
        if (asked.Problem is { } refused)
        {
            return refused;
        }

        var upload = new Upload(Guid.NewGuid(), user.PersonId!.Value, report, itemCode, FileName.Clean(announced.FileName), announced.Length, announced.Metadata, announced.Sha256);
        return uploads.Create(upload) is { } problem ? problem : upload;
    }
}
