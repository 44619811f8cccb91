using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.SignOff;
using Portal.Tests.Support;

namespace Portal.Tests.Features.SignOff;

/// <summary>The head signs what he is shown, or sends it back.</summary>
[Trait("Engine", "both")]
public sealed class SignOffTests
{
    private const string Unit = "21046", Head = "21046.thutruong";

    [Fact]
    public async Task What_is_signed_is_sent_with_one_receipt()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        var shown = await PackageAsync(portal);

        Assert.Null(await SignAsync(portal, shown.Hash));

        var sent = await PackageAsync(portal);
        Assert.Equal((PackageState.Sent, "XA-21046-01"), (sent.State, sent.ReceiptNumber));
        Assert.All((await portal.ReadAsync(Unit)).Answers, a => Assert.Equal(ItemState.Sent, a.State));
    }

    [Fact]
    public async Task Package_that_changed_is_not_signed()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        var shown = await PackageAsync(portal);
        await portal.SendBackAsync(Unit);
        await portal.EditAsync(Unit, "XA-01", ItemForm.NarrativeField, "Trong kỳ báo cáo không phát sinh vụ việc nào cần báo cáo thêm.");
        await portal.SendUpAsync(Unit);

        Assert.Equal(nameof(Problems.PackageChanged), (await SignAsync(portal, shown.Hash))?.Code);
        Assert.All((await portal.ReadAsync(Unit)).Answers, a => Assert.Equal(ItemState.WithHead, a.State));
    }

    [Fact]
    public async Task Head_is_shown_what_looks_like_a_child_s_name_and_may_sign_all_the_same()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit);
        await portal.EditAsync(Unit, "XA-02", ItemForm.NarrativeField, "Trong kỳ báo cáo đã hỗ trợ cháu Nguyễn Văn An, sinh ngày 12/3/2015, theo đề nghị của đồng chí Trần Văn Bình.");
        var officer = (await portal.As($"{Unit}.canbo").Get<Portal.Features.Fill.ReportCheck>().RunAsync(TestPortal.Report(Unit))).Value!;
        Assert.Equal(["Nguyễn Văn An"], officer.Suspect.Select(s => s.Passage.Passage));
        Assert.Empty(officer.Blocking);
        await portal.SendUpAsync(Unit);

        var shown = await PackageAsync(portal);
        var line = Assert.Single(shown.Suspect);
        Assert.Equal(("XA-02", "Nguyễn Văn An"), (line.Item, line.Passage.Passage));
        Assert.EndsWith("/XA-02#f-ketQuaThucHien", line.Href, StringComparison.Ordinal);
        Assert.Null(await SignAsync(portal, shown.Hash));
        Assert.Empty((await PackageAsync(portal)).Suspect); // signed: there is nothing left to warn of
    }

    [Fact]
    public async Task Second_press_has_one_effect()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        var (shown, key) = (await PackageAsync(portal), Guid.NewGuid());

        Assert.Null(await SignAsync(portal, shown.Hash, key));
        var once = await portal.SnapshotAsync();
        Assert.Null(await SignAsync(portal, shown.Hash, key));

        Assert.Equal([], once.Differences(await portal.SnapshotAsync()));
    }

    [Fact]
    public async Task Missing_cover_keeps_the_signed_report_unsent()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit, signer: null);
        await portal.SendUpAsync(Unit);
        var shown = await PackageAsync(portal);
        Assert.NotNull(shown.CoverMissing);

        Assert.Null(await SignAsync(portal, shown.Hash));

        var signed = await PackageAsync(portal);
        Assert.Equal((PackageState.Approved, null), (signed.State, signed.ReceiptNumber));
        var desk = (await portal.As(Head).Get<SignOffQueue>().RunAsync()).Value!;
        Assert.Equal(PackageState.Approved, Assert.Single(desk.Reports).Waiting?.State);
    }

    [Fact]
    public async Task Becoming_late_in_between_asks_for_an_explanation_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        portal.Clock.MoveTo((await portal.ReadAsync(Unit)).EffectiveDeadline.At!.Value);
        var shown = await PackageAsync(portal);
        Assert.True(shown.NeedsLateExplanation);

        Assert.Equal(nameof(Problems.LateExplanationNeeded), (await SignAsync(portal, shown.Hash))?.Code);
        Assert.Null(await portal.As(Head).Get<SignOffReport>().RunAsync(TestPortal.Report(Unit), shown.Hash, "Mất điện từ sáng sớm.", Guid.NewGuid()));

        Assert.Equal(Timeliness.Late, (await portal.ReadAsync(Unit)).Timeliness);
    }

    [Fact]
    public async Task Sending_back_needs_an_item_and_a_reason_and_opens_the_whole_package()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        Task<Problem?> BackAsync(Dictionary<string, string> reasons) => portal.As(Head).Get<SendBack>().RunAsync(TestPortal.Report(Unit), reasons, Guid.NewGuid());

        Assert.Equal(nameof(Problems.ChooseItems), (await BackAsync([]))?.Code);
        Assert.Equal(nameof(Problems.ReasonNeeded), (await BackAsync(new() { ["XA-04"] = " " }))?.Code);
        Assert.Null(await BackAsync(new() { ["XA-04"] = "Nêu rõ tên công trình." }));

        var report = await portal.ReadAsync(Unit);
        Assert.Equal((ItemState.SentBack, "Nêu rõ tên công trình."), (report.Find("XA-04")!.State, report.Find("XA-04")!.Reason));
        Assert.Equal(ItemState.Drafting, report.Find("XA-01")!.State);
    }

    [Fact]
    public async Task First_package_has_nothing_to_compare_and_the_next_is_compared_with_what_was_shown()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        Assert.All((await PackageAsync(portal)).Items, i => Assert.Null(i.Changes));

        await portal.As(Head).Get<SendBack>().RunAsync(TestPortal.Report(Unit), new Dictionary<string, string> { ["XA-04"] = "Nêu rõ tên công trình." }, Guid.NewGuid());
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(5));
        await portal.EditAsync(Unit, "XA-04", ItemForm.NarrativeField, "Trong kỳ không phát sinh vì chưa được giao vốn đầu tư công trình.");
        await portal.SendUpAsync(Unit);

        var again = await PackageAsync(portal, "XA-04");
        Assert.Equal(1, again.Items.Single(i => i.Code == "XA-04").Changes);
        Assert.Equal(0, again.Items.Single(i => i.Code == "XA-01").Changes);
        Assert.Equal((TestPortal.NothingHappened, "Trong kỳ không phát sinh vì chưa được giao vốn đầu tư công trình."), again.Open!.Lines.Where(l => l.Changed).Select(l => (l.Before, l.After)).Single());
        Assert.Equal("Nêu rõ tên công trình.", again.Open.Reason?.Text);
    }

    [Fact]
    public async Task Supplement_is_compared_word_by_word_with_what_was_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        await portal.ReturnAsync(Unit, "XA-04");
        await portal.EditAsync(Unit, "XA-04", ItemForm.NarrativeField, "Trong kỳ không phát sinh vì chưa được giao vốn đầu tư công trình.");
        await portal.SendUpAsync(Unit);

        var package = await PackageAsync(portal);
        Assert.Equal(["XA-04"], package.Items.Select(i => i.Code));
        var line = Assert.Single(package.Open!.Lines, l => l.Changed);
        Assert.Equal(TestPortal.NothingHappened, line.Before);
        Assert.NotNull(package.Open.BeforeAt);
    }

    private static async Task<PackageContent> PackageAsync(TestPortal portal, string? item = null) =>
        (await portal.As(Head).Get<PackageView>().RunAsync(TestPortal.Report(Unit), item)).Value!;

    private static Task<Problem?> SignAsync(TestPortal portal, string hash, Guid? key = null) =>
        portal.As(Head).Get<SignOffReport>().RunAsync(TestPortal.Report(Unit), hash, null, key ?? Guid.NewGuid());
}
