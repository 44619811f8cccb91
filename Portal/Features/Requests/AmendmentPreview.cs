using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>A unit as the preview names it.</summary>
public sealed record AmendedUnit(string Code, string Name);

/// <summary>What an amendment would change for whom.</summary>
/// <param name="Amendment">The step: items, fields, rules, words, units.</param>
/// <param name="Kept">What happens where what was sent stays as it was sent.</param>
/// <param name="Asked">What happens where a supplement is asked for.</param>
/// <param name="Units">The units that are asked already, by code.</param>
/// <param name="Left">Units of which the reader may not ask a supplement himself (rule C); empty codes for none.</param>
/// <param name="Version">The request's version, which the command has to have seen.</param>
public sealed record AmendmentPreviewContent(Amendment Amendment, AmendmentOutlook Kept, AmendmentOutlook Asked, IReadOnlyDictionary<string, AmendedUnit> Units, IReadOnlyList<string> Left, int Version);

/// <summary>Điều chỉnh biểu mẫu, xem trước: what would change for whom; nothing happens. For the coordinators of an open request.</summary>
public sealed class AmendmentPreview(Reader reader, FormCatalog forms)
{
    /// <summary>Looks ahead.</summary>
    /// <param name="requestCode">Which request.</param>
    /// <param name="definitionJson">The request's file as it is to be; null for what is being written of it.</param>
    public Task<Outcome<AmendmentPreviewContent>> RunAsync(string requestCode, string? definitionJson) => reader.RunAsync<AmendmentPreviewContent>(nameof(AmendmentPreview), requestCode, async (db, actor) =>
    {
        if (await db.Requests.VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
        {
            return Problem.NotFound;
        }

        if (Rights.Check(actor, RequestPermission.Run, request.CoordinatingUnitCode) is { } refusal)
        {
            return refusal;
        }

        if (request.State != RequestState.Open)
        {
            return Problem.State(nameof(Problems.RequestNotOpen));
        }

        if ((definitionJson ?? await db.Drafts.Where(d => d.RequestId == request.Id).Select(d => d.Definition).SingleOrDefaultAsync()) is not { } json)
        {
            return Problem.Invalid(nameof(Problems.DraftNotBegun));
        }

        var read = RequestFile.Parse(json);
        var between = read.Value is { } to ? Amendment.Between(await forms.OfAsync(request.Id, request.FormVersion), to) : read.Problem!;
        if (between.Value is not { } amendment)
        {
            return between.Problem!;
        }

        var standing = await StandingAsync(db, request.Id);
        var asked = AmendmentOutlook.Of(amendment, standing, asks: true);
        var units = await db.Units.Where(u => db.Submissions.Any(s => s.RequestId == request.Id && s.UnitCode == u.Code)).Select(u => new AmendedUnit(u.Code, u.Name)).ToDictionaryAsync(u => u.Code);
        return new AmendmentPreviewContent(amendment, AmendmentOutlook.Of(amendment, standing, asks: false), asked, units, await LeftAsync(db, actor, request, asked), request.Version);
    });

    private static async Task<IReadOnlyList<StandingItem>> StandingAsync(PortalDb db, int requestId) =>
        (await db.Submissions.Where(s => s.RequestId == requestId).SelectMany(s => s.Answers, (s, a) => new { s.Order, s.UnitCode, Item = a.Order, a.ItemCode, a.State, a.PackageNumber })
            .OrderBy(a => a.Order).ThenBy(a => a.Item).ToListAsync())
        .ConvertAll(a => new StandingItem(a.UnitCode, a.ItemCode, a.State, a.State is ItemState.WithHead or ItemState.Approved ? a.PackageNumber : null));

    private static async Task<IReadOnlyList<string>> LeftAsync(PortalDb db, Actor actor, ReportingRequest request, AmendmentOutlook asked)
    {
        var returned = asked.Lines.Where(l => l.Row == AmendmentRow.Asked).SelectMany(l => l.UnitCodes).ToHashSet();
        var left = new List<string>();
        foreach (var report in await db.Submissions.Where(s => s.RequestId == request.Id && returned.Contains(s.UnitCode)).OrderBy(s => s.Order).Select(s => new { s.Id, s.UnitCode }).ToListAsync())
        {
            var facts = await Gate.ReviewFactsAsync(db, actor, report.Id, report.UnitCode, request.CoordinatingUnitCode, request.IssuedAt ?? default);
            if (Rights.Check(actor, Permission.Review, facts) is not null)
            {
                left.Add(report.UnitCode);
            }
        }

        return left;
    }
}
