using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Reminders;

/// <summary>Đôn đốc, by hand: the chosen units are told, with words; the log keeps it. All of them or none.</summary>
public sealed class UrgeUnits(Writer writer)
{
    /// <summary>Urges them.</summary>
    /// <param name="requestCode">In which request.</param>
    /// <param name="unitLogins">Whom.</param>
    /// <param name="text">With what words.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, IReadOnlyCollection<string> unitLogins, string? text, Guid key) =>
        (await writer.RunAsync<bool>(nameof(UrgeUnits), requestCode, key, async work =>
        {
            if (unitLogins.Count == 0)
            {
                return Problem.Invalid(nameof(Problems.ChooseUnits)).At("units");
            }

            var reports = new SortedSet<int>(); // locked in one order, so that two who urge do not wait for each other
            foreach (var login in unitLogins)
            {
                var opened = await Gate.OpenAsync(work.Db, work.Act.Actor, new ReportKey(requestCode, login), Permission.Urge);
                if (opened.Problem is { } refusal)
                {
                    return refusal;
                }

                reports.Add(opened.Value);
            }

            foreach (var id in reports)
            {
                await work.Db.LockSubmissionAsync(id);
                var submission = await work.Db.Submissions.Include(s => s.Answers).SingleAsync(s => s.Id == id);
                var urged = submission.Urge(work.Act, text);
                if (urged.Value is not { } urging)
                {
                    return urged.Problem!;
                }

                work.Db.Urgings.Add(urging);
            }

            return true;
        })).Problem;
}
