using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Which part of a report and which of its sources are looked at.</summary>
/// <param name="Part">The heading's block; null or 0 for the frame.</param>
/// <param name="ItemCode">Only answers to that item.</param>
/// <param name="Unit">Only of units whose name has these words in it.</param>
public sealed record ReportLook(int? Part, string? ItemCode, string? Unit);

/// <summary>The consolidated report, for coordinators who compose it and leaders who decide; who only watches sees what was approved (workflow §10).</summary>
public sealed class ReportView(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads it.</summary>
    /// <param name="requestCode">Of which request; null for the one issued last.</param>
    /// <param name="look">What is looked at.</param>
    /// <returns>Null where no request is open.</returns>
    public Task<Outcome<ReportModel?>> RunAsync(string? requestCode, ReportLook look) => reader.RunAsync<ReportModel?>(nameof(ReportView), requestCode, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        if (await db.Requests.WhollyVisibleTo(actor).Meant(requestCode).FirstOrDefaultAsync() is not { } request)
        {
            return requestCode is null ? new Outcome<ReportModel?>(null, null) : Problem.NotFound;
        }

        var (coordinates, leads) = (actor.Is(Role.Coordinator, request.CoordinatingUnitCode), actor.Is(Role.Leader));
        var runs = ReportDesk.Runs(request.State);
        var versions = await db.ReportVersions.Where(v => v.RequestId == request.Id && (coordinates || leads || v.State == ReportState.Approved)).OrderByDescending(v => v.Number).ToListAsync();
        var sendings = await db.ReportSendings.Where(s => s.RequestId == request.Id).OrderByDescending(s => s.Id).ToListAsync();
        var people = versions.SelectMany(v => new[] { v.SubmittedBy, v.DecidedBy ?? 0 }).Concat(sendings.SelectMany(s => new[] { s.By, s.VoidedBy ?? 0 })).Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        var model = new ReportModel(request.Id, request.Code, (await forms.OfAsync(request.Id, request.FormVersion)).Letter.ReportUpTo, request.State)
        {
            MayCompose = coordinates && runs,
            MayDecide = leads && runs,
            Me = actor.PersonId,
            MyName = actor.Name,
            Versions = [.. versions.Select(v => new VersionModel(v.Number, v.State, v.File, v.Size, v.SubmittedAt, names.GetValueOrDefault(v.SubmittedBy, ""), v.DecidedAt, names.GetValueOrDefault(v.DecidedBy ?? 0), v.Reason))],
            Sendings = [.. sendings.Select(s => new SendingModel(s.Id, s.VersionNumber, s.Number, s.Day, s.Way, s.FileName, s.Size, s.File, s.At, names.GetValueOrDefault(s.By, ""), s.VoidedAt, names.GetValueOrDefault(s.VoidedBy ?? 0), s.VoidReason, s.Signatures))],
        };
        return coordinates || leads ? await ComposedAsync(db, model, look) : model;
    });

    private async Task<ReportModel> ComposedAsync(PortalDb db, ReportModel model, ReportLook look)
    {
        await db.BeginSnapshotAsync();
        var report = await db.Reports.Include(r => r.Blocks).SingleOrDefaultAsync(r => r.RequestId == model.RequestId);
        var sources = await SourceBook.ReadAsync(db, forms, model.RequestId, report?.Choice ?? SourceChoice.Accepted, clock.Now);
        var counted = sources.Answers.Where(a => a.ItemCode != ItemForm.CoverCode).ToList();
        model = model with { Items = (counted.Count(sources.Counts), counted.Count) };
        if (report is null)
        {
            return model;
        }

        var remarks = await db.ReportRemarks.Where(r => r.RequestId == model.RequestId).OrderBy(r => r.Id).Join(db.People, r => r.By, p => p.Id, (r, p) => new { r.BlockId, Model = new RemarkModel(r.Id, p.Name, r.At, r.Text, r.ResolvedAt != null) }).ToListAsync();
        var logins = await db.Units.Where(u => db.Submissions.Any(s => s.RequestId == model.RequestId && s.UnitCode == u.Code)).ToDictionaryAsync(u => u.Code, u => u.LoginCode);
        return new ReportSheet(report, sources, remarks.ToLookup(r => r.BlockId, r => r.Model), logins).Of(model, look);
    }
}
