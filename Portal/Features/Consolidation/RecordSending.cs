using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;

namespace Portal.Features.Consolidation;

/// <summary>Ghi nhận việc gửi báo cáo lên cấp trên: number, day, file, how. It makes the duty of coordination done.</summary>
public sealed class RecordSending(Writer writer, BroughtFiles files)
{
    /// <summary>Records it.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="versionNumber">Which version was sent.</param>
    /// <param name="number">The number and symbol after signing.</param>
    /// <param name="day">Its day.</param>
    /// <param name="way">How it went.</param>
    /// <param name="file">The ticket of the file that was uploaded (<see cref="BringSentFile"/>).</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int versionNumber, string? number, DateOnly? day, SendingWay way, Guid? file, Guid key) =>
        (await writer.RunAsync<bool>(nameof(RecordSending), requestCode, key, async work =>
        {
            var opened = await ReportDesk.RequestAsync(work.Db, work.Act.Actor, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var version = await work.Db.ReportVersions.SingleOrDefaultAsync(v => v.RequestId == opened.Value!.Id && v.Number == versionNumber);
            if (version is null)
            {
                return Problem.State(nameof(Problems.ReportNotApproved));
            }

            var recorded = ReportSending.Record(version, number, day, way, files.Find<SentFileFacts>(work.Act.Actor.PersonId, requestCode, file ?? Guid.Empty), work.Act);
            if (recorded.Problem is { } problem)
            {
                return problem;
            }

            work.Db.ReportSendings.Add(recorded.Value!);
            return true;
        })).Problem;
}
