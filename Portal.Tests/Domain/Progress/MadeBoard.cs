using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.Progress;

/// <summary>The letter's 28 reports as a board knows them, without a database.</summary>
internal static class MadeBoard
{
    /// <summary>The letter's deadline: before 10:00 on 03/7/2024, at 10:00:00.000 it is late.</summary>
    public static readonly DateTimeOffset Deadline = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));

    public static readonly DateTimeOffset Issued = Deadline.AddDays(-2);

    private static readonly RequestDefinition Letter = BinhSonLetter.Request;

    public static BoardRequest Request(DateTimeOffset? deadline) => new(1, Letter.Code, Letter.Letter.Subject, Letter.CoordinatingUnitCode, new(deadline, false), Issued,
        [.. Letter.Groups.Select(g => new BoardGroup(g.Code, g.Order, g.Title))],
        Letter.Units.ToDictionary(u => u.Code, u => new BoardUnit(u.Code, u.LoginCode, u.Name, u.ShortName, u.Kind)))
    {
        Items = [.. Letter.Items.Select(i => new BoardItem(i.Code, i.GroupCode, i.Title, i.Kind is ItemKind.Duty))],
    };

    /// <summary>The reports, each item in the state that is asked for.</summary>
    /// <param name="state">Given the unit's place from 0 and the item's place from 0 (the cover last): state and sent before.</param>
    /// <param name="timeliness">Given the unit's place.</param>
    public static List<ReportProgress> Reports(Func<int, int, (ItemState State, bool SentBefore)> state, Func<int, Timeliness>? timeliness = null) =>
        [.. Letter.Units.Select((u, k) => new ReportProgress(k + 1, u.Code, u.GroupCode!, u.Order, 0, timeliness?.Invoke(k) ?? Timeliness.Open, null, null,
            [.. Letter.ReportItemsOf(u.Code).Select(i => i.Code).Append(ItemAnswer.Cover).Select((code, i) => new ItemProgress(code, state(k, i).State, state(k, i).SentBefore, 0, null))]))];

    /// <summary>A board of these reports at an instant.</summary>
    public static BoardSnapshot Snapshot(IReadOnlyList<ReportProgress> reports, DateTimeOffset at, DateTimeOffset? deadline) =>
        new BoardState(Request(deadline)).Apply(new(0, [], reports)).Snapshot(at);

    /// <summary>The first <paramref name="units"/> units have sent all, or are accepted; the others have not started.</summary>
    public static BoardSnapshot Sent(int units, DateTimeOffset at, ItemState state = ItemState.Sent, Timeliness timeliness = Timeliness.OnTime) =>
        Snapshot(Reports((k, _) => k < units ? (state, true) : (ItemState.NotStarted, false), k => k < units ? timeliness : Timeliness.Open), at, Deadline);
}
