using Microsoft.Playwright;
using static Portal.Tests.EndToEnd.Presses;

namespace Portal.Tests.EndToEnd;

/// <summary>What was sent is taken back, what was signed too, and every version stays to be compared with any other.</summary>
public sealed class WithdrawPagesTests(Browsers browsers)
{
    private const string Unit = "21055", Sessions = "Số buổi tuyên truyền về bảo vệ, chăm sóc trẻ em";

    [Fact]
    public async Task A_report_is_withdrawn_its_approval_revoked_and_its_versions_compared()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var head = await browsers.SignedInAsync(portal.Address, $"{Unit}.thutruong");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await coordinator.GoAsync("/thong-bao");

        await head.GoAsync($"{Report(Unit)}/duyet");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo…" }).ClickAsync();
        var panel = head.Page.GetByRole(AriaRole.Region, new() { Name = "Thu hồi báo cáo đã gửi" });
        await Assertions.Expect(panel.GetByText("không còn được tính đúng hạn")).ToBeVisibleAsync(); // what it means for "in time"
        await panel.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo", Exact = true }).ClickAsync();
        await Assertions.Expect(panel.GetByText("Nhập lý do để cơ quan đầu mối biết vì sao thu hồi.")).ToBeVisibleAsync();
        await panel.GetByLabel("Lý do").FillAsync("Gửi nhầm bản chưa rà soát.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo", Exact = true }).ClickAsync();
        await Assertions.Expect(head.Page.GetByText("Đã thu hồi báo cáo.")).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByText("UBND xã Bình Nguyên đã thu hồi báo cáo vừa gửi")).ToBeVisibleAsync();
        await head.GoAsync($"{Report(Unit)}/bien-nhan/1");
        await Assertions.Expect(head.Page.GetByText("Lần gửi này đã được đơn vị thu hồi lúc")).ToBeVisibleAsync();

        // Signed without a signer on the cover: approved, not sent, and revoked.
        await officer.GoAsync($"{Report(Unit)}/noi-dung/XA-01");
        await officer.TypeAsync(Sessions, "11");
        await officer.GoAsync($"{Report(Unit)}/noi-dung/COVER");
        await officer.TypeAsync("Người ký", "");
        await officer.SendUpAsync(Unit);
        await head.GoAsync($"{Report(Unit)}/duyet");
        await head.PressAndConfirmAsync("Duyệt báo cáo");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Hủy duyệt…" }).ClickAsync();
        panel = head.Page.GetByRole(AriaRole.Region, new() { Name = "Hủy duyệt báo cáo" });
        await panel.GetByLabel("Lý do").FillAsync("Bổ sung người ký.");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Hủy duyệt", Exact = true }).ClickAsync();
        await Assertions.Expect(head.Page.GetByText("Đã hủy duyệt.")).ToBeVisibleAsync();

        await officer.GoAsync($"{Report(Unit)}/noi-dung/COVER");
        await officer.TypeAsync("Người ký", "Chủ tịch UBND xã (mẫu)");
        await officer.SendUpAsync(Unit);
        await head.SignOffAsync(Unit);
        await coordinator.GoAsync(Report(Unit));
        await coordinator.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "XA-01" }).GetByRole(AriaRole.Link, new() { Name = "So sánh 1 và 2" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Heading, new() { Name = "so sánh bản 1 và bản 2" })).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Bản 1 đã được đơn vị thu hồi lúc")).ToBeVisibleAsync();
        var figure = coordinator.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Sessions });
        await Assertions.Expect(figure.Locator("del")).ToHaveTextAsync("9");
        await Assertions.Expect(figure.Locator("ins")).ToHaveTextAsync("11");
        await coordinator.Page.GetByLabel("So sánh", new() { Exact = true }).SelectOptionAsync("2");
        await coordinator.Page.GetByLabel("với", new() { Exact = true }).SelectOptionAsync("1");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Xem so sánh" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Heading, new() { Name = "so sánh bản" })).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Lần trình 1").Locator("..")).ToContainTextAsync("đã thu hồi lúc");
        Assert.Empty(head.Complaints);
        Assert.Empty(officer.Complaints);
        Assert.Empty(coordinator.Complaints);
    }
}
