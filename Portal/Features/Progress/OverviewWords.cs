using System.Globalization;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using Portal.Shared;
using Portal.Shared.Charts;
using Deadline = Portal.Domain.Requests.Deadline;

namespace Portal.Features.Progress;

/// <summary>A heading; where <paramref name="TimeLeft"/> is true, what is left until the deadline follows it.</summary>
public readonly record struct HeadlineWords(string Text, bool TimeLeft);

/// <summary>The sentences of the overview, from the numbers of one picture. Pure functions.</summary>
public static class OverviewWords
{
    private const int LabelWidth = 30;
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>The page's finding.</summary>
    /// <param name="board">The picture.</param>
    /// <param name="countdown">What is left until the deadline may follow it.</param>
    public static HeadlineWords Headline(BoardSnapshot board, bool countdown = true)
    {
        var counts = board.Counts;
        var left = countdown && board.Request.Deadline.At is not null;
        var digest = BoardDigest.Of(board);
        string Unsent(string text) => Format(text, counts.SentUnits, counts.Units, digest.Unsent.Count, digest.UnsentKinds);
        return BoardFinding.Headline(board) switch
        {
            Domain.Progress.Headline.NoneSent => new(Format(left ? ProgressText.HeadNoneSentLeft : ProgressText.HeadNoneSent, counts.Units), left),
            Domain.Progress.Headline.SomeSent => new(Unsent(left ? ProgressText.HeadSomeSentLeft : ProgressText.HeadSomeSent), left),
            Domain.Progress.Headline.NoneSentOverdue => new(Format(ProgressText.HeadNoneSentOverdue, counts.Units), false),
            Domain.Progress.Headline.SomeOverdue => new(Join(Format(ProgressText.HeadSomeOverdue, counts.SentUnits, counts.Units, digest.Overdue.Count, digest.OverdueKinds), Late(counts)), false),
            Domain.Progress.Headline.Extended => new(Join(Unsent(ProgressText.HeadExtended), Late(counts)), false),
            Domain.Progress.Headline.AllSent => new(Join(Format(ProgressText.HeadAllSent, counts.Units), Count(ProgressText.HeadWaiting, counts.Items.Sent), Count(ProgressText.HeadReturned, counts.Items.Returned), Late(counts)), false),
            _ => new(Join(Format(ProgressText.HeadAllAccepted, counts.Units, counts.Items.Total), Late(counts)), false),
        };
    }

    /// <summary>Of when the figures are, for what is taken out.</summary>
    public static string AsOf(DateTimeOffset at) => Format(ProgressText.AsOf, VietTime.TimeSeconds(at), VietTime.Date(at));

    /// <summary>What the bars of the groups say.</summary>
    public static string Groups(BoardSnapshot board)
    {
        var open = board.Groups.Where(g => g.SentItems < g.Items.Total).ToList();
        var missing = board.Counts.Items.Total - board.Counts.SentItems;
        var all = board.Groups.Count;
        return BoardFinding.Groups(board) switch
        {
            GroupsFinding.NoneSent => ProgressText.GroupsNoneSent,
            GroupsFinding.NoneComplete => Format(ProgressText.GroupsNoneComplete, missing),
            GroupsFinding.OneLeft => Format(ProgressText.GroupsOneLeft, all - 1, all, missing, open[0].Group.Title),
            GroupsFinding.SomeLeft => Format(ProgressText.GroupsSomeLeft, all - open.Count, all, missing),
            GroupsFinding.AllSent => Format(ProgressText.GroupsAllSent, all),
            _ => Format(ProgressText.GroupsAllAccepted, all),
        };
    }

    /// <summary>Whether the whole will be there in time.</summary>
    public static string BurnUp(BoardSnapshot board)
    {
        var total = board.Counts.Items.Total;
        var missing = total - board.Counts.SentItems;
        return missing == 0 ? Format(ProgressText.BurnDone, total)
            : board.Request.Deadline.At is null ? Format(ProgressText.BurnNeedNoDay, missing, total)
            : board.Request.Deadline.Holds(board.At) ? Format(ProgressText.BurnNeed, missing, Deadline(board.Request.Deadline), total)
            : Format(ProgressText.BurnLate, missing, total);
    }

