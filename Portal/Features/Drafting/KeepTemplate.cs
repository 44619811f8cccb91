using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests.Drafting;
using Portal.Platform.Commands;

namespace Portal.Features.Drafting;

/// <summary>Lưu làm mẫu: keeps what is being written of a request as a template of the office.</summary>
public sealed class KeepTemplate(Writer writer)
{
    /// <summary>Keeps it.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="name">What the template is called; a name that is taken is refused.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, string? name, Guid key) =>
        (await writer.RunAsync<bool>(nameof(KeepTemplate), requestCode, key, async work =>
        {
            var (db, act) = work;
            var opened = await Gate.OpenAsync(db, act.Actor, requestCode, RequestPermission.Run);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var request = opened.Value!;
            if (await db.Drafts.Where(d => d.RequestId == request.Id).Select(d => d.Definition).SingleOrDefaultAsync() is not { } definition)
            {
                return Problem.Invalid(nameof(Problems.DraftNotBegun));
            }

            var kept = RequestTemplate.Keep(request.CoordinatingUnitCode, name, definition, act.At);
            if (kept.Problem is { } wrong)
            {
                return wrong;
            }

            if (await db.RequestTemplates.AnyAsync(t => t.UnitCode == request.CoordinatingUnitCode && t.Name == kept.Value!.Name))
            {
                return Problem.Invalid(nameof(Problems.TemplateTwice), kept.Value!.Name).At("name");
            }

            db.RequestTemplates.Add(kept.Value!);
            return true;
        })).Problem;
}
