using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Requests;

/// <summary>One item as the letter asks for it.</summary>
/// <param name="Clause">The paragraph of the letter, word for word.</param>
public sealed record LetterItem(string Code, ItemKind Kind, string Title, string Clause, string LetterRef);

/// <summary>One unit that is asked.</summary>
public sealed record LetterUnit(string LoginCode, string Name);

/// <summary>One group of the letter.</summary>
/// <param name="Own">The reader works in one of its units.</param>
public sealed record LetterGroup(int Order, string Title, bool Own, IReadOnlyList<LetterItem> Items, IReadOnlyList<LetterUnit> Units);

/// <summary>What only the coordinator of a draft sees: what issuing will do.</summary>
/// <param name="WithoutHead">Units in which nobody active can sign off.</param>
/// <param name="WithoutOfficer">Units in which nobody active can fill in.</param>
public sealed record Issuing(IReadOnlyList<string> WithoutHead, IReadOnlyList<string> WithoutOfficer);

/// <summary>What who runs a request, or a leader, can do about its course.</summary>
/// <param name="Runs">Coordinates it: moves the deadline, locks, archives.</param>
/// <param name="Overrules">A leader: unlocks, closes, cancels.</param>
/// <param name="Original">The deadline of the letter.</param>
/// <param name="Unsent">Units that have not sent.</param>
public sealed record Course(bool Runs, bool Overrules, Deadline Original, int Unsent);

/// <summary>A request with its letter.</summary>
/// <param name="RequestId">To follow changes.</param>
/// <param name="Letter">What the letter says of itself.</param>
/// <param name="Now">The portal's time.</param>
/// <param name="Deadline">As it now stands.</param>
/// <param name="DeadlineWords">As the letter says it.</param>
/// <param name="ReceivingUnit">Who receives the reports.</param>
/// <param name="Numbers">Groups, units, items, unit-items, duties.</param>
/// <param name="Groups">The reader's own group first, then as in the letter.</param>
/// <param name="OpenPoints">What the letter leaves open, for the coordinator to settle; empty for others.</param>
/// <param name="Issuing">Set when the reader may issue it.</param>
public sealed record LetterModel(
    int RequestId, string Code, RequestState State, DateTimeOffset? IssuedAt, LetterFacts Letter, DateTimeOffset Now, Deadline Deadline, string DeadlineWords, string ReceivingUnit,
    LetterNumbers Numbers, IReadOnlyList<LetterGroup> Groups, IReadOnlyList<string> OpenPoints, Issuing? Issuing)
{
    /// <summary>Set for who runs the request, and for leaders.</summary>
    public Course? Course { get; init; }

    /// <summary>Something of it is being written: before it is issued, or its next form version.</summary>
    public bool Written { get; init; }

    /// <summary>The reader coordinates it: he may write its next form version, and take its definition out.</summary>
    public bool Files { get; init; }

    /// <summary>The reader coordinates it.</summary>
    public bool Runs { get; init; }

    /// <summary>When it opens by itself; null unless that is scheduled.</summary>
    public DateTimeOffset? OpensAt { get; init; }

    /// <summary>The request's version, which a command that amends it has to have seen.</summary>
    public int Version { get; init; }

    /// <summary>Where the reader takes out the evidence of all units; null for who does not see them all, or nothing was issued.</summary>
    public string? Archive { get; init; }

    /// <summary>Where the reader takes out everything of the request; null for who neither coordinates nor leads, or nothing was issued.</summary>
    public string? WholeArchive { get; init; }
}

/// <summary>How much the letter asks, counted.</summary>
public sealed record LetterNumbers(int Groups, int Units, int Items, int UnitItems, int Duties);

