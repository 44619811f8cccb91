using Microsoft.EntityFrameworkCore;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Races;

/// <summary>What must hold of a report at every moment, whoever pressed what.</summary>
internal static class Legal
{
    /// <summary>What does not hold; empty when all does.</summary>
    public static async Task<IReadOnlyList<string>> WrongAsync(TestPortal portal, string unit)
    {
        var report = await portal.ReadAsync(unit);
        await using var db = portal.Open();
        var events = await db.Events.AsNoTracking().OrderBy(e => e.Number).ToListAsync();
        return
        [
            .. report.Answers.SelectMany(a => Replayed(a, [.. events.Where(e => e.SubmissionId == report.Id && e.ItemCode == a.ItemCode && e.To is not null)])),
            .. report.Answers.Where(a => a.SentBefore != (a.CurrentVersion is not null)).Select(a => $"{a.ItemCode}: SentBefore is {a.SentBefore}"),
            .. report.Answers.Where(a => a.State is ItemState.Sent or ItemState.Resent or ItemState.Accepted or ItemState.Returned && !a.SentBefore).Select(a => $"{a.ItemCode}: {a.State} without a version"),
            .. report.Answers.Where(a => a.Question is not null && a.State is not (ItemState.Accepted or ItemState.Included)).Select(a => $"{a.ItemCode}: {a.State}, and still asked to open again"),
            .. report.Answers.Where(a => a.State == ItemState.Returned && a.AskedReason is null).Select(a => $"{a.ItemCode}: returned, and nothing is asked for"),
            .. Packages(report),
            .. Time(report),
            .. events.Zip(events.Skip(1)).Where(p => p.Second.PreviousHash != p.First.Hash || p.Second.Number != p.First.Number + 1).Select(p => $"event {p.Second.Number} does not follow"),
            .. events.Where(e => e.ComputeHash() != e.Hash).Select(e => $"event {e.Number} was changed"),
        ];
    }

    // The events of an item, one after the other, lead from nothing to where it stands.
    private static IEnumerable<string> Replayed(ItemAnswer item, IReadOnlyList<SubmissionEvent> events)
    {
        var state = ItemState.NotStarted;
        foreach (var e in events)
        {
            if (e.From != state)
            {
                yield return $"{item.ItemCode}: event {e.Number} {e.Verb} starts from {e.From}, it stood at {state}";
            }

            state = e.To!.Value;
        }

        if (state != item.State)
        {
            yield return $"{item.ItemCode}: events lead to {state}, stored is {item.State}";
        }
    }

    private static IEnumerable<string> Packages(Submission report)
    {
        var underWay = report.Packages.Where(p => p.State is PackageState.WithHead or PackageState.Approved).ToList();
        if (underWay.Count > 1)
        {
            yield return $"{underWay.Count} packages under way";
        }

        foreach (var item in report.Answers.Where(a => a.State is ItemState.WithHead or ItemState.Approved))
        {
            if (underWay.Count == 0 || underWay[0].Number != item.PackageNumber || underWay[0].State.ToString() != item.State.ToString())
            {
                yield return $"{item.ItemCode}: {item.State} outside the package under way";
            }
        }
    }

    private static IEnumerable<string> Time(Submission report)
    {
        if (report.FirstSentAt is null != report.Timeliness is Timeliness.Open)
        {
            yield return $"first sent {report.FirstSentAt:O}, timeliness {report.Timeliness}";
        }

        if (report.FirstSentAt is null != report.Answers.All(a => !a.SentBefore))
        {
            yield return $"first sent {report.FirstSentAt:O} beside {report.Answers.Count(a => a.SentBefore)} sent items";
        }

        if (report.Timeliness == Timeliness.AwaitingExtension && report.PendingExtension is null)
        {
            yield return "awaits an extension that nobody asked for";
        }

        if (report.Timeliness == Timeliness.Late && report is { LateExplanation: null, LateExplanationDue: null })
        {
            yield return "late, and nobody said or was asked why";
        }
    }
}
