using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Duyệt báo cáo tổng hợp; in the same transaction what it draws from becomes Included (workflow §4).</summary>
public sealed class ApproveReport(Writer writer)
{
    /// <summary>Approves.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="number">Which version.</param>
    /// <param name="file">The hash of the file that the leader was shown.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, int number, string file, Guid key) =>
        (await writer.RunAsync<bool>(nameof(ApproveReport), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Approve);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            if (!ReportDesk.Runs(opened.Value!.State))
            {
                return Problem.State(nameof(Problems.RequestNotRunning));
            }

            var version = await db.ReportVersions.SingleOrDefaultAsync(v => v.RequestId == opened.Value!.Id && v.Number == number);
            if (version is null || version.File != file)
            {
                return Problem.Stale(nameof(Problems.ReportNotWaiting));
            }

            if (version.Approve(act) is { } problem)
            {
                return problem;
            }

            foreach (var report in version.Answers.GroupBy(a => a.SubmissionId))
            {
                var submission = await db.Submissions.AsSplitQuery().Include(s => s.Request).Include(s => s.Answers).ThenInclude(a => a.Versions).SingleAsync(s => s.Id == report.Key);
                foreach (var answer in report)
                {
                    submission.Include(act, answer.ItemCode, answer.Version);
                }
            }

            return true;
        })).Problem;
}
