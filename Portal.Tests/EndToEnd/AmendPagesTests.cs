using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>A request that is out: its letter gets a number, its form is amended, and who had answered finds what he wrote.</summary>
public sealed class AmendPagesTests(Browsers browsers)
{
    private const string Request = "/yeu-cau/BS-2024-TREEM-HDND", Figure = "Số lượt người được tuyên truyền";

    [Fact]
    public async Task Number_is_entered_later_a_field_is_switched_off_and_its_answer_can_still_be_read()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21049.canbo");
        await officer.GoAsync($"{Request}/don-vi/21049/noi-dung/XA-01");
        await officer.TypeAsync(Figure, "1200");

        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        var page = coordinator.Page;
        await coordinator.GoAsync(Request);
        await page.Locator("summary", new() { HasText = "Ghi số, ngày văn bản" }).ClickAsync();
        await page.GetByLabel("Số, ký hiệu").FillAsync("412/UBND-VX");
        await page.GetByLabel("Ngày ban hành").FillAsync("32/7/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu số, ngày" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Chọn ngày văn bản, không muộn hơn hôm nay.")).ToBeVisibleAsync();
        await page.GetByLabel("Ngày ban hành").FillAsync("25/6/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu số, ngày" }).ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("412/UBND-VX");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Bình Sơn, ngày 25 tháng 6 năm 2024");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sửa nội dung, biểu mẫu" }).ClickAsync();
        await coordinator.CircuitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu sửa" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("Biểu mẫu$") }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^XA-01") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"Tắt {Figure}" }).ClickAsync();
        await Assertions.Expect(page.GetByText("đơn vị chưa thấy gì của bản sửa")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = $"Bật lại {Figure}" })).ToBeVisibleAsync();

        await coordinator.GoAsync($"{Request}/ap-dung");
        await Assertions.Expect(page.GetByText(new Regex("báo cáo nội dung chưa gửi chuyển sang biểu mẫu mới")).First).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Áp dụng bản sửa" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Áp dụng bản sửa" }).ClickAsync();
        await Assertions.Expect(page.Locator("#reason")).ToHaveAttributeAsync("aria-invalid", "true"); // by which letter
        await page.GetByLabel("Văn bản điều chỉnh hoặc lý do").FillAsync("Công văn 420/UBND-VX ngày 01/7/2024");
        await coordinator.PictureAsync("sua-yeu-cau-ap-dung");
        await coordinator.PressAndConfirmAsync("Áp dụng bản sửa");
        await Assertions.Expect(page.GetByText("Đã áp dụng. Biểu mẫu đang dùng là bản 2.")).ToBeVisibleAsync();

        await officer.GoAsync($"{Request}/don-vi/21049/noi-dung/XA-01");
        await Assertions.Expect(officer.Page.GetByLabel(Figure)).ToHaveCountAsync(0);
        await officer.Page.Locator("summary", new() { HasText = "Đã trả lời theo biểu mẫu cũ (bản 1" }).ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".old-answers")).ToContainTextAsync(Figure);
        await Assertions.Expect(officer.Page.Locator(".old-answers")).ToContainTextAsync("1.200");
        await officer.Page.Locator(".old-answers").ScrollIntoViewIfNeededAsync();
        await officer.PictureAsync("sua-yeu-cau-bieu-mau-cu");
        await officer.NoBarrierAsync("Answers by an earlier form");
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(officer.Complaints);
    }
}