/// <summary>The letter as the request holds it: number and day blank, seven groups with their items and units.</summary>
public sealed class LetterView(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads it; what the person may not see answers as if it did not exist.</summary>
    public Task<Outcome<LetterModel>> RunAsync(string requestCode) => reader.RunAsync<LetterModel>(nameof(LetterView), requestCode, async (db, actor) =>
    {
        if (await db.Requests.Include(r => r.DeadlineMoves).VisibleTo(actor, db.Submissions).SingleOrDefaultAsync(r => r.Code == requestCode) is not { } request)
        {
            return Problem.NotFound;
        }

        var standing = await StandingAsync(db, request);
        if (standing.Problem is { } unfinished)
        {
            return unfinished;
        }

        var file = standing.Value!;
        var coordinates = actor.Is(Role.Coordinator, request.CoordinatingUnitCode);
        var issues = coordinates && request.State is (RequestState.Draft or RequestState.Scheduled);
        var receiving = file.Units.Concat(file.OrganisationUnits).First(u => u.Code == file.ReceivingUnitCode);
        var numbers = new LetterNumbers(file.Groups.Count, file.Units.Count, file.Items.Count, file.UnitItemCount, file.Items.Count(i => i.Kind == ItemKind.Duty));
        return new LetterModel(request.Id, request.Code, request.State, request.IssuedAt, request.Facts(file.Letter), clock.Now, request.IssuedAt is null ? new(file.Deadline.Instant, file.Deadline.Inclusive) : request.Deadline, file.Deadline.Text, receiving.Name, numbers,
            [.. Groups(file, actor)], coordinates ? [.. file.Letter.Notes.Values] : [], issues ? await IssuingAsync(db, file) : null)
        {
            Course = request.IssuedAt is not null && (coordinates || actor.Is(Role.Leader))
                ? new(coordinates, actor.Is(Role.Leader), request.OriginalDeadline, await db.Submissions.CountAsync(s => s.RequestId == request.Id && s.FirstSentAt == null)) : null,
            Runs = coordinates,
            Files = coordinates && request.State is (RequestState.Draft or RequestState.Open),
            Written = coordinates && await db.Drafts.AnyAsync(d => d.RequestId == request.Id),
            OpensAt = request.State == RequestState.Scheduled ? request.OpensAt : null,
            Version = request.Version,
            Archive = request.IssuedAt is not null && (coordinates || actor.SeesAllUnits) ? Urls.Archive(request.Code) : null,
            WholeArchive = request.IssuedAt is not null && (coordinates || actor.Is(Role.Leader)) ? Urls.WholeArchive(request.Code) : null,
        };
    });

    /// <summary>What issuing would issue, or what was issued; a draft in which something is missing is still being written.</summary>
    private async Task<Outcome<RequestDefinition>> StandingAsync(PortalDb db, ReportingRequest request)
    {
        if (request.IssuedAt is null && await db.Drafts.Where(d => d.RequestId == request.Id).Select(d => d.Definition).SingleOrDefaultAsync() is { } written)
        {
            return DraftCheck.Of(DraftFile.Of(written).Value!).Count > 0 ? Problem.Invalid(nameof(Problems.RequestIsDraft)) : RequestFile.Parse(written);
        }

        return await forms.OfAsync(request.Id, request.FormVersion);
    }

    private static IEnumerable<LetterGroup> Groups(RequestDefinition file, Actor actor) =>
        file.Groups.Select(g => new LetterGroup(g.Order, g.Title, g.UnitCodes.Any(actor.WorksIn),
            [.. file.Items.Where(i => i.GroupCode == g.Code).Select(i => new LetterItem(i.Code, i.Kind, i.Title, i.Verbatim, i.LetterRef))],
            [.. file.Units.Where(u => u.GroupCode == g.Code).OrderBy(u => u.Order).Select(u => new LetterUnit(u.LoginCode, u.Name))]))
        .OrderByDescending(g => g.Own).ThenBy(g => g.Order);

    private static async Task<Issuing> IssuingAsync(PortalDb db, RequestDefinition file)
    {
        var held = (await db.RoleAssignments.Where(r => r.To == null && (r.Role == Role.Head || r.Role == Role.Officer) && db.People.Any(p => p.Id == r.PersonId && p.Active))
            .Select(r => new { r.UnitCode, r.Role }).ToListAsync()).Select(r => (r.UnitCode, r.Role)).ToHashSet();
        IReadOnlyList<string> Without(Role role) => [.. file.Units.Where(u => !held.Contains((u.Code, role))).Select(u => u.Name)];
        return new(Without(Role.Head), Without(Role.Officer));
    }
}
