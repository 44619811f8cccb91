using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>How a draft comes to be, whatever it begins with: a letter, another request, a file.</summary>
internal static class NewDraft
{
    /// <summary>Adds a request of the actor's office, with the next free code of the year.</summary>
    /// <param name="work">The command.</param>
    /// <param name="begin">Makes the file of a code and the coordinating unit.</param>
    /// <param name="fill">Fills it further.</param>
    /// <returns>The code.</returns>
    public static async Task<Outcome<string>> AddAsync(Work work, Func<string, RequestUnit, Outcome<DraftFile>> begin, Func<DraftFile, Task>? fill = null)
    {
        var (db, act) = work;
        if (act.Actor.Holdings.FirstOrDefault(h => h.Role is Role.Coordinator) is not { } office)
        {
            return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
        }

        var code = await NextCodeAsync(db, act.At);
        var begun = begin(code, (await UnitBook.OfAsync(db, [office.UnitCode]))[0]);
        if (begun.Problem is { } problem)
        {
            return problem;
        }

        if (fill is not null)
        {
            await fill(begun.Value!);
        }

        var request = new ReportingRequest(code, office.UnitCode);
        db.Drafts.Add(new RequestDraft(request, begun.Value!, act.At, act.Actor.PersonId));
        return await db.TrySaveAsync() is { } conflict ? conflict : code;
    }

    private static async Task<string> NextCodeAsync(PortalDb db, DateTimeOffset at)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"YC-{at.ToOffset(TimeSpan.FromHours(7)).Year}-");
        var taken = await db.Requests.Where(r => r.Code.StartsWith(start)).Select(r => r.Code).ToHashSetAsync();
        return Enumerable.Range(1, int.MaxValue - 1).Select(k => string.Create(CultureInfo.InvariantCulture, $"{start}{k:000}")).First(c => !taken.Contains(c));
    }
}
