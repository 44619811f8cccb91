using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Home;

/// <summary>One entry of the navigation; <paramref name="Count"/> is what waits for the person there.</summary>
public sealed record NavEntry(string Href, string Icon, string Text, int Count);

/// <summary>What the frame of every page shows.</summary>
public sealed record ShellModel(int PersonId, string PersonName, string Initials, string UnitName, IReadOnlyList<string> Roles, string? RequestTitle, int Unread, IReadOnlyList<NavEntry> Links);

/// <summary>What the frame of every page shows to the person: name, roles held, entries with what waits. The first entry is his home.</summary>
public sealed class Shell(Reader reader, FormCatalog forms, ProgressBoards boards)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<ShellModel>> RunAsync() => reader.RunAsync<ShellModel>(nameof(Shell), null, async (db, actor) =>
    {
        var unit = await db.Units.Where(u => u.Code == actor.UnitCode).Select(u => u.Name).SingleAsync();
        var request = await db.Requests.VisibleTo(actor, db.Submissions).Where(r => r.State == RequestState.Open).OrderByDescending(r => r.IssuedAt).FirstOrDefaultAsync();
        var unread = await db.Notices.CountAsync(n => n.PersonId == actor.PersonId && n.ReadAt == null);
        var title = request is null ? null : (await forms.OfAsync(request.Id, request.FormVersion)).Letter.Subject;
        return new ShellModel(actor.PersonId, actor.Name, Initials(actor.Name), unit, [.. actor.Holdings.OrderBy(h => h.Role).Select(h => h.Delegation is null ? RoleText.Of(h.Role) : SharedText.RoleDelegate).Distinct()], title, unread, await LinksAsync(db, actor, request));
    });

    /// <summary>The page a person starts at.</summary>
    public async Task<string> HomeAsync() => (await RunAsync()).Value?.Links.FirstOrDefault()?.Href ?? Urls.NotFound;

    private async Task<IReadOnlyList<NavEntry>> LinksAsync(PortalDb db, Actor actor, ReportingRequest? request)
    {
        var links = new List<NavEntry>();
        void Add(string href, string icon, string text, int count = 0)
        {
            if (!links.Exists(l => l.Href == href))
            {
                links.Add(new(href, icon, text, count));
            }
        }

        if (actor.Is(Role.Head))
        {
            var own = actor.Holdings.Where(h => h.Role == Role.Head).Select(h => h.UnitCode).ToList();
            Add(Urls.SignOffQueue, Glyph.Home, AppText.NavSignOff, await db.Packages.CountAsync(p => p.State == PackageState.WithHead && db.Submissions.Any(s => s.Id == p.SubmissionId && own.Contains(s.UnitCode))));
        }

        if (request is not null && actor.Is(Role.Coordinator, request.CoordinatingUnitCode))
        {
            Add(Urls.Review, Glyph.Home, AppText.NavReview, await WaitingAsync(db, request, own: false));
        }

        if (actor.SeesAllUnits || actor.Is(Role.Coordinator))
        {
            Add(Urls.Overview, actor.Is(Role.Coordinator) ? Glyph.Table : Glyph.Home, AppText.NavOverview);
            Add(Urls.Grid, Glyph.Flag, AppText.NavGrid);
            Add(Urls.Themes, Glyph.Compare, AppText.NavThemes);
            Add(Urls.Consolidated, Glyph.File, AppText.NavConsolidated);
        }

        if (request is not null && (actor.Is(Role.Leader) || actor.Is(Role.Coordinator, request.CoordinatingUnitCode)))
        {
            Add(Urls.Urging, Glyph.Clock, AppText.NavUrging, Late((await boards.OpenAsync(request.Id)).Current.Counts));
        }

        if (request is not null && actor.Is(Role.Leader))
        {
            Add(Urls.Review, Glyph.Up, AppText.NavLeaderReview, await WaitingAsync(db, request, own: true));
        }

        if (actor.OwnUnits.Any())
        {
            Add(Urls.Tasks, actor.Is(Role.Head) ? Glyph.File : Glyph.Home, actor.Is(Role.Head) ? AppText.NavReport : AppText.NavTasks);
            if (request is not null && await db.Units.Where(u => actor.OwnUnits.Contains(u.Code)).Select(u => u.LoginCode).FirstOrDefaultAsync() is { } login && !actor.Is(Role.Head))
            {
                Add(Urls.Report(new(request.Code, login)), Glyph.File, AppText.NavReport);
            }
        }

        if (actor.Holdings.Any(h => h.Role == Role.Head && h.Delegation is null))
        {
            Add(Urls.Delegations, Glyph.Users, AppText.NavDelegations);
        }

        if (Rights.CheckTalk(actor) is null)
        {
            Add(Urls.Talk, Glyph.Comment, AppText.NavTalk, await db.TalkedAbout(actor, openOnly: true).CountAsync());
        }

        if (Rights.CheckBoards(actor) is null)
        {
            Add(Urls.Requests, Glyph.Send, AppText.NavRequest);
        }
        else if (request is not null)
        {
            Add(Urls.Request(request.Code), Glyph.Send, AppText.NavRequest);
        }

        if (actor.Is(Role.Administrator))
        {
            Add(Urls.Units, Glyph.Home, AppText.NavUnits);
            Add(Urls.People, Glyph.Users, AppText.NavPeople);
            Add(Urls.Delegations, Glyph.Users, AppText.NavDelegations);
            Add(Urls.MailDesk, Glyph.Send, AppText.NavMail);
            Add(Urls.Holidays, Glyph.Table, AppText.NavHolidays);
        }

        if (actor.Is(Role.Administrator) || actor.Is(Role.Leader))
        {
            Add(Urls.AuditLog, Glyph.Clock, AppText.NavAudit);
        }

        return links;
    }

    private static Task<int> WaitingAsync(PortalDb db, ReportingRequest request, bool own) =>
        db.Submissions.Where(s => s.RequestId == request.Id && (!own || s.UnitCode == request.CoordinatingUnitCode))
            .SelectMany(s => s.Answers, (s, a) => new { Own = s.UnitCode == request.CoordinatingUnitCode, a.State, Asked = a.QuestionAt != null })
            .CountAsync(a => a.State == ItemState.Included ? own && a.Asked : a.Own == own && (a.State == ItemState.Sent || a.State == ItemState.Resent || a.Asked)); // what is in the consolidated report only a leader opens

    // The first sending, or a supplement; the shared board has counted them.
    private static int Late(BoardCounts counts) => counts.OverdueUnits + counts.SupplementOverdueUnits;

    private static string Initials(string name) => string.Concat(name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(2).Select(w => char.ToUpperInvariant(w[0])));
}
