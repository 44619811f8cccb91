using System.IO.Compression;
using Microsoft.Playwright;
using static Portal.Tests.EndToEnd.Presses;

namespace Portal.Tests.EndToEnd;

/// <summary>Open pages move at each due instant, though nobody does anything: the clock stands a moment before it, and passes it.</summary>
public sealed class DuePagesTests(Browsers browsers)
{
    [Fact]
    public async Task Boards_and_lists_say_due_soon_and_overdue_when_it_is_time()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var clock = await browsers.SignedInAsync(portal.Address, "quansat");
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var officer = await browsers.SignedInAsync(portal.Address, "21067.canbo");
        await using var head = await browsers.SignedInAsync(portal.Address, "21091.thutruong");
        await leader.GoAsync("/tong-quan");
        await coordinator.GoAsync("/don-doc");
        await officer.GoAsync("/viec-can-lam");
        var report = await officer.TabAsync(Report("21067"));
        await head.GoAsync($"{Report("21091")}/duyet");
        await Assertions.Expect(leader.Page.Locator("main").GetByText("Sắp đến hạn")).ToHaveCountAsync(0);

        await clock.SetClockAsync("02/7/2024 09:59:57");
        await Assertions.Expect(leader.Page.Locator("main").GetByText("Sắp đến hạn").First).ToBeVisibleAsync();

        await clock.SetClockAsync("02/7/2024 15:59:57");
        await Assertions.Expect(officer.Page.Locator("main").GetByText("Quá hạn bổ sung").First).ToBeVisibleAsync();
        await Assertions.Expect(report.GetByText("Quá hạn bổ sung từ 02/7/2024 16:00")).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "21067" })).ToContainTextAsync("Quá hạn bổ sung");

        await clock.SetClockAsync("03/7/2024 09:59:57");
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "21046" })).ToContainTextAsync("Quá hạn");
        await Assertions.Expect(leader.Page.Locator("main").GetByText("Quá hạn").First).ToBeVisibleAsync();
        await Assertions.Expect(head.Page.GetByRole(AriaRole.Heading, new() { Name = "Đã quá hạn báo cáo" })).ToBeVisibleAsync();

        var download = coordinator.Page.WaitForDownloadAsync();
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Lập văn bản đôn đốc" }).ClickAsync();
        var letter = await download;
        Assert.EndsWith(".docx", letter.SuggestedFilename, StringComparison.Ordinal);
        await using var bytes = File.OpenRead(await letter.PathAsync());
        using var parts = new ZipArchive(bytes);
        using var words = new StreamReader(parts.GetEntry("word/document.xml")!.Open());
        Assert.Contains("Bình Thạnh", await words.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.All(new[] { leader, coordinator, officer, head }, v => Assert.Empty(v.Complaints));
    }

    [Fact]
    public async Task What_is_sent_within_the_extension_is_counted_apart()
    {
        const string unit = "21091";
        await using var portal = await PortalProcess.StartAsync();
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        await using var head = await browsers.SignedInAsync(portal.Address, $"{unit}.thutruong");
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await officer.GoAsync($"{Report(unit)}/thoi-han");
        await officer.Page.GetByLabel("Lý do").FillAsync("Mất điện toàn xã.");
        await officer.Page.GetByLabel("Thời hạn mới: ngày").FillAsync("04/7/2024");
        await officer.Page.GetByLabel("Thời hạn mới: giờ").FillAsync("17:00");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị gia hạn" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Đã gửi đề nghị gia hạn đến cơ quan đầu mối.")).ToBeVisibleAsync();

        await coordinator.GoAsync("/don-doc");
        await coordinator.Page.GetByRole(AriaRole.Region, new() { Name = "Đề nghị gia hạn chờ quyết định (1)" }).GetByRole(AriaRole.Link, new() { Name = "UBND xã Bình Thanh" }).ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Gia hạn", Exact = true }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Đã gia hạn.")).ToBeVisibleAsync();

        await leader.GoAsync("/tong-quan");
        await coordinator.SetClockAsync("04/7/2024 08:00");
        await head.SignOffAsync(unit);
        await Assertions.Expect(leader.Page.GetByText("1 đúng hạn theo gia hạn")).ToBeVisibleAsync();
        await head.GoAsync(Report(unit));
        await Assertions.Expect(head.Page.GetByText("Gửi đúng hạn theo gia hạn").First).ToBeVisibleAsync();
        Assert.All(new[] { leader, coordinator, officer, head }, v => Assert.Empty(v.Complaints));
    }

    [Fact]
    public async Task A_unit_that_ends_hands_its_report_to_its_successor()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var administrator = await browsers.SignedInAsync(portal.Address, "quantri");
        await using var successor = await browsers.SignedInAsync(portal.Address, "21103.thutruong");
        await using var old = await browsers.SignedInAsync(portal.Address, "21046.canbo");
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        var page = administrator.Page;
        await administrator.GoAsync("/don-vi");
        await page.GetByRole(AriaRole.Link, new() { Name = "Kết thúc, chuyển giao UBND xã Bình Thạnh" }).ClickAsync();
        var press = page.GetByRole(AriaRole.Button, new() { Name = "Kết thúc, chuyển giao", Exact = true });
        await page.GetByLabel("Thời điểm chuyển giao: ngày").FillAsync("01/7/2024");
        await page.GetByLabel("Thời điểm chuyển giao: giờ").FillAsync("9h00");
        await page.GetByLabel("Văn bản sắp xếp đơn vị").FillAsync("Nghị quyết 01/NQ-HĐND, 01/7/2024");
        await press.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "đơn vị tiếp nhận" })).ToBeVisibleAsync();
        await page.GetByLabel("Đơn vị tiếp nhận").SelectOptionAsync("21103");
        await press.ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi nhận. Việc chuyển giao có hiệu lực từ thời điểm đã chọn.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Kết thúc từ 01/7/2024 09:00, chuyển về")).ToBeVisibleAsync();

        await administrator.SetClockAsync("01/7/2024 09:30");
        await successor.GoAsync("/viec-can-lam");
        await Assertions.Expect(successor.Page.GetByRole(AriaRole.Heading, new() { Name = "Báo cáo của UBND xã Bình Thạnh" })).ToBeVisibleAsync();
        await Assertions.Expect(successor.Page.GetByRole(AriaRole.Heading, new() { Name = "Báo cáo của UBND xã Bình Hiệp" })).ToBeVisibleAsync();
        Assert.Equal(404, (await old.Page.GotoAsync(Report("21046")))!.Status);
        await leader.GoAsync("/tong-quan");
        await Assertions.Expect(leader.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "UBND xã Bình Thạnh" }).First).ToBeVisibleAsync(); // keeps its name and place
    }
}
