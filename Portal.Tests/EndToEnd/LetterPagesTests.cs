using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.EndToEnd;

/// <summary>From a letter's file to the form of a unit, as a coordinator walks it; and the ways beside it.</summary>
public sealed class LetterPagesTests(Browsers browsers)
{
    private const string Coordinator = "p-ldtbxh.dieuphoi", Numbers = "28 đơn vị, 14 nội dung, 140 báo cáo nội dung, 1 nhiệm vụ.";

    [Fact]
    public async Task An_uploaded_letter_becomes_a_request_and_a_unit_fills_its_form()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var coordinator = await browsers.VisitorAsync(portal.Address);
        await coordinator.SignInAsync(Coordinator);
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Yêu cầu báo cáo" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Tạo yêu cầu báo cáo" }).ClickAsync();
        await coordinator.PictureAsync("tao-yeu-cau-1-cong-van");
        await coordinator.CircuitAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "cong-van.docx", MimeType = "application/octet-stream", Buffer = await Office.SaveAsync(BinhSonLetter.Text.Replace("**", "", StringComparison.Ordinal), "docx") });
        await page.WaitForURLAsync(new Regex("/soan"));
        await coordinator.CircuitAsync();

        await Assertions.Expect(page.GetByLabel("Cơ quan ban hành", new() { Exact = true })).ToHaveValueAsync("Ủy ban nhân dân huyện Bình Sơn");
        await Assertions.Expect(page.GetByLabel("Số", new() { Exact = true })).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Ngày ban hành", new() { Exact = true })).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByLabel("Ngày và giờ: ngày")).ToHaveValueAsync("03/7/2024");
        await Assertions.Expect(page.GetByText("3812/SLĐTĐBXH-TEBĐG&PCTNXH” có thể gõ nhầm")).ToBeVisibleAsync();
        await coordinator.PictureAsync("tao-yeu-cau-2-de-xuat");
        foreach (var name in new[] { "Giữ nguyên như công văn", "Không cần" })
        {
            var press = page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });
            for (var left = await press.CountAsync(); left > 0; left--)
            {
                await press.First.ClickAsync();
                await Assertions.Expect(press).ToHaveCountAsync(left - 1);
            }
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếp tục: Nội dung và đơn vị" }).ClickAsync();
        await Assertions.Expect(page.Locator("#g-G1")).ToHaveTextAsync("1. Công an huyện");
        await Assertions.Expect(page.Locator(".foot")).ToContainTextAsync(Numbers);
        await coordinator.PictureAsync("tao-yeu-cau-3-noi-dung");
        await page.GotoAsync(page.Url.Replace("buoc=2", "buoc=4", StringComparison.Ordinal));
        await coordinator.CircuitAsync();
        await coordinator.PictureAsync("tao-yeu-cau-5-xem-truoc");
        await page.GetByRole(AriaRole.Link, new() { Name = "Xem bản sẽ ban hành" }).ClickAsync();
        await coordinator.PressAndConfirmAsync("Phát hành yêu cầu");
        await Assertions.Expect(page.GetByText("Đang thu báo cáo").First).ToBeVisibleAsync();
        var request = new Uri(page.Url).AbsolutePath;

        await using var officer = await browsers.VisitorAsync(portal.Address);
        await officer.SignInAsync("21046.canbo");
        await officer.Page.Locator($"a[href^='{request}/don-vi/21046/noi-dung/']").First.ClickAsync();
        await officer.CircuitAsync();
        await Assertions.Expect(officer.Page.Locator("main")).ToContainTextAsync("Công tác lãnh đạo, chỉ đạo thực hiện chủ trương của Đảng");
        await officer.TypeAsync("Kết quả triển khai, thực hiện", "Đã ban hành kế hoạch và tổ chức triển khai đến từng thôn trong quý II.");
        await officer.Page.ReloadAsync();
        await Assertions.Expect(officer.Page.GetByLabel("Kết quả triển khai, thực hiện")).ToHaveValueAsync("Đã ban hành kế hoạch và tổ chức triển khai đến từng thôn trong quý II.");
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task Values_and_their_places_are_shown_both_ways_and_marked_words_become_an_item()
    {
        var portal = await browsers.WrittenPortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, Coordinator);
        var page = visitor.Page;
        await BeginAsync(visitor, BinhSonLetter.Text);
        await page.GetByLabel("Ký hiệu", new() { Exact = true }).FocusAsync();
        await Assertions.Expect(page.Locator("mark.on")).ToHaveTextAsync("UBND-VX");

        await page.GotoAsync(page.Url.Replace("buoc=1", "buoc=2", StringComparison.Ordinal));
        await visitor.CircuitAsync();
        await page.Locator(".letter-text mark.m-item").First.ClickAsync();
        await Assertions.Expect(page.Locator(".draft-item.sel")).ToContainTextAsync("nghiêm Luật Trẻ em");

        await page.GetByRole(AriaRole.Button, new() { Name = "Chọn chữ bằng bàn phím" }).ClickAsync();
        const string words = "tổng hợp báo cáo Sở Lao động";
        await page.Locator("#letter-plain").EvaluateAsync("(t, w) => { t.focus(); const at = t.value.indexOf(w); t.setSelectionRange(at, at + w.length); }", words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gán nội dung" }).ClickAsync();
        await Assertions.Expect(page.Locator("#g-G1").Locator("xpath=ancestor::section").GetByText($"“{words}”")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"“{words}”")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Button, new() { Name = "Xem chỗ đã đánh dấu" }).ClickAsync();
        await page.Locator(".letter-text").EvaluateAsync("(t, w) => { const walk = document.createTreeWalker(t, NodeFilter.SHOW_TEXT); while (walk.nextNode()) { const at = walk.currentNode.data.indexOf(w); if (at >= 0) { getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + w.length); return; } } }", words);
        await page.GetByRole(AriaRole.Button, new() { Name = "Gán nội dung" }).ClickAsync();
        await Assertions.Expect(page.GetByText($"“{words}”")).ToHaveCountAsync(1);
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Items_are_split_merged_and_moved_by_keys_and_by_dragging()
    {
        var portal = await browsers.WrittenPortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, Coordinator);
        var page = visitor.Page;
        await BeginAsync(visitor, BinhSonLetter.Text);
        await page.GotoAsync(page.Url.Replace("buoc=1", "buoc=2", StringComparison.Ordinal));
        await visitor.CircuitAsync();
        var first = page.Locator(".group").First;
        var codes = first.Locator(".draft-item .c");
        var names = await codes.AllInnerTextsAsync();
        Assert.Equal(2, names.Count);

        await first.GetByRole(AriaRole.Button, new() { Name = $"Đưa {names[0]} xuống", Exact = true }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(codes).ToHaveTextAsync(names.Reverse().ToArray());
        await first.Locator(".draft-item").Nth(1).DragToAsync(first.Locator(".draft-item").First);
        await Assertions.Expect(codes).ToHaveTextAsync(names);

        await first.GetByRole(AriaRole.Button, new() { Name = "Gộp với nội dung sau" }).ClickAsync();
        await Assertions.Expect(codes).ToHaveCountAsync(1);
        await first.GetByRole(AriaRole.Button, new() { Name = "Sửa, tách" }).ClickAsync();
        await first.GetByLabel("Nội dung được giao").EvaluateAsync("t => { t.focus(); const at = t.value.indexOf(', các'); t.setSelectionRange(at, at); }");
        await first.GetByRole(AriaRole.Button, new() { Name = "Tách tại con trỏ" }).ClickAsync();
        await Assertions.Expect(codes).ToHaveCountAsync(2);
        await first.GetByLabel($"{names[0]}: báo cáo hay nhiệm vụ").SelectOptionAsync("Duty");
        await Assertions.Expect(page.Locator(".foot")).ToContainTextAsync("2 nhiệm vụ");
        Assert.Empty(visitor.Complaints);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task Every_step_is_without_barrier_and_does_not_scroll_sideways(int width, ColorScheme scheme)
    {
        var portal = await browsers.WrittenPortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, Coordinator, width, scheme);
        await BeginAsync(visitor, BinhSonLetter.Text);
        var url = visitor.Page.Url;
        for (var step = 1; step <= 4; step++)
        {
            await visitor.GoAsync(url.Replace("buoc=1", $"buoc={step}", StringComparison.Ordinal));
            await visitor.NoBarrierAsync($"step {step}");
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth"), $"Step {step} scrolls sideways.");
        }

        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_says_so_and_what_was_pasted_stays()
    {
        var portal = await browsers.WrittenPortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, Coordinator);
        var page = visitor.Page;
        await visitor.GoAsync("/yeu-cau/moi");
        await page.GetByLabel("Hoặc dán nội dung công văn").FillAsync("Kính gửi: UBND các xã");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "anh.png", MimeType = "image/png", Buffer = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0] });
        await Assertions.Expect(page.Locator("[data-error]")).ToContainTextAsync("dán nội dung công văn để tiếp tục.");
        await Assertions.Expect(page.GetByLabel("Hoặc dán nội dung công văn")).ToHaveValueAsync("Kính gửi: UBND các xã");
        await page.GetByLabel("Hoặc dán nội dung công văn").FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đọc công văn" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Chưa có nội dung công văn. Dán nội dung hoặc chọn tệp.")).ToBeVisibleAsync();
    }

    private static async Task BeginAsync(Visitor visitor, string letter)
    {
        await visitor.GoAsync("/yeu-cau/moi");
        await visitor.Page.GetByLabel("Hoặc dán nội dung công văn").FillAsync(letter);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Đọc công văn" }).ClickAsync();
        await visitor.Page.WaitForURLAsync(new Regex("/soan"));
        await visitor.CircuitAsync();
    }
}
