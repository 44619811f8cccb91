using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Urging by hand, its log, and when units are reminded by themselves.</summary>
public sealed class UrgingPagesTests(Browsers browsers)
{
    private const string Unit = "UBND xã Bình Tân Phú", Words = "Đề nghị gửi báo cáo trước 9 giờ sáng mai.";

    [Fact]
    public async Task The_fourth_urging_puts_the_unit_on_the_leaders_open_page_and_the_log_says_who_when_and_how()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await leader.GoAsync("/tong-quan");
        await coordinator.GoAsync("/don-doc");
        var page = coordinator.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Đôn đốc 0 đơn vị" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Chọn ít nhất một đơn vị")).ToBeVisibleAsync();
        var row = page.GetByRole(AriaRole.Region, new() { Name = "Đơn vị còn thiếu" }).GetByRole(AriaRole.Row).Filter(new() { HasText = Unit });
        for (var k = 1; k <= 4; k++)
        {
            await Assertions.Expect(leader.Page.GetByText($"{Unit}: đã đôn đốc")).ToHaveCountAsync(0);
            await page.GetByLabel($"Chọn {Unit}").CheckAsync();
            await page.GetByLabel("Nội dung đôn đốc").FillAsync(Words);
            await page.GetByRole(AriaRole.Button, new() { Name = "Đôn đốc 1 đơn vị" }).ClickAsync();
            await Assertions.Expect(row.Locator("td.num")).ToContainTextAsync($"{k}");
        }

        await Assertions.Expect(row).ToContainTextAsync("trên 3 lần");
        await Assertions.Expect(leader.Page.GetByText($"{Unit}: đã đôn đốc 4 lần")).ToBeVisibleAsync();
        var log = page.GetByRole(AriaRole.Region, new() { Name = "Nhật ký đôn đốc" }).GetByRole(AriaRole.Row).Filter(new() { HasText = Unit });
        await Assertions.Expect(log).ToHaveCountAsync(4);
        foreach (var said in new[] { "Chuyên viên đầu mối (mẫu)", "01/7/2024", "hộp thông báo: 2 người", Words })
        {
            await Assertions.Expect(log.First).ToContainTextAsync(said);
        }

        await coordinator.NoBarrierAsync("Urging");
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task The_schedule_of_reminders_is_changed_by_the_coordinator_and_read_by_the_leader()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await coordinator.GoAsync("/don-doc");
        var panel = coordinator.Page.GetByRole(AriaRole.Region, new() { Name = "Lịch nhắc tự động" });
        await panel.GetByLabel("Nhắc trước hạn (giờ)").FillAsync("24, x");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Lưu lịch nhắc" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Assertions.Expect(panel.GetByLabel("Nhắc trước hạn (giờ)")).ToHaveValueAsync("24, x");
        await panel.GetByLabel("Nhắc trước hạn (giờ)").FillAsync("12, 5");
        await panel.GetByLabel("Sau hạn, nhắc mỗi ngày một lần").UncheckAsync();
        await panel.GetByRole(AriaRole.Button, new() { Name = "Lưu lịch nhắc" }).ClickAsync();
        await Assertions.Expect(panel.GetByText("Đã lưu lịch nhắc.")).ToBeVisibleAsync();
        await leader.GoAsync("/don-doc");
        await Assertions.Expect(leader.Page.GetByText("Trước hạn 12, 5 giờ")).ToBeVisibleAsync();
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu lịch nhắc" })).ToHaveCountAsync(0);
    }
}
