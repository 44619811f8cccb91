using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using Portal.Features.Delegations;
using Portal.Features.Fill;
using Portal.Features.Proxy;
using Portal.Features.Requests;
using Portal.Features.Review;
using Portal.Features.SignOff;
using Portal.Features.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Races;

/// <summary>The table of workflow §11, row by row: two presses at the same moment, and what must come out of them.</summary>
[Trait("Engine", "both")]
public sealed class PairTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong", Item = "XA-01", Other = "XA-02", Path = "giaiPhap", Text = "Thêm một giải pháp.";
    private const int Rounds = 8;

    [Fact]
    public async Task What_is_typed_while_it_goes_up_is_in_the_package_or_refused()
    {
        await using var start = await TestPortal.CreateAsync();
        await start.FillAsync(Unit);
        await RoundsAsync(start, async portal =>
        {
            var (edited, sentUp) = await TogetherAsync(
                () => portal.DoAsync(Officer, Unit, Permission.Edit, (s, act, _) => s.Find(Item)!.Edit(s, act, Path, Text, 0, act.CommandId).Problem),
                () => portal.As(Head).Get<SendUp>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid()));
            Assert.Null(sentUp);
            Assert.True(edited is null || edited.Code == nameof(Problems.LockedWithHead), edited?.Code);
            var report = await portal.ReadAsync(Unit);
            var stored = report.Find(Item)!.Values.FirstOrDefault(v => v.Path == Path)?.Value;
            await using var db = portal.Open();
            var before = (await db.Packages.Where(p => p.SubmissionId == report.Id).SelectMany(p => p.Items).SingleAsync(i => i.ItemCode == Item)).Content.Values.GetValueOrDefault(Path);
            Assert.Equal((edited is null ? Text : null, edited is null ? Text : null), (stored, before));
        });
    }

    [Theory]
    [InlineData("SendUp", ItemState.Drafting, nameof(Problems.PackageWithHead))]
    [InlineData("Send", ItemState.Approved, nameof(Problems.NothingApproved))]
    [InlineData("AcceptAll", ItemState.Sent, nameof(Problems.NothingToAccept))]
    public async Task Pressed_twice_it_has_one_effect_and_the_second_press_gets_the_first_ones_answer(string verb, ItemState from, string toOthers)
    {
        await using var start = await TestPortal.CreateAsync();
        await start.BringAsync(Unit, from);
        if (from == ItemState.Approved)
        {
            await start.EditAsync(Unit, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        }

        var round = 0;
        await RoundsAsync(start, async portal =>
        {
            var (key, another) = (Guid.NewGuid(), Guid.NewGuid());
            var same = round++ % 2 == 0;
            var (first, second) = await TogetherAsync(() => PressAsync(portal, verb, key), () => PressAsync(portal, verb, same ? key : another));
            Assert.Equal(same ? [null, null] : [null, toOthers], new[] { first?.Code, second?.Code }.Order());
            await using var db = portal.Open();
            Assert.Equal(1, await db.Events.CountAsync(e => (e.CommandId == key || e.CommandId == another) && e.ItemCode == Item));
        });
    }

    [Fact]
    public async Task Recalled_or_signed_off_and_the_other_reads_by_whom_and_when()
    {
        await using var start = await TestPortal.CreateAsync();
        await start.BringAsync(Unit, ItemState.WithHead);
        await RoundsAsync(start, async portal =>
        {
            var shown = (await portal.ReadAsync(Unit)).UnderWay!.Hash;
            var (recalled, signed) = await TogetherAsync(
                () => portal.As(Officer).Get<Recall>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid()),
                () => portal.As(Head).Get<SignOffReport>().RunAsync(TestPortal.Report(Unit), shown, null, Guid.NewGuid()));
            Assert.True(recalled is null != signed is null, $"{recalled?.Code}, {signed?.Code}");
            Assert.Equal(nameof(Problems.NothingWithHead), (recalled ?? signed)!.Code);
            var told = recalled is null
                ? (await portal.As(Head).Get<PackageView>().RunAsync(TestPortal.Report(Unit), null)).Value!.Last!
                : (await portal.As(Officer).Get<ReportCheck>().RunAsync(TestPortal.Report(Unit))).Value!.Last!;
            Assert.Equal(recalled is null ? (EventVerb.Recalled, "Cán bộ UBND xã Bình Thạnh") : (EventVerb.Sent, "Thủ trưởng UBND xã Bình Thạnh"), (told.Verb, told.Actor));
            Assert.InRange(told.At, TestPortal.Start, portal.Clock.Now);
            Assert.Equal(recalled is null ? ItemState.Drafting : ItemState.Sent, (await portal.ReadAsync(Unit)).Find(Item)!.State);
        });
    }

    [Theory]
    [InlineData("Accept", ItemState.Accepted)]
    [InlineData("Return", ItemState.Returned)]
    public async Task Withdrawn_or_decided_and_the_other_is_told_by_whom_and_when(string decision, ItemState decided)
    {
        await using var start = await TestPortal.CreateAsync();
        await start.BringAsync(Unit, ItemState.Sent);
        await RoundsAsync(start, async portal =>
        {
            var (withdrawn, reviewed) = await TogetherAsync(
                () => portal.As(Head).Get<WithdrawReport>().RunAsync(TestPortal.Report(Unit), "Gửi nhầm bản.", Guid.NewGuid()),
                () => decision == "Accept"
                    ? portal.As(TestPortal.Coordinator).Get<AcceptItem>().RunAsync(TestPortal.Report(Unit), Item, 1, Guid.NewGuid())
                    : portal.As(TestPortal.Coordinator).Get<ReturnItem>().RunAsync(TestPortal.Report(Unit), Item, "Bổ sung.", portal.Clock.Now.AddDays(1), 1, Guid.NewGuid()));
            Assert.True(withdrawn is null != reviewed is null, $"{withdrawn?.Code}, {reviewed?.Code}");
            var lost = (withdrawn ?? reviewed)!;
            Assert.Equal(withdrawn is null ? nameof(Problems.WithdrawnByTheUnit) : nameof(Problems.PackageDecided), lost.Code);
            Assert.Contains(withdrawn is null ? "Đơn vị đã thu hồi" : "cơ quan đầu mối xử lý", lost.Text, StringComparison.Ordinal);
            Assert.Contains("08:", lost.Text, StringComparison.Ordinal);
            Assert.Contains("01/7/2024", lost.Text, StringComparison.Ordinal);
            Assert.Equal(withdrawn is null ? ItemState.Drafting : decided, (await portal.ReadAsync(Unit)).Find(Item)!.State);
        });
    }

    [Theory]
    [InlineData("SignOff")]
    [InlineData("Send")]
    public async Task An_item_returned_while_a_supplement_is_on_its_way_stays_behind_and_the_package_goes_on(string verb)
    {
        await using var start = await TestPortal.CreateAsync();
        await start.BringAsync(Unit, ItemState.Sent);
        await start.ReturnAsync(Unit, Item, ItemAnswer.Cover);
        if (verb == "Send")
        {
            await start.EditAsync(Unit, ItemAnswer.Cover, TestPortal.CoverSigner, null);
        }

        await start.SendUpAsync(Unit);
        if (verb == "Send")
        {
            await start.SignOffAsync(Unit);
            await start.EditAsync(Unit, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        }

        await RoundsAsync(start, async portal =>
        {
            var (went, returned) = await TogetherAsync(
                () => verb == "Send" ? PressAsync(portal, "Send", Guid.NewGuid()) : portal.DoAsync(Head, Unit, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, s.UnderWay!.Hash, null)),
                () => portal.As(TestPortal.Coordinator).Get<ReturnItem>().RunAsync(TestPortal.Report(Unit), Other, "Bổ sung.", portal.Clock.Now.AddDays(1), 1, Guid.NewGuid()));
            Assert.Equal((null, null), (went?.Code, returned?.Code));
            var report = await portal.ReadAsync(Unit);
            Assert.Equal((ItemState.Resent, ItemState.Returned), (report.Find(Item)!.State, report.Find(Other)!.State));
            Assert.Equal(ItemState.Returned, Buckets.Whole([.. report.Items.Select(i => (i.State, i.SentBefore))], (report.Cover.State, report.Cover.SentBefore)));
        });
    }

    [Theory]
    [InlineData("Lock", nameof(Problems.RequestIsLocked), "Lãnh đạo UBND mở khóa")]
    [InlineData("Close", nameof(Problems.RequestNotOpen), "")]
    [InlineData("Cancel", nameof(Problems.RequestNotOpen), "")]
    public async Task A_request_stopped_against_a_sending_one_wins_and_a_refused_package_stays_approved(string stop, string code, string says)
    {
        await using var start = await TestPortal.CreateAsync();
        await start.BringAsync(Unit, ItemState.Approved);
        await start.EditAsync(Unit, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        await RoundsAsync(start, async portal =>
        {
            var (sent, stopped) = await TogetherAsync(
                () => PressAsync(portal, "Send", Guid.NewGuid()),
                () => stop switch
                {
                    "Lock" => portal.As(TestPortal.Coordinator).Get<LockRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()),
                    "Close" => portal.As("lanhdao").Get<CloseRequest>().RunAsync(TestPortal.RequestCode, "Đã báo cáo xong.", Guid.NewGuid()),
                    _ => portal.As("lanhdao").Get<CancelRequest>().RunAsync(TestPortal.RequestCode, "Ban hành nhầm.", Guid.NewGuid()),
                });
            Assert.Null(stopped);
            Assert.Equal(sent is null ? ItemState.Sent : ItemState.Approved, (await portal.ReadAsync(Unit)).Find(Item)!.State);
            Assert.True(sent is null || (sent.Code == code && sent.Text.Contains(says, StringComparison.Ordinal)), sent?.Text);
        });
    }

    [Fact]
    public async Task Accepted_or_objected_to_the_objection_stands_and_who_accepts_after_it_is_told()
    {
        await using var start = await TestPortal.CreateAsync();
        Assert.Null(await start.TryEnterAndSendAsync(Unit));
        await RoundsAsync(start, async portal =>
        {
            var (accepted, objected) = await TogetherAsync(
                () => portal.As("lanhdao").Get<AcceptItem>().RunAsync(TestPortal.Report(Unit), Item, 1, Guid.NewGuid()),
                () => portal.As(Head).Get<ObjectToProxy>().RunAsync(TestPortal.Report(Unit), new Dictionary<string, string> { [Item] = "Bản giấy ghi khác." }, Guid.NewGuid()));
            Assert.Null(objected);
            Assert.True(accepted is null || accepted.Code == nameof(Problems.AlreadyReturned), accepted?.Code);
            Assert.Equal((ItemState.Returned, "Bản giấy ghi khác."), ((await portal.ReadAsync(Unit)).Find(Item)!.State, (await portal.ReadAsync(Unit)).Find(Item)!.Reason));
            Assert.Equal([], await Legal.WrongAsync(portal, Unit));
        });
    }

    [Theory]
    [InlineData("role", nameof(Problems.NotFound))]
    [InlineData("person", nameof(Problems.NotSignedIn))]
    [InlineData("delegation", nameof(Problems.OnlyTheHead))]
    [InlineData("delegation over", nameof(Problems.OnlyTheHead))]
    [InlineData("unit", nameof(Problems.NotFound))]
    public async Task Who_may_no_longer_when_he_presses_is_refused_changes_nothing_and_is_recorded(string lost, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        var person = lost.StartsWith("delegation", StringComparison.Ordinal) ? Officer : Head;
        var day = DateOnly.FromDateTime(TestPortal.Start.Date);
        Assert.Null(await portal.As(Head).Get<NameDelegate>().RunAsync(Unit, portal.As(Officer).PersonId!.Value, day, day, null, Guid.NewGuid()));
        var shown = (await portal.As(person).Get<PackageView>().RunAsync(TestPortal.Report(Unit), null)).Value!; // his page is open
        await using (var db = portal.Open())
        {
            var id = portal.As(Head).PersonId;
            switch (lost)
            {
                case "role":
                    await db.RoleAssignments.Where(r => r.PersonId == id).ExecuteUpdateAsync(u => u.SetProperty(r => r.To, portal.Clock.Now));
                    break;
                case "person":
                    await db.People.Where(p => p.Id == id).ExecuteUpdateAsync(u => u.SetProperty(p => p.Active, false));
                    break;
                case "delegation":
                    Assert.Null(await portal.As(Head).Get<EndDelegation>().RunAsync(Unit, await db.Delegations.Select(d => d.Id).SingleAsync(), Guid.NewGuid()));
                    break;
                case "delegation over":
                    portal.Clock.MoveTo(TestPortal.Start.AddDays(1));
                    break;
                default:
                    Assert.Null(await portal.As("quantri").Get<EndUnit>().RunAsync(Unit, "21103", portal.Clock.Now.AddMinutes(1), "Nghị quyết 01/NQ-HĐND", Guid.NewGuid()));
                    portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(2));
                    break;
            }
        }

        var (before, records) = (await portal.SnapshotAsync(), await portal.AccessRecordsAsync());
        Assert.Equal(code, (await portal.As(person).Get<SignOffReport>().RunAsync(TestPortal.Report(Unit), shown.Hash, null, Guid.NewGuid()))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Equal(records + 1, await portal.AccessRecordsAsync());
    }

    private static Task<Problem?> PressAsync(TestPortal portal, string verb, Guid key) => verb switch
    {
        "SendUp" => portal.As(Officer).Get<SendUp>().RunAsync(TestPortal.Report(Unit), null, key),
        "Send" => portal.As(Officer).Get<Send>().RunAsync(TestPortal.Report(Unit), null, key),
        _ => AcceptAllAsync(portal, key),
    };

    private static async Task<Problem?> AcceptAllAsync(TestPortal portal, Guid key) =>
        (await portal.As(TestPortal.Coordinator).Get<AcceptAll>().RunAsync(TestPortal.Report(Unit), key)).Problem;

    // Each round on a copy; who is begun first changes from round to round.
    private static async Task RoundsAsync(TestPortal start, Func<TestPortal, Task> play)
    {
        for (var round = 0; round < Rounds; round++)
        {
            await using var portal = await start.ForkAsync();
            await play(portal);
        }
    }

    private static int turn;

    private static async Task<(Problem? First, Problem? Second)> TogetherAsync(Func<Task<Problem?>> first, Func<Task<Problem?>> second)
    {
        var swapped = Interlocked.Increment(ref turn) % 2 == 0;
        var answers = await Task.WhenAll(new[] { swapped ? second : first, swapped ? first : second }.Select(press => Task.Run(press)));
        return swapped ? (answers[1], answers[0]) : (answers[0], answers[1]);
    }
}
