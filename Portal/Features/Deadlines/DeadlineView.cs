using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Deadlines;

/// <summary>One step of the request's own deadline.</summary>
/// <param name="Letter">The amending letter.</param>
public sealed record MoveLine(DateTimeOffset From, DateTimeOffset To, DateTimeOffset At, string By, string Letter);

/// <summary>What was asked or given, and what became of it.</summary>
public sealed record ExtensionLine(int Id, string? AskedBy, DateTimeOffset? AskedAt, string? Reason, DateTimeOffset? WantedUntil, string? DecidedBy, DateTimeOffset? DecidedAt, string? DecisionReason, DateTimeOffset? GrantedUntil, bool Pending);

/// <summary>The clock of one report for one reader.</summary>
public sealed record DeadlineContent(ReportKey Report, int SubmissionId, int RequestId, string UnitName, string RequestTitle, DateTimeOffset Now)
{
    /// <summary>As the letter says.</summary>
    public required Deadline Original { get; init; }

    /// <summary>What is in force for the unit.</summary>
    public required Deadline InForce { get; init; }

    /// <summary>How the deadline was moved for all.</summary>
    public required IReadOnlyList<MoveLine> Moves { get; init; }

    /// <summary>What was asked and given, latest first.</summary>
    public required IReadOnlyList<ExtensionLine> Extensions { get; init; }

    /// <summary>How many a unit may be granted.</summary>
    public required int Allowed { get; init; }

    /// <summary>All of them were granted.</summary>
    public required bool UsedUp { get; init; }

    /// <summary>In time or not.</summary>
    public required Timeliness Timeliness { get; init; }

    /// <summary>When it was first sent.</summary>
    public DateTimeOffset? FirstSentAt { get; init; }

    /// <summary>Why late.</summary>
    public string? LateExplanation { get; init; }

    /// <summary>Until when the unit must say why.</summary>
    public DateTimeOffset? ExplanationDue { get; init; }

    /// <summary>The reader may ask for more time.</summary>
    public bool Asks { get; init; }

    /// <summary>The reader decides.</summary>
    public bool Decides { get; init; }

    /// <summary>Why nothing can be asked or given now; null when it can.</summary>
    public string? Closed { get; init; }

    /// <summary>The one that waits for an answer.</summary>
    public ExtensionLine? Pending => Extensions.FirstOrDefault(e => e.Pending);
}

/// <summary>Thời hạn: the deadline of one report, how it came about, and what was asked and decided about it.</summary>
public sealed class DeadlineView(Reader reader, PortalClock clock)
{
    /// <summary>Reads it.</summary>
    /// <param name="report">Which report.</param>
    public Task<Outcome<DeadlineContent>> RunAsync(ReportKey report) =>
        reader.RunAsync<DeadlineContent>(nameof(DeadlineView), report, Permission.See, async (db, actor, id) =>
        {
            var s = await db.Submissions.Include(x => x.Request).ThenInclude(r => r.DeadlineMoves).Include(x => x.Extensions).SingleAsync(x => x.Id == id);
            var involved = s.Extensions.SelectMany(e => new[] { e.AskedBy, e.DecidedBy }).OfType<int>().Concat(s.Request.DeadlineMoves.Select(m => m.MovedBy)).ToHashSet();
            var names = await db.People.Where(p => involved.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
            var facts = await Gate.ReviewFactsAsync(db, actor, id, s.UnitCode, s.Request.CoordinatingUnitCode, s.Request.IssuedAt ?? default);
            var own = actor.WorksIn(s.UnitCode);
            return new DeadlineContent(report, id, s.RequestId, await db.Units.Where(u => u.Code == s.UnitCode).Select(u => u.Name).SingleAsync(), s.Request.Title, clock.Now)
            {
                Original = s.DueAt is null ? s.Request.OriginalDeadline : s.GeneralDeadline,
                InForce = s.EffectiveDeadline,
                Moves = [.. s.Request.DeadlineMoves.OrderByDescending(m => m.At).Select(m => new MoveLine(m.From, m.To, m.At, names[m.MovedBy], m.Letter))],
                Extensions = [.. s.Extensions.OrderByDescending(e => e.Id).Select(e => new ExtensionLine(e.Id, Name(e.AskedBy), e.AskedAt, e.Reason, e.WantedUntil, Name(e.DecidedBy), e.DecidedAt, e.DecisionReason, e.GrantedUntil, e.Pending))],
                Allowed = s.Request.ExtensionsAllowed,
                UsedUp = s.Extensions.Count(e => e.Used) >= s.Request.ExtensionsAllowed,
                Timeliness = s.Timeliness,
                FirstSentAt = s.FirstSentAt,
                LateExplanation = own || s.FirstSentAt is not null ? s.LateExplanation : null,
                ExplanationDue = s.LateExplanationDue,
                Asks = own,
                Decides = Rights.Check(actor, Permission.Review, facts) is null,
                Closed = Gate.WhyNotNow(s.Request.State, Permission.Ask)?.Text,
            };

            string? Name(int? person) => person is { } key ? names[key] : null;
        });
}
