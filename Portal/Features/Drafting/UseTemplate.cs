using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Dùng mẫu: a new draft from one of the office's templates.</summary>
public sealed class UseTemplate(Writer writer)
{
    /// <summary>Begins it.</summary>
    /// <param name="templateId">Which template; another office's is not told of.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>The new request's code.</returns>
    public Task<Outcome<string>> RunAsync(int templateId, Guid key) => writer.RunAsync<string>(nameof(UseTemplate), null, key, async work =>
    {
        if (!work.Act.Actor.Is(Role.Coordinator))
        {
            return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
        }

        var template = await work.Db.RequestTemplates.SingleOrDefaultAsync(t => t.Id == templateId);
        return template is null || !work.Act.Actor.Is(Role.Coordinator, template.UnitCode) ? Problem.NotFound
            : await NewDraft.AddAsync(work, (code, coordinator) => DraftFile.Copy(template.Definition, code, coordinator));
    });
}
