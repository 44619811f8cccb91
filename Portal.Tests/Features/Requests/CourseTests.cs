using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Deadlines;
using Portal.Features.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Requests;

/// <summary>The course of a request (workflow §7): its deadline moves, its figures are locked, it ends.</summary>
[Trait("Engine", "both")]
public sealed class CourseTests
{
    private const string Unit = "21046", Leader = "lanhdao";
    private static readonly DateTimeOffset Due = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Each verb from each state, and where it leads; null where it is refused.</summary>
    [Theory]
    [InlineData("Lock", RequestState.Open, RequestState.Locked)]
    [InlineData("Unlock", RequestState.Locked, RequestState.Open)]
    [InlineData("Close", RequestState.Open, RequestState.Closed)]
    [InlineData("Close", RequestState.Locked, RequestState.Closed)]
    [InlineData("Archive", RequestState.Closed, RequestState.Archived)]
    [InlineData("Cancel", RequestState.Open, RequestState.Cancelled)]
    [InlineData("Cancel", RequestState.Locked, RequestState.Cancelled)]
    public async Task A_verb_leads_where_the_table_says_and_nowhere_else(string verb, RequestState from, RequestState to)
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var state in Enum.GetValues<RequestState>())
        {
            await SetAsync(portal, state);
            var problem = await PressAsync(portal, verb);
            var allowed = state == from || (verb is "Close" or "Cancel" && state is RequestState.Open or RequestState.Locked);
            Assert.Equal((allowed, state == from ? to : allowed ? to : state), (problem is null, (await portal.ReadAsync(Unit)).Request.State));
        }
    }

    [Fact]
    public async Task While_locked_nothing_is_sent_the_approved_package_stays_and_the_refusal_says_who_unlocks()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Approved);
        await portal.EditAsync(Unit, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        Assert.Null(await PressAsync(portal, "Lock"));
        Task<Problem?> Send() => portal.DoAsync("21046.canbo", Unit, Permission.SendUp, (s, act, forms) => s.Send(act, forms, null));
        var refused = await Send();
        Assert.Equal(nameof(Problems.RequestIsLocked), refused?.Code);
        Assert.Contains("Lãnh đạo UBND mở khóa", refused!.Text, StringComparison.Ordinal);
        Assert.Equal(PackageState.Approved, (await portal.ReadAsync(Unit)).UnderWay?.State);
        await portal.CommentAsync("21046.canbo", Unit, "XA-01", "Số liệu đã duyệt, chờ mở khóa.");
        Assert.Null(await PressAsync(portal, "Unlock"));
        Assert.Null(await Send());
    }

    [Fact]
    public async Task The_deadline_moves_for_all_only_later_by_a_letter_and_what_is_fixed_stays_fixed()
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.Clock.MoveTo(Due.AddHours(1));
        await portal.FillAsync("21055");
        await portal.SendUpAsync("21055", "Chờ số liệu.");
        await portal.SignOffAsync("21055");
        var move = portal.As(TestPortal.Coordinator).Get<MoveDeadline>();
        Assert.Equal("until", (await move.RunAsync(TestPortal.RequestCode, Due.AddDays(-1), "Số 99/UBND, 03/7/2024", Guid.NewGuid()))?.Field);
        Assert.Equal("letter", (await move.RunAsync(TestPortal.RequestCode, Due.AddDays(2), " ", Guid.NewGuid()))?.Field);
        Assert.Null(await move.RunAsync(TestPortal.RequestCode, Due.AddDays(2), "Số 99/UBND, 03/7/2024", Guid.NewGuid()));
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Equal((Timeliness.Late, Timeliness.OnTime), ((await portal.ReadAsync("21055")).Timeliness, (await portal.ReadAsync(Unit)).Timeliness));
        var seen = (await portal.As("21055.canbo").Get<DeadlineView>().RunAsync(TestPortal.Report("21055"))).Value!;
        Assert.Equal((Due, Due.AddDays(2), "Số 99/UBND, 03/7/2024"), (seen.Original.At, seen.InForce.At, seen.Moves.Single().Letter));
        Assert.Empty(seen.Extensions);
    }

    [Fact]
    public async Task The_coordinator_closes_only_after_the_sending_up_was_recorded_and_the_leader_gives_a_reason()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(nameof(Problems.SendingUpNotRecorded), (await portal.As(TestPortal.Coordinator).Get<CloseRequest>().RunAsync(TestPortal.RequestCode, "Xong.", Guid.NewGuid()))?.Code);
        Assert.Equal("reason", (await portal.As(Leader).Get<CloseRequest>().RunAsync(TestPortal.RequestCode, " ", Guid.NewGuid()))?.Field);
        Assert.Null(await portal.As(Leader).Get<CloseRequest>().RunAsync(TestPortal.RequestCode, "Đã báo cáo xong.", Guid.NewGuid()));
        Assert.Equal(nameof(Problems.RequestNotOpen), (await portal.DoAsync("21046.canbo", Unit, Permission.Edit, (s, act, _) => null))?.Code);
    }

    [Fact]
    public async Task Lock_against_send_one_wins_and_the_other_is_told()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var portal = await TestPortal.CreateAsync();
            await portal.BringAsync(Unit, ItemState.WithHead);
            var signing = portal.DoAsync("21046.thutruong", Unit, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, s.UnderWay!.Hash, null));
            var locking = PressAsync(portal, "Lock");
            var (signed, locked) = (await signing, await locking);
            Assert.Null(locked);
            Assert.Equal(signed is null ? ItemState.Sent : ItemState.WithHead, (await portal.ReadAsync(Unit)).Cover.State);
            Assert.True(signed is null || signed.Code == nameof(Problems.RequestIsLocked), signed?.Code);
        }
    }

    private static async Task SetAsync(TestPortal portal, RequestState state)
    {
        await using var db = portal.Open();
        await db.Requests.ExecuteUpdateAsync(u => u.SetProperty(r => EF.Property<RequestState>(r, nameof(ReportingRequest.State)), state));
    }

    private static Task<Problem?> PressAsync(TestPortal portal, string verb) => verb switch
    {
        "Lock" => portal.As(TestPortal.Coordinator).Get<LockRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()),
        "Archive" => portal.As(TestPortal.Coordinator).Get<ArchiveRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()),
        "Unlock" => portal.As(Leader).Get<UnlockRequest>().RunAsync(TestPortal.RequestCode, "Bổ sung số liệu.", Guid.NewGuid()),
        "Close" => portal.As(Leader).Get<CloseRequest>().RunAsync(TestPortal.RequestCode, "Đã báo cáo xong.", Guid.NewGuid()),
        _ => portal.As(Leader).Get<CancelRequest>().RunAsync(TestPortal.RequestCode, "Ban hành nhầm.", Guid.NewGuid()),
    };
}
