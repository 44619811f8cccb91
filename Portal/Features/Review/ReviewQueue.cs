using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Review;

/// <summary>Which part of the queue is shown.</summary>
public enum QueueFilter
{
    /// <summary>All that waits.</summary>
    All,
    /// <summary>Sent for the first time.</summary>
    New,
    /// <summary>Sent again after a return.</summary>
    Again,
    /// <summary>Of reports that came late.</summary>
    Late,
    /// <summary>Items without a document that could prove them: none at all, or none that was not rejected.</summary>
    NoEvidence,
    /// <summary>About which something said is open.</summary>
    Talk,
    /// <summary>Accepted, and the unit asks to open them again.</summary>
    Reopen,
}

/// <summary>One item, or cover, that waits for the reviewer.</summary>
/// <param name="Report">Its address.</param>
/// <param name="ItemCode">Which item.</param>
/// <param name="UnitName">Whose, in short.</param>
/// <param name="State">Sent or Resent; Accepted or Included where the unit asks to open it again.</param>
/// <param name="SentAt">When it came, or when the unit asked.</param>
/// <param name="Late">The report came late.</param>
/// <param name="OpenComments">How much of what was said about it is open.</param>
public sealed record QueueRow(ReportKey Report, string ItemCode, string UnitName, ItemState State, DateTimeOffset SentAt, bool Late, int OpenComments)
{
    /// <summary>No document of it can prove it: it has none, or all were rejected. Never of the cover.</summary>
    public bool NoEvidence { get; init; }

    /// <summary>It waits to be accepted or returned; else the unit asks to open it again.</summary>
    public bool Waits => State is ItemState.Sent or ItemState.Resent;
    /// <summary>It was entered for the unit from paper and its head has not confirmed it.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>Whether a filter lets it through.</summary>
    public bool Fits(QueueFilter filter) => filter switch
    {
        QueueFilter.New => State == ItemState.Sent,
        QueueFilter.Again => State == ItemState.Resent,
        QueueFilter.Late => Waits && Late,
        QueueFilter.NoEvidence => Waits && NoEvidence,
        QueueFilter.Talk => OpenComments > 0,
        QueueFilter.Reopen => !Waits,
        _ => true,
    };
}

/// <summary>What waits for this reviewer, first sent first.</summary>
/// <param name="Rows">All of it.</param>
/// <param name="LeftToOthers">Items of units whose reports rule C takes from him, by unit name.</param>
public sealed record Queue(IReadOnlyList<QueueRow> Rows, IReadOnlyList<KeyValuePair<string, int>> LeftToOthers)
{
    /// <summary>The row of an item, or null when it no longer waits.</summary>
    public QueueRow? Find(ReportKey report, string? itemCode) => Rows.FirstOrDefault(r => r.Report == report && r.ItemCode == itemCode);
}

/// <summary>The reviewer's queue: for a coordinator all sent items of his requests that rule C does not take from him; for a leader those that no coordinator may review.</summary>
public sealed class ReviewQueue(Reader reader)
{
    /// <summary>Reads the queue of the person who is signed in; refused to who never reviews.</summary>
    public Task<Outcome<Queue>> RunAsync() => reader.RunAsync<Queue>(nameof(ReviewQueue), null, async (db, actor) =>
    {
        if (!actor.Is(Role.Coordinator) && !actor.Is(Role.Leader))
        {
            return Problem.Refused(nameof(Problems.OnlyTheReviewer));
        }

        var sent = await db.Submissions.VisibleTo(actor).Where(s => s.Request.State == RequestState.Open)
            .SelectMany(s => s.Answers.Where(a => a.State == ItemState.Sent || a.State == ItemState.Resent || a.QuestionAt != null), (s, a) => new
            {
                s.Id,
                s.UnitCode,
                s.Order,
                RequestCode = s.Request.Code,
                s.Request.CoordinatingUnitCode,
                s.Request.IssuedAt,
                s.Timeliness,
                a.ItemCode,
                ItemOrder = a.Order,
                a.State,
                SentAt = a.QuestionAt ?? a.StateSince,
                NoEvidence = a.ItemCode != ItemAnswer.Cover && !a.Links.Any(l => l.Decision != LinkDecision.Rejected),
                a.Unconfirmed,
                OpenComments = a.Comments.Count(c => c.ResolvedAt == null),
            }).ToListAsync();
        var units = await db.Units.ToDictionaryAsync(u => u.Code);
        var rows = new List<QueueRow>();
        var left = new Dictionary<string, int>();
        foreach (var report in sent.GroupBy(s => s.Id))
        {
            var s = report.First();
            var facts = await Gate.ReviewFactsAsync(db, actor, s.Id, s.UnitCode, s.CoordinatingUnitCode, s.IssuedAt ?? default);
            var mine = report.Where(i => Rights.CheckReopening(actor, facts, i.State == ItemState.Included) is null).ToList();
            rows.AddRange(mine.Select(i => new QueueRow(new(i.RequestCode, units[i.UnitCode].LoginCode), i.ItemCode, units[i.UnitCode].ShortName, i.State, i.SentAt, i.Timeliness == Timeliness.Late, i.OpenComments) { NoEvidence = i.NoEvidence, Unconfirmed = i.Unconfirmed }));
            if (mine.Count == 0 && facts.ActorBarred && actor.Is(Role.Coordinator, s.CoordinatingUnitCode))
            {
                left[units[s.UnitCode].ShortName] = report.Count();
            }
        }

        var order = sent.ToDictionary(s => (units[s.UnitCode].LoginCode, s.RequestCode, s.ItemCode), s => (s.Order, s.ItemOrder));
        return new Queue([.. rows.OrderBy(r => r.SentAt).ThenBy(r => order[(r.Report.UnitLogin, r.Report.RequestCode, r.ItemCode)])], [.. left]);
    });
}
