using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.EndToEnd;

/// <summary>What somebody is told, in his inbox at once and by e-mail as he wishes; and what the administrator sees of e-mail that does not leave.</summary>
public sealed class InboxPagesTests(Browsers browsers)
{
    private const string Unit = "21112", Line = "Cơ quan đầu mối đôn đốc UBND xã Bình Châu gửi báo cáo";

    [Fact]
    public async Task The_bell_counts_without_a_reload_and_a_line_leads_to_the_report()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await using var inbox = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        var count = officer.Page.Locator(".bar .ib .n");
        await officer.GoAsync("/viec-can-lam");
        await inbox.GoAsync("/thong-bao");
        await inbox.Page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Đánh dấu đã đọc") }).ClickAsync();
        await Assertions.Expect(count).ToHaveCountAsync(0); // also on his other page
        await officer.Page.EvaluateAsync("() => window.sameDocument = true");

        await UrgeAsync(coordinator);
        await Assertions.Expect(count).ToHaveTextAsync("1");
        await Assertions.Expect(inbox.Page.GetByRole(AriaRole.Link, new() { Name = Line })).ToBeVisibleAsync();
        Assert.True(await officer.Page.EvaluateAsync<bool>("() => window.sameDocument === true"));
        await inbox.Page.GetByRole(AriaRole.Link, new() { Name = Line }).ClickAsync();
        await Assertions.Expect(inbox.Page.GetByRole(AriaRole.Heading, new() { Name = "Báo cáo của UBND xã Bình Châu" })).ToBeVisibleAsync(); // what it was urged for
        await Assertions.Expect(count).ToHaveCountAsync(0);

        // One press is one line, however many items it touched.
        await coordinator.GoAsync("/thong-bao");
        var sent = coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "UBND thị trấn Châu Ổ đã gửi báo cáo" });
        await Assertions.Expect(sent).ToHaveCountAsync(1);
        await Assertions.Expect(sent).ToContainTextAsync("XA-01; XA-02; XA-03 và 4 nội dung khác");
        Assert.Empty(officer.Complaints);
        Assert.Empty(inbox.Complaints);
    }

    [Fact]
    public async Task Each_person_chooses_what_comes_by_e_mail_and_how()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21106.canbo");
        var page = officer.Page;
        await officer.GoAsync("/ho-so");
        await page.GetByLabel("Địa chỉ thư điện tử").FillAsync("khong-phai-dia-chi");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("#address-e")).Not.ToBeEmptyAsync();
        await page.GetByLabel("Địa chỉ thư điện tử").FillAsync("canbo@example.gov.vn");
        string[] wishes = ["Nhắc hạn, đôn đốc, gia hạn: Không", "Trao đổi: Ngay", "Việc đến lượt tôi: Gộp 7 giờ sáng"];
        foreach (var wish in wishes)
        {
            await page.GetByLabel(wish).CheckAsync();
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await officer.GoAsync("/ho-so");
        await Assertions.Expect(page.GetByLabel("Địa chỉ thư điện tử")).ToHaveValueAsync("canbo@example.gov.vn");
        foreach (var wish in wishes)
        {
            await Assertions.Expect(page.GetByLabel(wish)).ToBeCheckedAsync();
        }

        await officer.NoBarrierAsync("Own settings");
    }

    [Fact]
    public async Task The_administrator_sees_that_the_mail_server_fails_and_what_waited_leave_when_it_is_back()
    {
        await using var server = await MailServer.PrepareAsync();
        var mail = server.Settings;
        await using var portal = await PortalProcess.StartAsync(new Dictionary<string, string?>
        {
            ["Mail__Host"] = mail.Host,
            ["Mail__Port"] = $"{mail.Port}",
            ["Mail__Security"] = $"{mail.Security}",
            ["Mail__User"] = mail.User,
            ["Mail__Password"] = mail.Password,
            ["Mail__From"] = $"{mail.From}",
            ["Mail__PublicUrl"] = $"{mail.PublicUrl}",
            ["Mail__TrustedCertificates"] = mail.TrustedCertificates,
        });
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var administrator = await browsers.SignedInAsync(portal.Address, "quantri");
        await officer.GoAsync("/ho-so");
        await officer.Page.GetByLabel("Địa chỉ thư điện tử").FillAsync("canbo@example.gov.vn");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Đã lưu.")).ToBeVisibleAsync();
        await administrator.GoAsync("/thu-dien-tu");

        await UrgeAsync(coordinator);
        await Assertions.Expect(administrator.Page.GetByText("Chưa gửi được thư từ")).ToBeVisibleAsync();
        await Assertions.Expect(administrator.Page.GetByText("Thư vẫn được giữ và tự gửi lại")).ToBeVisibleAsync();
        await Assertions.Expect(administrator.Page.Locator("#waiting")).ToHaveTextAsync("1");
        await administrator.NoBarrierAsync("A mail server that fails");

        await server.StartAsync();
        await administrator.Page.GetByRole(AriaRole.Button, new() { Name = "Thử lại ngay" }).ClickAsync();
        await Assertions.Expect(administrator.Page.Locator("#sent")).ToContainTextAsync("1, gần nhất");
        await Assertions.Expect(administrator.Page.GetByText("Chưa gửi được thư từ")).ToHaveCountAsync(0);
        Assert.Equal("canbo@example.gov.vn", Assert.Single(server.Taken).To);
    }

    private static async Task UrgeAsync(Visitor coordinator)
    {
        await coordinator.GoAsync("/don-doc");
        await coordinator.Page.GetByLabel("Chọn UBND xã Bình Châu").CheckAsync();
        await coordinator.Page.GetByLabel("Nội dung đôn đốc").FillAsync("Đề nghị gửi sớm.");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Đôn đốc 1 đơn vị" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Đã đôn đốc 1 đơn vị.")).ToBeVisibleAsync();
    }
}
