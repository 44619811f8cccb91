using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>The deadline as a case, on open pages: asked, answered, and a request that is stopped.</summary>
public sealed class DeadlinePagesTests(Browsers browsers)
{
    private const string Request = "/yeu-cau/BS-2024-TREEM-HDND", Page = Request + "/don-vi/21064/thoi-han";

    [Fact]
    public async Task What_the_unit_asks_stands_on_the_coordinators_open_page_and_the_answer_on_the_units()
    {
        var portal = await browsers.PortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21064.canbo");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await officer.GoAsync(Page);
        await coordinator.GoAsync(Page);

        // Bad input says what is wrong, and what was typed stays.
        await officer.Page.GetByLabel("Lý do").FillAsync("Hai thôn bị ngập, chưa tổng hợp được số liệu.");
        await officer.Page.GetByLabel("Thời hạn mới: ngày").FillAsync("31/6/2024");
        await officer.Page.GetByLabel("Thời hạn mới: giờ").FillAsync("17:00");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị gia hạn" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Ngày 31/6/2024 không có thật.")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByLabel("Lý do")).ToHaveValueAsync("Hai thôn bị ngập, chưa tổng hợp được số liệu.");
        await officer.Page.GetByLabel("Thời hạn mới: ngày").FillAsync("04/7/2024");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị gia hạn" }).ClickAsync();

        await Assertions.Expect(coordinator.Page.GetByText("“Hai thôn bị ngập, chưa tổng hợp được số liệu.”").First).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByLabel("Gia hạn đến: ngày")).ToHaveValueAsync("04/7/2024");
        await coordinator.Page.GetByLabel("Gia hạn đến: giờ").FillAsync("11h30");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Gia hạn", Exact = true }).ClickAsync();

        await Assertions.Expect(officer.Page.GetByText("trước 11 giờ 30, thứ Năm 04/7/2024")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByText("trước 10 giờ, thứ Tư 03/7/2024")).ToBeVisibleAsync(); // the original
        await Assertions.Expect(officer.Page.GetByText("Đơn vị đã được gia hạn đủ số lần cho phép (1 lần)")).ToBeVisibleAsync();
        Assert.Empty(officer.Complaints);
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task A_locked_request_says_so_on_the_open_form_and_the_leader_opens_it_again()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await using var officer = await browsers.SignedInAsync(portal.Address, "21064.canbo");
        await officer.GoAsync(Page);
        await leader.GoAsync(Request);
        await coordinator.GoAsync(Request);
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Khóa số liệu" }).ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Khóa số liệu" }).ClickAsync();

        await Assertions.Expect(officer.Page.GetByText("Lãnh đạo UBND mở khóa được")).ToBeVisibleAsync();
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Mở khóa số liệu" }).ClickAsync();
        var panel = leader.Page.GetByRole(AriaRole.Group, new() { Name = "Mở khóa số liệu" });
        await panel.GetByRole(AriaRole.Button, new() { Name = "Mở khóa số liệu" }).ClickAsync();
        await Assertions.Expect(panel.GetByRole(AriaRole.Alert)).ToHaveTextAsync("Nhập lý do.");
        await panel.GetByLabel("Lý do").FillAsync("Bổ sung số liệu của hai xã.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Mở khóa số liệu" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị gia hạn" })).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Khóa số liệu" })).ToBeVisibleAsync();
    }
}
