using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Unit and coordinator talk about an item, each before his own page; the head hands items out.</summary>
[Trait("Engine", "both")]
public sealed class TalkTests(Browsers browsers)
{
    private const string Reports = "/yeu-cau/BS-2024-TREEM-HDND/don-vi";
    private const string Send = "Gửi trao đổi", Box = "Nội dung trao đổi", Sent = "Đã gửi.";

    [Fact]
    public async Task What_the_officer_writes_stands_on_the_open_review_page_and_the_answer_on_his()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "p-vhtt.canbo");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await officer.GoAsync($"{Reports}/p-vhtt/noi-dung/VH-01");
        await coordinator.GoAsync("/tiep-nhan?yeu-cau=BS-2024-TREEM-HDND&don-vi=p-vhtt&noi-dung=VH-01");
        foreach (var page in new[] { officer.Page, coordinator.Page })
        {
            await page.EvaluateAsync("() => { window.sameDocument = true; }");
        }

        // The coordinator is in the middle of a sentence of his own.
        var box = coordinator.Page.GetByLabel(Box);
        await box.FillAsync("Số thôn có thiết chế tính đến");
        await officer.Page.GetByLabel(Box).FillAsync("Số liệu của đơn vị tính cả nhà văn hóa chung.");
        await officer.Page.GetByLabel(Box).PressAsync("Control+Enter");
        await Assertions.Expect(Thread(coordinator)).ToContainTextAsync("Số liệu của đơn vị tính cả nhà văn hóa chung.");
        await Assertions.Expect(box).ToHaveValueAsync("Số thôn có thiết chế tính đến");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await box.PressSequentiallyAsync(" ngày nào?");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Assertions.Expect(Thread(officer)).ToContainTextAsync("Số thôn có thiết chế tính đến ngày nào?");
        await Assertions.Expect(box).ToHaveValueAsync("");
        await Assertions.Expect(Thread(coordinator)).ToContainTextAsync("ngày nào?"); // what is not seen yet is not resolved

        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Đánh dấu đã giải quyết" }).ClickAsync();
        await Assertions.Expect(Thread(officer).GetByText("Đã giải quyết", new() { Exact = true })).ToHaveCountAsync(2);
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Đánh dấu đã giải quyết" })).ToHaveCountAsync(0);
        await Assertions.Expect(officer.Page.Locator(".timeline")).ToContainTextAsync("Trao đổi (đã giải quyết)");
        foreach (var visitor in new[] { officer, coordinator })
        {
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => window.sameDocument === true"));
            Assert.Empty(visitor.Complaints);
        }
    }

    [Fact]
    public async Task What_is_not_taken_stays_in_the_box_with_the_reason()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21058.canbo");
        await officer.GoAsync($"{Reports}/21058/noi-dung/XA-01");
        var (box, send, error) = (officer.Page.GetByLabel(Box), officer.Page.GetByRole(AriaRole.Button, new() { Name = Send }), officer.Page.Locator("[data-talk-error]"));
        await send.ClickAsync();
        await Assertions.Expect(error).ToHaveTextAsync("Nhập nội dung trao đổi rồi gửi.");

        await box.FillAsync(new string('a', 4001));
        await send.ClickAsync();
        await Assertions.Expect(error).ToContainTextAsync("dài 4.001 ký tự, vượt 1 ký tự");
        await Assertions.Expect(box).ToHaveValueAsync(new string('a', 4001));

        await box.FillAsync("Xin hỏi về cách tính.");
        await officer.Page.RouteAsync("**/trao-doi", route => route.AbortAsync());
        await send.ClickAsync();
        await Assertions.Expect(error).ToContainTextAsync("mất kết nối");
        await Assertions.Expect(box).ToHaveValueAsync("Xin hỏi về cách tính.");
        await Assertions.Expect(send).ToBeEnabledAsync();
    }

    [Fact]
    public async Task What_was_taken_while_the_answer_was_lost_is_said_once()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21058.canbo");
        await officer.GoAsync($"{Reports}/21058/noi-dung/XA-02");
        await officer.Page.RouteAsync("**/trao-doi", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await officer.Page.GetByLabel(Box).FillAsync("Chỉ một lần.");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator("[data-talk-error]")).ToContainTextAsync("mất kết nối");
        await officer.Page.UnrouteAllAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator("[data-talk-told]")).ToHaveTextAsync(Sent);
        await officer.Page.ReloadAsync();
        await Assertions.Expect(Thread(officer).GetByText("Chỉ một lần.")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_typed_before_the_circuit_runs_stays_under_the_cursor()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21058.canbo");
        var held = new TaskCompletionSource();
        await officer.Page.RouteAsync("**/_framework/blazor.web*.js", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await officer.Page.GotoAsync($"{Reports}/21058/noi-dung/XA-03", new() { WaitUntil = WaitUntilState.Commit });
        var box = officer.Page.GetByLabel(Box);
        await box.PressSequentiallyAsync("Đang gõ");
        held.SetResult();
        await officer.CircuitAsync();
        await Assertions.Expect(box).ToHaveValueAsync("Đang gõ");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await officer.Page.Keyboard.TypeAsync(" tiếp.");
        await Assertions.Expect(box).ToHaveValueAsync("Đang gõ tiếp.");
    }

    [Fact]
    public async Task What_was_not_sent_comes_back_after_a_reload_and_is_gone_once_it_was_sent()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21058.canbo");
        await officer.GoAsync($"{Reports}/21058/noi-dung/XA-04");
        var box = officer.Page.GetByLabel(Box);
        await box.FillAsync("Chưa gửi vội.");
        await officer.Page.EvaluateAsync("async () => (await import(document.querySelector('script[src*=\"comments\"]').src.replace(/comments[^/]*$/, 'drafts.js'))).settle()");
        await officer.Page.ReloadAsync();
        await Assertions.Expect(box).ToHaveValueAsync("Chưa gửi vội.");
        await officer.CircuitAsync();
        await Assertions.Expect(box).ToHaveValueAsync("Chưa gửi vội.");

        await officer.Page.GetByRole(AriaRole.Button, new() { Name = Send }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator("[data-talk-told]")).ToHaveTextAsync(Sent);
        await officer.GoAsync("/ban-nhap");
        await Assertions.Expect(officer.Page.GetByText("Chưa gửi vội.")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_only_watches_is_shown_no_talk()
    {
        var portal = await browsers.PortalAsync();
        await using var observer = await browsers.SignedInAsync(portal.Address, "quansat");
        await observer.GoAsync($"{Reports}/21067/noi-dung/XA-01");
        await Assertions.Expect(observer.Page.Locator("h1")).ToBeVisibleAsync();
        Assert.Equal(0, await observer.Page.Locator("[data-talk]").CountAsync());
    }

    [Fact]
    public async Task An_item_that_the_head_hands_over_stands_first_on_the_officers_list()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21061.canbo");
        await officer.GoAsync("/viec-can-lam");
        await using var head = await browsers.SignedInAsync(portal.Address, "21061.thutruong");
        await head.GoAsync("/viec-can-lam");
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "Phân công xử lý" }).ClickAsync();
        await head.Page.GetByLabel("Giao XA-05 cho").SelectOptionAsync(new SelectOptionValue { Label = "Cán bộ (mẫu)" });
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "XA-05" })).ToContainTextAsync("Đã lưu lúc");

        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Heading, new() { Name = "Giao cho tôi" })).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.Locator("ul.tl a").First).ToContainTextAsync("XA-05");
        await Assertions.Expect(officer.Page.Locator("ul.tl a").First).ToContainTextAsync("Giao cho Cán bộ (mẫu)");

        await head.Page.GetByLabel("Giao tất cả các nội dung chưa giao cho").SelectOptionAsync(new SelectOptionValue { Label = "Thủ trưởng (mẫu)" });
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Giao 6 nội dung chưa giao" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByText("Mọi nội dung đã có người được giao.")).ToBeVisibleAsync();
        await head.Page.ReloadAsync();
        await Assertions.Expect(head.Page.GetByLabel("Giao XA-01 cho").Locator("option:checked")).ToHaveTextAsync("Thủ trưởng (mẫu)");
        Assert.Empty(head.Complaints);
        Assert.Empty(officer.Complaints);
    }

    private static ILocator Thread(Visitor visitor) => visitor.Page.Locator("ol.talk");
}
