using Microsoft.Playwright;
using Portal.Demo;

namespace Portal.Tests.EndToEnd;

/// <summary>Paper comes in: a coordinator enters it with its scan, the unit sees that it is locked meanwhile, its head objects to an item of one report and confirms another.</summary>
public sealed class ProxyPagesTests(Browsers browsers)
{
    private const string Reports = "/yeu-cau/BS-2024-TREEM-HDND/don-vi";

    [Fact]
    public async Task A_communes_paper_is_entered_and_sent_while_the_unit_waits_and_its_head_objects_to_one_item()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, "21046.canbo");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await officer.GoAsync($"{Reports}/21046/noi-dung/XA-01");
        await StartAsync(coordinator.Page, "21046");
        await coordinator.NoBarrierAsync("while entering");

        // The open form says so, and what is typed is not taken; the list of tasks names who and since when.
        await Assertions.Expect(officer.Page.GetByText("Cơ quan đầu mối đang nhập thay").First).ToBeVisibleAsync();
        await officer.GoAsync("/viec-can-lam");
        await Assertions.Expect(officer.Page.GetByText("Cơ quan đầu mối đang nhập thay").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByText("Đang nhập thay", new() { Exact = true })).ToHaveCountAsync(7);
        await officer.NoBarrierAsync("the list of tasks while it is entered");

        foreach (var item in new[] { "XA-01", "XA-02", "XA-03", "XA-04", "XA-05", "XA-06" })
        {
            await AnswerAsync(coordinator, $"{Reports}/21046/noi-dung/{item}");
        }

        await CoverAsync(coordinator, "21046");
        await SendAsync(coordinator.Page, "21046");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Xem biên nhận" }).First.ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Chưa được đơn vị xác nhận")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByText("Chưa được đơn vị xác nhận").First).ToBeVisibleAsync();

        await using var head = await browsers.SignedInAsync(portal.Address, "21046.thutruong");
        await head.GoAsync($"{Reports}/21046");
        await head.Page.GetByRole(AriaRole.Link, new() { Name = "Xem và xác nhận" }).ClickAsync();
        await head.Page.GetByLabel("XA-02: chưa đúng với bản giấy").CheckAsync();
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Phản đối 1 nội dung" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByText("Nêu rõ sai ở đâu.").First).ToBeVisibleAsync();
        await head.NoBarrierAsync("objecting without a reason");
        await head.Page.GetByLabel("Sai ở đâu (XA-02)").FillAsync("Bản giấy ghi ba vụ, nhập thành không phát sinh.");
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Phản đối 1 nội dung" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByText("Đã phản đối.")).ToBeVisibleAsync();
        await officer.GoAsync($"{Reports}/21046/noi-dung/XA-02");
        await Assertions.Expect(officer.Page.GetByText("“Bản giấy ghi ba vụ, nhập thành không phát sinh.”").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByLabel("Kết quả triển khai, thực hiện")).ToBeEditableAsync();
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(head.Complaints);
    }

    [Fact]
    public async Task An_office_of_one_item_is_entered_and_its_head_confirms()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await StartAsync(coordinator.Page, "p-tnmt");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi thay đơn vị" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Heading, new() { Name = "Chưa gửi thay được" })).ToBeVisibleAsync();
        await AnswerAsync(coordinator, $"{Reports}/p-tnmt/noi-dung/TN-01");
        await CoverAsync(coordinator, "p-tnmt");
        await SendAsync(coordinator.Page, "p-tnmt");

        await using var head = await browsers.SignedInAsync(portal.Address, "p-tnmt.thutruong", 390);
        await head.GoAsync($"{Reports}/p-tnmt/xac-nhan");
        await head.NoBarrierAsync("confirming on a phone");
        Assert.True(await head.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        await head.Page.GetByRole(AriaRole.Button, new() { Name = "Xác nhận đúng với bản giấy" }).ClickAsync();
        await Assertions.Expect(head.Page.GetByText("Đã xác nhận.")).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Chưa được đơn vị xác nhận")).ToHaveCountAsync(0);
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(head.Complaints);
    }

    private static async Task StartAsync(IPage page, string unit)
    {
        await page.GotoAsync($"{Reports}/{unit}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập thay từ bản giấy" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bắt đầu nhập thay" }).ClickAsync();
        await page.GetByText("Anh/chị đang nhập thay, từ").WaitForAsync();
    }

    private static async Task AnswerAsync(Visitor visitor, string item)
    {
        await visitor.GoAsync(item);
        await SavedAsync(visitor.Page, () => visitor.Page.Locator("fieldset").GetByText("Không phát sinh").ClickAsync());
        await SavedAsync(visitor.Page, () => visitor.Page.GetByLabel("Kết quả triển khai, thực hiện").FillAsync("Trong kỳ báo cáo không phát sinh trường hợp nào trên địa bàn."));
    }

    private static async Task CoverAsync(Visitor visitor, string unit)
    {
        var page = visitor.Page;
        await visitor.GoAsync($"{Reports}/{unit}/noi-dung/COVER");
        await SavedAsync(page, () => page.GetByLabel("Ngày báo cáo").FillAsync("01/7/2024"));
        await SavedAsync(page, () => page.GetByLabel("Người ký").FillAsync("Chủ tịch UBND (mẫu)"));
        await SavedAsync(page, () => page.GetByLabel("Người lập báo cáo").FillAsync("Cán bộ (mẫu)"));
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "Báo cáo giấy.pdf", MimeType = "application/pdf", Buffer = SamplePdf.Write("Báo cáo giấy", ["Báo cáo có chữ ký, con dấu."]) });
        var scan = page.Locator("[data-document]").First;
        await scan.GetByLabel("Số, ký hiệu").FillAsync("45/BC-UBND");
        await scan.GetByLabel("Ngày ban hành").FillAsync("01/7/2024");
        await scan.GetByLabel("Cơ quan ban hành").FillAsync("UBND xã");
        await scan.GetByLabel("Trích yếu").FillAsync("Báo cáo giấy có chữ ký, con dấu");
        await scan.GetByLabel("Trích yếu").BlurAsync();
        await scan.GetByText("Đủ thông tin", new() { Exact = true }).WaitForAsync();
    }

    private static async Task SendAsync(IPage page, string unit)
    {
        await page.GotoAsync($"{Reports}/{unit}/nhap-thay");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1'");
        await page.GetByLabel("Đến lúc: ngày").FillAsync("01/7/2024");
        await page.GetByLabel("Đến lúc: giờ").FillAsync("07:55");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi thay đơn vị" }).ClickAsync();
        await page.GetByText("Đã gửi thay đơn vị.").WaitForAsync();
    }

    /// <summary>Types, and waits for the server's own word that it is saved.</summary>
    private static async Task SavedAsync(IPage page, Func<Task> type)
    {
        var answered = page.WaitForResponseAsync(r => r.Request.Method == "PATCH");
        await type();
        Assert.Equal(200, (await answered).Status);
        await page.Locator("[data-save][data-state=saved]").WaitForAsync();
    }
}
