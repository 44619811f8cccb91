using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Proxy;
using Portal.Features.Reports;
using Portal.Features.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Proxy;

/// <summary>What was entered for a unit: its head confirms or objects, and who entered it does not review it.</summary>
[Trait("Engine", "both")]
public sealed class ConfirmationTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong", Second = "p-tnmt.canbo", Field = "giaiPhap";

    [Fact]
    public async Task Confirmed_the_flag_goes_and_the_receipt_says_by_whom()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.TryEnterAndSendAsync(Unit));
        Assert.True((await portal.As("lanhdao").Get<ReviewQueue>().RunAsync()).Value!.Rows.All(r => r.Unconfirmed));
        Assert.True((await portal.As("lanhdao").Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), "XA-01")).Value!.Unconfirmed);
        Assert.Equal(7, (await portal.As(Head).Get<ConfirmationView>().RunAsync(TestPortal.Report(Unit))).Value!.Items.Count);
        Assert.Equal(nameof(Problems.OnlyTheHead), (await portal.As(Officer).Get<ConfirmProxy>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid()))?.Code);
        Assert.Null(await ConfirmAsync(portal));
        Assert.All((await portal.ReadAsync(Unit)).Answers, a => Assert.False(a.Unconfirmed));
        var receipt = (await portal.As(Officer).Get<Receipt>().RunAsync(TestPortal.Report(Unit), 1)).Value!;
        Assert.StartsWith("Thủ trưởng", receipt.ConfirmedBy, StringComparison.Ordinal);
        Assert.NotNull(receipt.ConfirmedAt);
        Assert.Equal(nameof(Problems.NothingToConfirm), (await ConfirmAsync(portal))?.Code);
    }

    [Fact]
    public async Task Objected_to_also_from_accepted_the_item_comes_back_with_the_units_own_draft_where_it_had_one()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.EditAsync(Unit, "XA-01", Field, "Bản nháp của đơn vị.");
        Assert.Null(await portal.TryEnterAndSendAsync(Unit));
        Assert.Null((await portal.As("lanhdao").Get<AcceptAll>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid())).Problem);
        Assert.Equal(nameof(Problems.SayWhy), (await ObjectAsync(portal, ("XA-01", " ")))?.Code);
        Assert.Equal(nameof(Problems.ChooseObjected), (await ObjectAsync(portal))?.Code);
        Assert.Null(await ObjectAsync(portal, ("XA-01", "Số liệu nhập sai."), ("XA-02", "Nhập nhầm của xã khác.")));

        var report = await portal.ReadAsync(Unit);
        var (first, second, third) = (report.Find("XA-01")!, report.Find("XA-02")!, report.Find("XA-03")!);
        Assert.Equal((ItemState.Returned, "Số liệu nhập sai.", false), (first.State, first.Reason, first.Unconfirmed));
        Assert.True(first.SupplementDue > portal.Clock.Now);
        Assert.Equal("Bản nháp của đơn vị.", Assert.Single(first.Values).Value);
        Assert.Equal(TestPortal.NothingHappened, second.Values.Single(v => v.Path == "ketQuaThucHien").Value); // it had no draft
        Assert.Equal((ItemState.Accepted, true), (third.State, third.Unconfirmed));
        Assert.Equal(nameof(Problems.ChooseObjected), (await ObjectAsync(portal, ("XA-01", "Lần nữa.")))?.Code);
        Assert.Null(await ConfirmAsync(portal));
        await portal.FillAsync(Unit);
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        Assert.Equal((ItemState.Resent, false), ((await portal.ReadAsync(Unit)).Find("XA-01")!.State, (await portal.ReadAsync(Unit)).Find("XA-01")!.Unconfirmed));
        Assert.Equal([], await Races.Legal.WrongAsync(portal, Unit));
    }

    [Fact]
    public async Task Accepted_after_the_objection_it_sees_the_new_state()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.TryEnterAndSendAsync(Unit));
        Assert.Null(await ObjectAsync(portal, ("XA-01", "Số liệu nhập sai.")));
        Assert.Equal(nameof(Problems.AlreadyReturned), (await portal.As("lanhdao").Get<AcceptItem>().RunAsync(TestPortal.Report(Unit), "XA-01", 1, Guid.NewGuid()))?.Code);
        Assert.Equal(nameof(Problems.NotObjectable), (await ReturnThenObjectAsync(portal, "XA-02"))?.Code);
    }

    [Fact]
    public async Task Who_entered_does_not_review_it_and_where_no_other_coordinator_is_left_the_leader_does()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.TryEnterAndSendAsync(Unit));
        Assert.Equal(nameof(Problems.OwnReport), (await AcceptAsync(portal, TestPortal.Coordinator))?.Code);
        Assert.Null(await AcceptAsync(portal, "lanhdao"));
        await GrantAsync(portal, Second);
        Assert.Equal(nameof(Problems.CoordinatorReviews), (await AcceptAsync(portal, "lanhdao", "XA-02"))?.Code);
        Assert.Null(await AcceptAsync(portal, Second, "XA-02"));
    }

    [Fact]
    public async Task An_objection_is_no_return_that_a_reviewer_takes_back()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.TryEnterAndSendAsync(Unit));
        Assert.Null(await ObjectAsync(portal, ("XA-01", "Số liệu nhập sai.")));
        Assert.Equal(nameof(Problems.ObjectionStands), (await CancelReturnAsync(portal, "XA-01"))?.Code);
        Assert.Equal((ItemState.Returned, "Số liệu nhập sai."), ((await portal.ReadAsync(Unit)).Find("XA-01")!.State, (await portal.ReadAsync(Unit)).Find("XA-01")!.Reason));
    }

    [Fact]
    public async Task A_return_is_not_taken_back_while_its_supplement_is_entered_from_paper()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        await portal.ReturnAsync(Unit, "XA-01", ItemAnswer.Cover);
        Assert.Null(await portal.TryEnterAsync(Unit));
        await GrantAsync(portal, Second);
        Assert.Equal(nameof(Problems.EditedSinceReturn), (await CancelReturnAsync(portal, "XA-01", Second))?.Code);
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<AbandonEntry>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid()));
        Assert.Null(await CancelReturnAsync(portal, "XA-01", Second));
        Assert.Equal(ItemState.Sent, (await portal.ReadAsync(Unit)).Find("XA-01")!.State);
    }

    private static Task<Problem?> CancelReturnAsync(TestPortal portal, string item, string user = "lanhdao") =>
        portal.As(user).Get<CancelReturn>().RunAsync(TestPortal.Report(Unit), item, Guid.NewGuid());

    private static Task<Problem?> ConfirmAsync(TestPortal portal, string? explanation = null) =>
        portal.As(Head).Get<ConfirmProxy>().RunAsync(TestPortal.Report(Unit), explanation, Guid.NewGuid());

    private static Task<Problem?> ObjectAsync(TestPortal portal, params (string Item, string Reason)[] reasons) =>
        portal.As(Head).Get<ObjectToProxy>().RunAsync(TestPortal.Report(Unit), reasons.ToDictionary(r => r.Item, r => r.Reason), Guid.NewGuid());

    private static Task<Problem?> AcceptAsync(TestPortal portal, string user, string item = "XA-01") =>
        portal.As(user).Get<AcceptItem>().RunAsync(TestPortal.Report(Unit), item, 1, Guid.NewGuid());

    private static async Task<Problem?> ReturnThenObjectAsync(TestPortal portal, string item) =>
        await portal.As("lanhdao").Get<ReturnItem>().RunAsync(TestPortal.Report(Unit), item, "Bổ sung.", portal.Clock.Now.AddDays(1), 1, Guid.NewGuid()) ?? await ObjectAsync(portal, (item, "Sai."));

    private static async Task GrantAsync(TestPortal portal, string user)
    {
        await using var db = portal.Open();
        var person = await db.People.FindAsync(portal.As(user).PersonId!.Value);
        person!.Grant(Role.Coordinator, TestLetter.Coordinating, portal.Clock.Now.AddDays(-1));
        await db.SaveChangesAsync();
    }
}
