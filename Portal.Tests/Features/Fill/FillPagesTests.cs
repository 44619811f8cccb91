using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Fill;

/// <summary>What the list of duties, the form and the check before sending up show to whom.</summary>
[Trait("Engine", "both")]
public sealed class FillPagesTests
{
    private const string Unit = "21046", Item = "XA-06";

    [Fact]
    public async Task The_list_holds_the_unit_s_own_items_in_letter_order_and_the_cover()
    {
        await using var portal = await TestPortal.CreateAsync();
        var report = Assert.Single((await portal.As($"{Unit}.canbo").Get<TaskList>().RunAsync()).Value!);
        Assert.Equal(["XA-01", "XA-02", "XA-03", "XA-04", "XA-05", "XA-06"], report.Items.Select(i => i.Code));
        Assert.Equal(("trước 10 giờ, thứ Tư 03/7/2024", "mục 7"), (report.DeadlineWords, report.LetterRef));
    }

    [Fact]
    public async Task The_list_says_in_words_what_is_missing()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.EditAsync(Unit, Item, ItemForm.StatusField, "DANG_GIAI_QUYET");
        var line = (await portal.As($"{Unit}.canbo").Get<TaskList>().RunAsync()).Value![0].Items[^1];
        Assert.StartsWith("Thiếu 2 chỉ tiêu: Số lớp tập huấn", line.Missing, StringComparison.Ordinal);
        Assert.False(line.Complete);
        await portal.FillAsync(Unit);
        line = (await portal.As($"{Unit}.canbo").Get<TaskList>().RunAsync()).Value![0].Items[^1];
        Assert.True(line.Complete);
        Assert.Null(line.Missing);
    }

    [Fact]
    public async Task Who_works_in_no_unit_has_no_list()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Empty((await portal.As("lanhdao").Get<TaskList>().RunAsync()).Value!);
    }

    [Fact]
    public async Task A_broken_sum_is_shown_with_its_figures_until_it_is_explained()
    {
        await using var portal = await TestPortal.CreateAsync();
        foreach (var (path, value) in new[] { ("XA06.02", "64"), ("XA06.03", "12"), ("XA06.04", "48") })
        {
            await portal.EditAsync(Unit, Item, path, value);
        }

        var finding = Assert.Single((await SheetAsync(portal, $"{Unit}.canbo")).Value!.Findings, f => f.Kind is FindingKind.Explain);
        Assert.Equal(("64 ≠ 12 + 48 = 60, lệch 4", true), (finding.Detail, finding.Blocks));
        await portal.EditAsync(Unit, Item, ItemForm.ExplanationField, "04 lượt là Trưởng thôn.");
        Assert.False(Assert.Single((await SheetAsync(portal, $"{Unit}.canbo")).Value!.Findings, f => f.Kind is FindingKind.Explain).Blocks);
    }

    [Theory]
    [InlineData("lanhdao")]
    [InlineData("quansat")]
    [InlineData(TestPortal.Coordinator)]
    public async Task Others_never_see_the_draft_only_what_was_sent(string who)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit);
        var before = (await SheetAsync(portal, who)).Value!;
        Assert.True(before.NotSent);
        Assert.Empty(before.Values);
        Assert.Empty(before.History);
        Assert.Contains((await SheetAsync(portal, $"{Unit}.canbo")).Value!.History, e => e.What == "Bắt đầu soạn thảo");
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        await portal.ReturnAsync(Unit, Item);
        await portal.EditAsync(Unit, Item, ItemForm.NarrativeField, "Bản đang sửa, chưa gửi cho ai xem.");
        var sent = (await SheetAsync(portal, who)).Value!;
        Assert.Equal(TestPortal.NothingHappened, sent.Value(ItemForm.NarrativeField));
        Assert.Null(sent.Reason);
        Assert.Empty(sent.OpenPaths);
    }

    [Theory]
    [InlineData("21091.canbo")]
    [InlineData("quantri")]
    public async Task A_foreign_report_is_as_if_it_did_not_exist(string who)
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(ProblemKind.NotFound, (await SheetAsync(portal, who)).Problem?.Kind);
        Assert.Equal(ProblemKind.NotFound, (await portal.As(who).Get<ReportCheck>().RunAsync(TestPortal.Report(Unit))).Problem?.Kind);
        Assert.Equal(2, await portal.AccessRecordsAsync());
    }

    [Theory]
    [InlineData("CA-01")]
    [InlineData("KHONG-CO")]
    public async Task An_item_that_the_unit_was_not_given_is_not_found(string item)
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(ProblemKind.NotFound, (await portal.As($"{Unit}.canbo").Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), item)).Problem?.Kind);
    }

    [Fact]
    public async Task A_returned_item_shows_its_reason_its_due_time_and_what_was_sent_last()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Returned);
        var sheet = (await SheetAsync(portal, $"{Unit}.canbo")).Value!;
        Assert.Equal("Bổ sung số liệu.", sheet.Reason);
        Assert.NotNull(sheet.SupplementDue);
        Assert.Equal(TestPortal.NothingHappened, sheet.Before![ItemForm.NarrativeField]);
    }

    [Fact]
    public async Task The_check_lists_what_blocks_and_sending_up_is_one_act_however_often_it_is_pressed()
    {
        await using var portal = await TestPortal.CreateAsync();
        var officer = portal.As($"{Unit}.canbo");
        var check = (await officer.Get<ReportCheck>().RunAsync(TestPortal.Report(Unit))).Value!;
        Assert.Contains(check.Blocking, b => b is { ItemCode: Item, Anchor: "f-XA06.01" });
        Assert.Equal(nameof(Problems.NotComplete), (await officer.Get<SendUp>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid()))?.Code);
        await portal.FillAsync(Unit);
        var key = Guid.NewGuid();
        Assert.Null(await officer.Get<SendUp>().RunAsync(TestPortal.Report(Unit), null, key));
        Assert.Null(await officer.Get<SendUp>().RunAsync(TestPortal.Report(Unit), null, key));
        check = (await officer.Get<ReportCheck>().RunAsync(TestPortal.Report(Unit))).Value!;
        Assert.Equal(PackageState.WithHead, check.UnderWay);
        Assert.Single((await portal.ReadAsync(Unit)).Packages);
    }

    [Fact]
    public async Task After_the_deadline_the_check_asks_why()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit);
        portal.Clock.MoveTo(new DateTimeOffset(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7)));
        var officer = portal.As($"{Unit}.canbo");
        Assert.True((await officer.Get<ReportCheck>().RunAsync(TestPortal.Report(Unit))).Value!.NeedsLateExplanation);
        Assert.Equal(nameof(Problems.LateExplanationNeeded), (await officer.Get<SendUp>().RunAsync(TestPortal.Report(Unit), " ", Guid.NewGuid()))?.Code);
        Assert.Null(await officer.Get<SendUp>().RunAsync(TestPortal.Report(Unit), "Mất điện hai ngày.", Guid.NewGuid()));
    }

    [Fact]
    public async Task What_was_signed_off_with_an_incomplete_cover_is_sent_once_the_cover_is_complete()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Approved);
        var officer = portal.As($"{Unit}.canbo");
        Assert.Equal(TestPortal.CoverSigner, (await officer.Get<Send>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid()))?.Field);
        await portal.EditAsync(Unit, ItemAnswer.Cover, TestPortal.CoverSigner, "Chủ tịch UBND xã");
        Assert.Null(await officer.Get<Send>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid()));
        Assert.All((await portal.ReadAsync(Unit)).Answers, a => Assert.Equal(ItemState.Sent, a.State));
    }

    private static Task<Outcome<ItemSheetModel>> SheetAsync(TestPortal portal, string who) =>
        portal.As(who).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item);
}
