using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Fill;

/// <summary>One row of the list of duties.</summary>
/// <param name="Complete">Editable, and nothing keeps it from being sent up.</param>
/// <param name="Missing">What is missing, in words; null when nothing is or nobody may fill it in now.</param>
/// <param name="Saved">Who saved it last and when.</param>
/// <param name="SupplementDue">Until when the supplement is asked for.</param>
/// <param name="Assignee">Who has it in hand; null while nobody has.</param>
/// <param name="Mine">The reader has.</param>
/// <param name="OpenComments">How much of what was said about it is open.</param>
public sealed record TaskLine(string Code, string Title, ItemState State, bool Editable, bool Complete, string? Missing, string Saved, DateTimeOffset? SupplementDue,
    string? Assignee, bool Mine, int OpenComments)
{
    /// <summary>The cover came back for somebody who may sign.</summary>
    public bool WrongSigner { get; init; }

    /// <summary>When the unit asked to open it again; null while nothing waits for an answer.</summary>
    public DateTimeOffset? AskedAt { get; init; }
    /// <summary>It was entered for the unit from paper and is not confirmed.</summary>
    public bool Unconfirmed { get; init; }

    /// <summary>A coordinator is entering it from paper.</summary>
    public bool BeingEntered { get; init; }
}

/// <summary>One unit's report to one open request, as the unit's people see it.</summary>
/// <param name="LetterRef">Where in the letter its items stand.</param>
/// <param name="DeadlineWords">The deadline in words; null without one.</param>
/// <param name="UnderWay">The state of the package under way; null when none is.</param>
/// <param name="Heads">The reader heads the unit: he hands items to his people.</param>
public sealed record TaskReport(
    ReportKey Report, int SubmissionId, string UnitName, string RequestTitle, string LetterRef,
    DateTimeOffset? Deadline, bool DeadlineInclusive, string? DeadlineWords, bool Extended, DateTimeOffset Now,
    IReadOnlyList<TaskLine> Items, TaskLine Cover, PackageState? UnderWay, bool Heads)
{
    /// <summary>A coordinator is entering it from paper; null while it is in the unit's hands.</summary>
    public EntryUnderWay? Entry { get; init; }

    /// <summary>Something was sent that counts: there is a report to take out.</summary>
    public bool Sent { get; init; }
}

/// <summary>The reports that the person's units owe to open requests: what is left to do.</summary>
public sealed class TaskList(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads them, usually one.</summary>
    public Task<Outcome<IReadOnlyList<TaskReport>>> RunAsync() => reader.RunAsync<IReadOnlyList<TaskReport>>(nameof(TaskList), null, async (db, actor) =>
    {
        var own = actor.OwnUnits.ToList();
        var ids = await db.Submissions.VisibleTo(actor)
            .Where(s => own.Contains(s.UnitCode) && s.Request.State == RequestState.Open)
            .OrderBy(s => s.Request.DeadlineAt).ThenBy(s => s.Order).Select(s => s.Id).ToListAsync();
        var reports = new List<TaskReport>();
        foreach (var id in ids)
        {
            reports.Add(Of(await UnitReport.LoadAsync(db, forms, id), actor, await db.OpenCommentsAsync(id)));
        }

        return reports;
    });

    private TaskReport Of(UnitReport report, Actor actor, IReadOnlyDictionary<string, int> open)
    {
        var submission = report.Submission;
        var due = submission.EffectiveDeadline;
        var letterRef = report.Definition.ReportItemsOf(submission.UnitCode).First().LetterRef.Split(',', '(')[0].Trim();
        return new(new(submission.Request.Code, report.UnitLogin), submission.Id, report.UnitName, submission.Request.Title, letterRef,
            due.At, due.Inclusive, due.At is { } at ? FillWords.Deadline(at, due.Inclusive) : null, submission.ExtendedTo is not null, clock.Now,
            [.. submission.Items.Select(i => Line(report, i, actor, open))], Line(report, submission.Cover, actor, open), submission.UnderWay?.State, actor.Is(Role.Head, submission.UnitCode))
        {
            Entry = report.Entry,
            Sent = submission.Packages.Any(p => p.State == PackageState.Sent),
        };
    }

    private static TaskLine Line(UnitReport report, ItemAnswer item, Actor actor, IReadOnlyDictionary<string, int> open)
    {
        var inHand = report.Entry is null; // what a coordinator enters is not read here
        var asks = inHand && (item.Editable || (item.IsCover && item.State is ItemState.Approved));
        IReadOnlyList<Finding> missing = asks ? report.Missing(item) : [];
        var words = item.State is ItemState.NotStarted ? null : FillWords.Missing(missing, report.Definition.Template.Form(item.ItemCode));
        return new(item.ItemCode, report.Title(item), item.State, inHand && item.Editable, asks && missing.Count == 0, words, item.EnteringBy is null ? FillWords.Saved(report, item) : FillText.EnteredNow, item.OwedBy,
            item.AssigneeId is { } who ? report.Name(who) : null, item.AssigneeId == actor.PersonId, open.GetValueOrDefault(item.ItemCode))
        {
            WrongSigner = item.WrongSigner,
            AskedAt = item.QuestionAt,
            Unconfirmed = item.Unconfirmed,
            BeingEntered = item.EnteringBy is not null,
        };
    }
}
