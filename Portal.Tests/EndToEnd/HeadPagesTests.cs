using Microsoft.Playwright;
using static Portal.Tests.EndToEnd.Presses;

namespace Portal.Tests.EndToEnd;

/// <summary>The head's desk: he reads what changed, sends back with a reason, is told when the text before him is another, and signs.</summary>
public sealed class HeadPagesTests(Browsers browsers)
{
    private const string Unit = "21091", Sessions = "Số buổi tuyên truyền về bảo vệ, chăm sóc trẻ em", Narrative = "Kết quả triển khai, thực hiện";

    [Fact]
    public async Task Head_sends_back_compares_word_by_word_and_signs_only_the_text_he_saw()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var head = await browsers.SignedInAsync(portal.Address, $"{Unit}.thutruong");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await head.GoAsync($"{Report(Unit)}/duyet?noi-dung=XA-01");
        await SendBackAsync(head);

        await officer.GoAsync($"{Report(Unit)}/noi-dung/XA-01");
        await Assertions.Expect(officer.Page.GetByText("Số buổi tuyên truyền chưa khớp với sổ theo dõi.")).ToBeVisibleAsync();
        await officer.TypeAsync(Sessions, "12");
        await officer.TypeAsync(Narrative, (await officer.Page.GetByLabel(Narrative).InputValueAsync()).Replace("hằng tháng", "hằng quý", StringComparison.Ordinal));
        await officer.SendUpAsync(Unit);

        // The head has not touched his page: it says that the text is another one, and what is new in it.
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Nội dung đã thay đổi trong lúc anh/chị xem");
        await Assertions.Expect(head.Page.Locator(".il li").Filter(new() { HasText = "XA-01" })).ToContainTextAsync("2 thay đổi");
        await Assertions.Expect(head.Page.Locator(".il li").Filter(new() { HasText = "XA-02" })).ToContainTextAsync("Không đổi");
        await Assertions.Expect(head.Page.GetByText("“Số buổi tuyên truyền chưa khớp với sổ theo dõi.”")).ToBeVisibleAsync();
        var figure = head.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Sessions });
        await Assertions.Expect(figure.Locator("del")).ToHaveTextAsync("8");
        await Assertions.Expect(figure.Locator("ins")).ToHaveTextAsync("12");
        await Assertions.Expect(figure).ToContainTextAsync("(+4)");
        var words = head.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Narrative });
        await Assertions.Expect(words.Locator("del")).ToContainTextAsync("tháng");
        await Assertions.Expect(words.Locator("ins")).ToContainTextAsync("quý");
        await head.NoBarrierAsync("The head's desk, compared");

        // It changes once more while he is asked: nothing is signed, and he looks again.
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Duyệt và gửi báo cáo" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await officer.PressAndConfirmAsync("Rút lại bản trình");
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" })).ToBeVisibleAsync();
        await officer.GoAsync($"{Report(Unit)}/noi-dung/XA-01");
        await officer.TypeAsync(Sessions, "13");
        await officer.SendUpAsync(Unit);
        await head.ConfirmAsync("Duyệt và gửi báo cáo");
        await Assertions.Expect(head.Page.GetByText("Nội dung đã thay đổi so với bản anh/chị đang xem.")).ToBeVisibleAsync();
        await Assertions.Expect(figure.Locator("ins")).ToHaveTextAsync("13");

        // And the officer who recalls too late reads by whom it was signed.
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Rút lại bản trình" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Dialog)).ToBeVisibleAsync();
        await head.PressAndConfirmAsync("Duyệt và gửi báo cáo");
        await Assertions.Expect(head.Page.GetByText("Số biên nhận")).ToBeVisibleAsync();
        await officer.ConfirmAsync("Rút lại bản trình");
        await Assertions.Expect(officer.Page.GetByText("Không có nội dung nào đang chờ lãnh đạo duyệt.")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByText("Gửi báo cáo · Thủ trưởng (mẫu)")).ToBeVisibleAsync();
        Assert.Empty(head.Complaints);
        Assert.Empty(officer.Complaints);
    }

    private static async Task SendBackAsync(Visitor head)
    {
        var page = head.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lại để chỉnh lý…" }).ClickAsync();
        var panel = page.GetByRole(AriaRole.Region, new() { Name = "Trả lại để chỉnh lý" });
        var press = panel.GetByRole(AriaRole.Button, new() { Name = "Trả lại", Exact = true });
        await press.ClickAsync();
        await Assertions.Expect(panel.GetByText("Chọn ít nhất một nội dung để trả lại.")).ToBeVisibleAsync();
        await panel.GetByRole(AriaRole.Checkbox, new() { Name = "XA-01" }).CheckAsync();
        await press.ClickAsync();
        await Assertions.Expect(panel.GetByText("Nhập lý do để người nhận biết phải sửa gì.").First).ToBeVisibleAsync();
        await panel.GetByLabel("Lý do trả lại XA-01").FillAsync("Số buổi tuyên truyền chưa khớp với sổ theo dõi.");
        await press.ClickAsync();
        await Assertions.Expect(page.GetByText("Đã trả lại để chỉnh lý.")).ToBeVisibleAsync();
    }
}