    /// <summary>The deadline as the letter would say it: "before 10 o'clock, Wednesday 03/7/2024".</summary>
    public static string Deadline(Deadline deadline)
    {
        if (deadline.At is not { } at)
        {
            return ProgressText.DeadlineNone;
        }

        var local = VietTime.Local(at);
        var instant = local.Minute == 0
            ? Format(ProgressText.DeadlineAtHour, local.Hour, VietTime.Weekday(at), VietTime.Date(at))
            : Format(ProgressText.DeadlineAtMinute, local.Hour, local.Minute, VietTime.Weekday(at), VietTime.Date(at));
        return Format(deadline.Inclusive ? ProgressText.DeadlineUpTo : ProgressText.DeadlineBefore, instant);
    }

    /// <summary>One thing that happened.</summary>
    public static string Happened(Happening happening)
    {
        var what = What(happening.Items, happening.ItemCode);
        return Format(happening.Verb switch
        {
            EventVerb.SentUp => ProgressText.HappenedSentUp,
            EventVerb.Sent => ProgressText.HappenedSent,
            EventVerb.Resent => ProgressText.HappenedResent,
            EventVerb.Accepted => ProgressText.HappenedAccepted,
            _ => ProgressText.HappenedReturned,
        }, happening.Unit.ShortName, what);
    }

    /// <summary>"XA-02", "6 items" or "the cover".</summary>
    public static string What(int items, string? itemCode) => itemCode ?? (items == 0 ? ProgressText.WhatCover : Format(ProgressText.WhatItems, items));

    /// <summary>The one word for all these units: communes where all are, else units.</summary>
    public static string Kinds(IEnumerable<UnitRow> rows)
    {
        var words = rows.GroupBy(r => r.Unit.Kind).OrderByDescending(g => g.Count()).Select(g => ProgressText.ResourceManager.GetString($"Kind_{g.Key.Replace('-', '_')}", ProgressText.Culture)).ToList();
        return words.Count is 0 or > 2 || words.Contains(null) ? ProgressText.KindUnits : string.Join(", ", words);
    }

    /// <summary>How far what was sent is resolved.</summary>
    public static string Resolved(Resolutions all) => all.Total == 0 ? ProgressText.ResolutionTitleNone : Format(ProgressText.ResolutionTitle, all.Done, all.Total);

    /// <summary>Unit-items by bucket, in words.</summary>
    public static string Items(Tally items) => Format(ProgressText.GridTally, items.Total, items.Accepted, items.Sent, items.Returned, items.Drafting, items.NotStarted);

    /// <summary>The name of a block of the grid.</summary>
    public static string Block(GridBlock block) => block.Columns.Count == 0 ? Format(ProgressText.GridOffices, block.Units.Count) : Format(ProgressText.GridUnits, block.Units.Count, Kinds(block.Units));

    /// <summary>A share: one decimal and a thin space before the sign.</summary>
    public static string Percent(double share) => (share * 100).ToString("0.0", Vietnamese) + "\u2009%";

    /// <summary>A text with its numbers, written for Vietnam.</summary>
    public static string Format(string text, params object[] args) => string.Format(Vietnamese, text, [.. args.Select(a => a is int number ? ChartRow.Number(number) : a)]);

    /// <summary>A label of a chart in two lines where it is long.</summary>
    public static IReadOnlyList<string> Lines(string label)
    {
        if (label.Length <= LabelWidth)
        {
            return [label];
        }

        var cut = label.LastIndexOf(' ', LabelWidth);
        return cut < 0 ? [label] : [label[..cut], label[(cut + 1)..]];
    }

    private static string Late(BoardCounts counts) => Count(ProgressText.HeadLate, counts.LateUnits);

    private static string Count(string text, int count) => count == 0 ? "" : Format(text, count);

    private static string Join(string first, params string[] parts)
    {
        var said = parts.Where(p => p.Length > 0).ToList();
        return said.Count == 0 ? first : $"{first}; {string.Join(", ", said)}";
    }
}
