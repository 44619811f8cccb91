using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Bỏ mẫu: takes a template away; requests that began with it stay as they are.</summary>
public sealed class RemoveTemplate(Writer writer)
{
    /// <summary>Takes it away.</summary>
    /// <param name="templateId">Which template; another office's is not told of.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(int templateId, Guid key) =>
        (await writer.RunAsync<bool>(nameof(RemoveTemplate), null, key, async work =>
        {
            if (!work.Act.Actor.Is(Role.Coordinator))
            {
                return Problem.Refused(nameof(Problems.OnlyTheCoordinator));
            }

            if (await work.Db.RequestTemplates.SingleOrDefaultAsync(t => t.Id == templateId) is not { } template || !work.Act.Actor.Is(Role.Coordinator, template.UnitCode))
            {
                return Problem.NotFound;
            }

            work.Db.RequestTemplates.Remove(template);
            return true;
        })).Problem;
}
