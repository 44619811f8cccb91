using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Assignment;

/// <summary>Giao tất cả các nội dung chưa giao: the head gives everything that nobody of the unit has, the cover too, to one of his people.</summary>
public sealed class AssignRest(Writer writer)
{
    /// <summary>Gives it.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="assigneeId">To whom.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>How many were given.</returns>
    public Task<Outcome<int>> RunAsync(ReportKey report, int assigneeId, Guid key) =>
        writer.RunAsync<int>(nameof(AssignRest), report, Permission.SignOff, key, async (submission, work) =>
        {
            var known = submission.Answers.Select(a => a.AssigneeId).OfType<int>().Append(assigneeId).ToList();
            var people = await work.Db.People.Include(p => p.Roles).Where(p => known.Contains(p.Id)).ToDictionaryAsync(p => p.Id);
            var unit = await work.Db.ActingForAsync(submission.UnitCode, work.Act.At);
            var rest = submission.Items.Append(submission.Cover)
                .Where(i => i.AssigneeId is not { } has || !Submission.MayHave(people[has], unit, work.Act.At)).Select(i => i.ItemCode).ToList();
            return !people.TryGetValue(assigneeId, out var person) ? Problem.Invalid(nameof(Problems.NotOfTheUnit))
                : submission.Assign(work.Act, rest, person, unit) is { } refusal ? refusal
                : rest.Count;
        });
}
