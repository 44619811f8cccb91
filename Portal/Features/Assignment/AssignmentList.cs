using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared;

namespace Portal.Features.Assignment;

/// <summary>One item, and who has it.</summary>
/// <param name="Title">The item's title; null for the cover.</param>
/// <param name="AssigneeId">Who has it; null while nobody has, or who has it no longer works in the unit.</param>
public sealed record AssignedLine(string Code, string? Title, ItemState State, int? AssigneeId);

/// <summary>Somebody to whom items can be given.</summary>
public sealed record UnitPerson(int Id, string Name);

/// <summary>A unit's report and who of its people has what.</summary>
/// <param name="Lines">Items in letter order, the cover last.</param>
/// <param name="People">To whom items can be given, by name.</param>
public sealed record AssignmentModel(ReportKey Report, int SubmissionId, string UnitName, IReadOnlyList<AssignedLine> Lines, IReadOnlyList<UnitPerson> People);

/// <summary>Who of the unit has which item in hand, for its head.</summary>
public sealed class AssignmentList(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<AssignmentModel>> RunAsync(ReportKey report) =>
        reader.RunAsync<AssignmentModel>(nameof(AssignmentList), report, Permission.SignOff, async (db, _, id) =>
        {
            var submission = await db.Submissions.Include(s => s.Request).Include(s => s.Answers).SingleAsync(s => s.Id == id);
            var titles = (await forms.OfAsync(submission)).Items.ToDictionary(i => i.Code, i => i.Title);
            var unit = await db.ActingForAsync(submission.UnitCode, clock.Now);
            var people = await db.People.Where(p => p.Active && db.RoleAssignments.Any(r => r.PersonId == p.Id && r.To == null && r.UnitCode == unit && (r.Role == Role.Officer || r.Role == Role.Head)))
                .Select(p => new UnitPerson(p.Id, p.Name)).ToListAsync();
            return new AssignmentModel(report, id, await db.Units.Where(u => u.Code == submission.UnitCode).Select(u => u.Name).SingleAsync(),
                [.. submission.Items.Append(submission.Cover).Select(i => new AssignedLine(i.ItemCode, titles.GetValueOrDefault(i.ItemCode), i.State, people.Exists(p => p.Id == i.AssigneeId) ? i.AssigneeId : null))],
                [.. people.OrderBy(p => p.Name, VietNames.Order).ThenBy(p => p.Id)]);
        });
}
