using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>The administrator keeps the days that are not worked.</summary>
public sealed class HolidayPagesTests(Browsers browsers)
{
    [Fact]
    public async Task A_day_is_added_as_people_here_write_it_changed_and_removed()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var administrator = await browsers.SignedInAsync(portal.Address, "quantri");
        var page = administrator.Page;
        await administrator.GoAsync("/ngay-nghi?nam=2024");
        await page.GetByLabel("Ngày ngày/tháng/năm").FillAsync("31/6/2024");
        await page.GetByLabel("Tên ngày").FillAsync("Nghỉ do bão");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm ngày" }).ClickAsync();
        await Assertions.Expect(page.Locator("#day-date-e")).ToContainTextAsync("Nhập ngày đầy đủ");
        await Assertions.Expect(page.GetByLabel("Tên ngày")).ToHaveValueAsync("Nghỉ do bão");
        await page.GetByLabel("Ngày ngày/tháng/năm").FillAsync("5/7/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm ngày" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã thêm ngày 05/7/2024.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "thứ Sáu 05/7/2024" })).ToContainTextAsync("chưa kiểm chứng");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa ngày 05/7/2024" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Ngày ngày/tháng/năm")).ToHaveValueAsync("05/7/2024");
        await page.GetByLabel("Tên ngày").FillAsync("Nghỉ tránh bão");
        await page.GetByLabel("Đã kiểm chứng với văn bản thông báo chính thức").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thay đổi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã lưu ngày 05/7/2024.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Nghỉ tránh bão" })).ToContainTextAsync("Đã kiểm chứng");

        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa ngày 05/7/2024" }).ClickAsync();
        await administrator.ConfirmAsync("Xóa");
        await Assertions.Expect(page.GetByText("Đã xóa ngày 05/7/2024.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Nghỉ tránh bão" })).ToHaveCountAsync(0);
        await administrator.NoBarrierAsync("Holidays");
        Assert.Empty(administrator.Complaints);
    }
}
