using Portal.Domain.Submissions;

namespace Portal.Tests.Support;

/// <summary>What every other test stands on.</summary>
[Trait("Engine", "both")]
public sealed class SupportTests
{
    /// <summary>All states, and those that can be reached again after a sending.</summary>
    public static TheoryData<ItemState, bool> States { get; } =
    [
        .. Enum.GetValues<ItemState>().Select(s => (s, false)),
        .. new[] { ItemState.WithHead, ItemState.SentBack, ItemState.Approved }.Select(s => (s, true)),
    ];

    [Fact]
    public async Task A_new_portal_holds_the_letter_and_everybody()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using var db = portal.Open();
        Assert.Equal(28, db.Submissions.Count());
        Assert.Equal(140, db.Answers.Count(a => a.ItemCode != ItemAnswer.Cover));
        Assert.Equal(61, db.Users.Count());
        Assert.InRange(portal.Clock.Now, TestPortal.Start, TestPortal.Start.AddMinutes(1));
    }

    [Fact]
    public async Task Portals_do_not_share_rows()
    {
        await using var one = await TestPortal.CreateAsync();
        await using var other = await TestPortal.CreateAsync();
        await one.BringAsync("21046", ItemState.Drafting);
        Assert.Equal(ItemState.NotStarted, (await other.ReadAsync("21046")).Cover.State);
    }

    [Fact]
    public async Task A_fork_stands_where_its_origin_stood()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        await using var fork = await portal.ForkAsync();
        (await portal.SnapshotAsync()).AssertSame(await fork.SnapshotAsync());
        await fork.AcceptAsync("21046");
        Assert.Equal(ItemState.Sent, (await portal.ReadAsync("21046")).Cover.State);
    }

    [Fact]
    public async Task A_snapshot_sees_one_changed_value()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Drafting);
        var before = await portal.SnapshotAsync();
        Assert.Empty(before.Differences(await portal.SnapshotAsync()));
        await portal.EditAsync("21046", "XA-01", "giaiPhap", "Tăng cường tuyên truyền.");
        Assert.NotEmpty(before.Differences(await portal.SnapshotAsync()));
    }

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_state_is_reached(ItemState state, bool sentBefore)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", state, sentBefore);
        Assert.Equal(sentBefore || state is ItemState.Sent or ItemState.Returned or ItemState.Resent or ItemState.Accepted or ItemState.Included, (await portal.ReadAsync("21046")).Cover.SentBefore);
    }
}
