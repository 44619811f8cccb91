using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Assignment;

/// <summary>Phân công xử lý: the head gives one item to one of his people, or takes it back.</summary>
public sealed class AssignItem(Writer writer)
{
    /// <summary>Gives it; where he has it already nothing changes.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="itemCode">Which item, or the cover.</param>
    /// <param name="assigneeId">To whom; null takes it back.</param>
    /// <param name="key">One-time key of the choice.</param>
    public Task<Problem?> RunAsync(ReportKey report, string itemCode, int? assigneeId, Guid key) =>
        writer.RunAsync(nameof(AssignItem), report, Permission.SignOff, key, async (submission, work) =>
        {
            var person = assigneeId is { } id ? await work.Db.People.Include(p => p.Roles).SingleOrDefaultAsync(p => p.Id == id) : null;
            return assigneeId is not null && person is null ? Problem.Invalid(nameof(Problems.NotOfTheUnit)) : submission.Assign(work.Act, [itemCode], person, await work.Db.ActingForAsync(submission.UnitCode, work.Act.At));
        });
}
