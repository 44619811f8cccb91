using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Inbox;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Inbox;

/// <summary>Each person's own inbox.</summary>
[Trait("Engine", "both")]
public sealed class InboxTests
{
    [Fact]
    public async Task The_head_is_told_what_waits_and_led_to_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        var line = (await ReadAsync(portal, "21046.thutruong")).Lines.Rows.Single(l => l.Verb == EventVerb.SentUp);
        Assert.True(line.Unread);
        Assert.Equal(Urls.SignOff(TestPortal.Report("21046")), line.Href);
        Assert.Contains("UBND xã Bình Thạnh", NoticeWords.Of(line), StringComparison.Ordinal);
        Assert.Equal("XA-01; XA-02; XA-03 và 4 nội dung khác", NoticeWords.Items(line));
    }

    [Fact]
    public async Task The_coordinator_is_led_to_the_review_and_the_unit_to_its_report()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Sent);
        var coordinator = (await ReadAsync(portal, TestPortal.Coordinator)).Lines.Rows[0];
        Assert.Equal(EventVerb.Sent, coordinator.Verb);
        Assert.Equal(Urls.ReviewAt(TestPortal.RequestCode, "21046", "XA-01"), coordinator.Href);
        Assert.Contains((await ReadAsync(portal, "21046.canbo")).Lines.Rows, l => l.Verb == EventVerb.Sent && l.Href == Urls.Report(TestPortal.Report("21046")));
    }

    [Fact]
    public async Task Newest_stands_first_and_all_are_read_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Returned);
        var before = await ReadAsync(portal, "21046.canbo");
        Assert.Equal(before.Lines.Rows.OrderByDescending(l => l.At).Select(l => l.Id), before.Lines.Rows.Select(l => l.Id));
        Assert.Equal(before.Lines.Total, before.Unread);
        Assert.True(before.Unread >= 3);
        var others = (await ReadAsync(portal, "21046.thutruong")).Unread;
        Assert.Null(await portal.As("21046.canbo").Get<ReadNotices>().RunAsync(null, Guid.NewGuid()));
        Assert.Equal(0, (await ReadAsync(portal, "21046.canbo")).Unread);
        Assert.Equal(others, (await ReadAsync(portal, "21046.thutruong")).Unread);
    }

    [Fact]
    public async Task Opening_one_reads_that_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Returned);
        var before = await ReadAsync(portal, "21046.canbo");
        Assert.Null(await portal.As("21046.canbo").Get<ReadNotices>().RunAsync(before.Lines.Rows[0].Id, Guid.NewGuid()));
        var after = await ReadAsync(portal, "21046.canbo");
        Assert.Equal((before.Unread - 1, false), (after.Unread, after.Lines.Rows[0].Unread));
    }

    [Fact]
    public async Task Another_persons_notice_does_not_exist()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        var notice = (await ReadAsync(portal, "21046.thutruong")).Lines.Rows[0].Id;
        var before = await portal.SnapshotAsync();
        Assert.Equal(Problem.NotFound, await portal.As("21046.canbo").Get<ReadNotices>().RunAsync(notice, Guid.NewGuid()));
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task Every_verb_that_somebody_is_told_of_has_its_words()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal([], Enum.GetValues<EventVerb>().Where(v => Portal.Domain.Notices.NoticeTable.Of(v).Count > 0 && InboxText.ResourceManager.GetString($"Verb{v}") is null));
    }

    private static async Task<InboxModel> ReadAsync(TestPortal portal, string userName)
    {
        var read = await portal.As(userName).Get<NoticeList>().RunAsync(null);
        Assert.Null(read.Problem);
        return read.Value!;
    }
}
