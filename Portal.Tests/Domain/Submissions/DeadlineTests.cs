using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Tests.Support;

namespace Portal.Tests.Domain.Submissions;

/// <summary>"Trước 10 giờ ngày 03/7/2024" (+07:00), by the server's clock, to the millisecond.</summary>
public sealed class DeadlineTests
{
    private static readonly DateTimeOffset Due = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData(-1, false, true)]
    [InlineData(0, false, false)]
    [InlineData(0, true, true)]
    [InlineData(1, true, false)]
    public void The_instant_itself_is_late_only_when_exclusive(int milliseconds, bool inclusive, bool holds) =>
        Assert.Equal(holds, new Deadline(Due.ToUniversalTime(), inclusive).Holds(Due.AddMilliseconds(milliseconds).ToOffset(TimeSpan.FromHours(-5))));

    [Fact]
    public async Task The_letter_says_before_ten_oclock()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(new Deadline(Due, Inclusive: false), (await portal.ReadAsync("21046")).Request.Deadline);
    }

    [Theory]
    [InlineData("2024-07-03T02:59:59.999Z", Timeliness.OnTime)]
    [InlineData("2024-07-03T03:00:00.000Z", Timeliness.Late)]
    public async Task Sending_decides_not_sending_up(string at, Timeliness expected)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        Assert.Null(await SignOffAsync(portal, DateTimeOffset.Parse(at), "Đang xác minh số liệu."));
        Assert.Equal(expected, (await portal.ReadAsync("21046")).Timeliness);
    }

    [Fact]
    public async Task Timeliness_is_fixed_at_the_first_sending()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Returned);
        portal.Clock.MoveTo(Due.AddDays(2));
        await portal.SendUpAsync("21046");
        await portal.SignOffAsync("21046");
        var report = await portal.ReadAsync("21046");
        Assert.Equal((Timeliness.OnTime, ItemState.Resent), (report.Timeliness, report.Cover.State));
        Assert.True(report.FirstSentAt < Due);
    }

    [Fact]
    public async Task Who_acts_when_it_becomes_late_explains_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.WithHead);
        Assert.Equal(nameof(Problems.LateExplanationNeeded), (await SignOffAsync(portal, Due, " "))?.Code);
        Assert.Equal(ItemState.WithHead, (await portal.ReadAsync("21046")).Cover.State);
        Assert.Null(await SignOffAsync(portal, Due, "Đang xác minh số liệu."));
        Assert.Equal("Đang xác minh số liệu.", (await portal.ReadAsync("21046")).LateExplanation);
    }

    [Fact]
    public async Task Already_late_the_officer_explains_and_the_head_need_not()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Drafting);
        portal.Clock.MoveTo(Due);
        Assert.Equal(nameof(Problems.LateExplanationNeeded), (await portal.DoAsync("21046.canbo", "21046", Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, null)))?.Code);
        await portal.SendUpAsync("21046", "Chờ số liệu của thôn.");
        await portal.SignOffAsync("21046");
        Assert.Equal(Timeliness.Late, (await portal.ReadAsync("21046")).Timeliness);
    }

    [Fact]
    public async Task Late_between_sign_off_and_sending_is_explained_at_the_sending()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("21046", ItemState.Approved);
        await portal.EditAsync("21046", ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        portal.Clock.MoveTo(Due);
        Task<Problem?> Send(string? why) => portal.DoAsync("21046.canbo", "21046", Permission.SendUp, (s, act, forms) => s.Send(act, forms, why));
        Assert.Equal(nameof(Problems.LateExplanationNeeded), (await Send(null))?.Code);
        Assert.Null(await Send("Chủ tịch đi công tác."));
        Assert.Equal(Timeliness.Late, (await portal.ReadAsync("21046")).Timeliness);
    }

    // The clock ticks on, so the exact instant goes straight into the act.
    private static async Task<Problem?> SignOffAsync(TestPortal portal, DateTimeOffset at, string? why) =>
        await portal.DoAsync("21046.thutruong", "21046", Permission.SignOff, (s, act, forms) =>
            s.SignOff(act with { At = at }, forms, s.UnderWay!.Hash, why));
}
