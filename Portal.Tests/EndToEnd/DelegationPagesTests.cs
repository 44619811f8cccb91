using Microsoft.Playwright;
using static Portal.Tests.EndToEnd.Presses;

namespace Portal.Tests.EndToEnd;

/// <summary>For some days somebody else signs in the head's place.</summary>
public sealed class DelegationPagesTests(Browsers browsers)
{
    private const string Unit = "21067";

    [Fact]
    public async Task The_delegate_signs_the_receipt_names_both_and_an_ended_delegation_signs_nothing()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var head = await browsers.SignedInAsync(portal.Address, $"{Unit}.thutruong");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        var page = head.Page;
        await head.GoAsync("/uy-quyen");
        await page.GetByLabel("Đến hết ngày").FillAsync("31/6/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ủy quyền", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Chọn người được ủy quyền.")).ToBeVisibleAsync();
        await page.GetByLabel("Người được ủy quyền").SelectOptionAsync(new SelectOptionValue { Label = "Cán bộ (mẫu)" });
        await page.GetByLabel("Đến hết ngày").FillAsync("03/7/2024");
        await page.GetByLabel("Văn bản ủy quyền").FillAsync("15/GUQ-UBND ngày 01/7/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ủy quyền", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ủy quyền.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Từ 01/7/2024 đến hết 03/7/2024 · đang hiệu lực · 15/GUQ-UBND ngày 01/7/2024")).ToBeVisibleAsync();

        await officer.GoAsync($"{Report(Unit)}/noi-dung/XA-05");
        await officer.TypeAsync("Kết quả triển khai, thực hiện", "Đã có quyết định phân công công chức phụ trách; các thôn đều có cộng tác viên.");
        await officer.SendUpAsync(Unit);
        await officer.GoAsync($"{Report(Unit)}/duyet");
        await Assertions.Expect(officer.Page.GetByText("Anh/chị duyệt thay Thủ trưởng (mẫu) theo ủy quyền")).ToBeVisibleAsync();
        await officer.PressAndConfirmAsync("Duyệt và gửi báo cáo");
        await officer.Page.GetByRole(AriaRole.Link, new() { Name = "Xem biên nhận" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Cán bộ (mẫu), thay Thủ trưởng (mẫu)").First).ToBeVisibleAsync();

        // Ended while the delegate's page is open: his press is refused.
        await officer.GoAsync($"{Report(Unit)}/duyet");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo…" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Chấm dứt ủy quyền cho Cán bộ (mẫu)" }).Or(page.GetByRole(AriaRole.Button, new() { Name = "Chấm dứt", Exact = true })).First.ClickAsync();
        await head.ConfirmAsync("Chấm dứt ủy quyền");
        await Assertions.Expect(page.GetByText("Đã chấm dứt ủy quyền.")).ToBeVisibleAsync();
        await officer.Page.GetByLabel("Lý do").FillAsync("Gửi nhầm.");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Thu hồi báo cáo", Exact = true }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Chỉ thủ trưởng đơn vị được duyệt")).ToBeVisibleAsync();
        await page.GotoAsync($"{Report(Unit)}/bien-nhan/2");
        await Assertions.Expect(page.GetByText("Lần gửi này đã được đơn vị thu hồi")).ToHaveCountAsync(0);
        Assert.Empty(head.Complaints);
        Assert.Empty(officer.Complaints);
    }
}
