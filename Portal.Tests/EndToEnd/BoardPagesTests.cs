using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.EndToEnd;

/// <summary>The leader's pages, in a portal with last year's request too: one change in three open boards, the way down and back, charts as pictures, two requests side by side.</summary>
public sealed partial class BoardPagesTests(Browsers browsers)
{
    private const string Reports = "/yeu-cau/BS-2024-TREEM-HDND/don-vi";
    private const string Present = "Chart.getChart(document.querySelector('canvas')).data.datasets.map(d => d.counts.at(-1)).join(' ')";

    [Fact]
    public async Task One_change_moves_three_open_boards_by_itself_and_none_is_drawn_anew()
    {
        var portal = await browsers.ComparedPortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await using var observer = await browsers.SignedInAsync(portal.Address, "quansat");
        await using var coordinator = await browsers.SignedInAsync(portal.Address, TestPortal.Coordinator);
        await leader.GoAsync("/tong-quan");
        await observer.GoAsync("/tien-do");
        await coordinator.GoAsync("/trinh-chieu");
        foreach (var page in new[] { leader.Page, coordinator.Page })
        {
            await page.WaitForFunctionAsync("() => window.Chart && Chart.getChart(document.querySelector('canvas'))");
            await page.EvaluateAsync("() => { window.same = Chart.getChart(document.querySelector('canvas')); }");
        }

        await leader.Page.Locator("table.units tbody a").Nth(20).FocusAsync();
        await leader.Page.EvaluateAsync("() => { window.row = document.activeElement; scrollTo(0, 600); }");
        var cell = observer.Page.Locator("[data-cell='21106/XA-02']");
        await Assertions.Expect(cell).ToHaveTextAsync("XA-02 Chưa");
        Assert.Equal("11 6 1 13 101", await leader.Page.EvaluateAsync<string>(Present));

        await using var officer = await browsers.SignedInAsync(portal.Address, "21106.canbo");
        await officer.GoAsync($"{Reports}/21106/noi-dung/XA-02");
        await officer.Page.GetByLabel("Giải pháp khắc phục").FillAsync("Họp thôn.");

        await Assertions.Expect(cell).ToHaveTextAsync("XA-02 Soạn");
        foreach (var page in new[] { leader.Page, coordinator.Page })
        {
            await page.WaitForFunctionAsync($"() => {Present} === '11 6 1 14 100'");
            Assert.True(await page.EvaluateAsync<bool>("() => Chart.getChart(document.querySelector('canvas')) === window.same"), "The chart was made anew.");
        }

        Assert.True(await leader.Page.EvaluateAsync<bool>("() => document.activeElement === window.row && scrollY === 600"), "Focus or place was lost.");
        Assert.All([leader, observer, coordinator, officer], v => Assert.Empty(v.Complaints));
    }

    [Fact]
    public async Task From_the_group_down_to_the_document_and_back_to_the_same_list_at_the_same_place()
    {
        var portal = await browsers.ComparedPortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        var page = leader.Page;
        await leader.GoAsync("/tong-quan");
        await page.GetByText("Xem bảng số liệu").First.ClickAsync();
        await page.GetByRole(AriaRole.Rowheader, new() { Name = "7. UBND các xã, thị trấn" }).GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "22 đơn vị của nhóm 7. UBND các xã, thị trấn" })).ToBeVisibleAsync();
        await page.GetByText("Xem bảng số liệu").First.ClickAsync(); // folded away again, as it will be when one comes back
        await page.GetByRole(AriaRole.Link, new() { Name = "Đơn vị", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(page.Locator("table.units tbody th a").First).ToHaveTextAsync("UBND thị trấn Châu Ổ");
        await page.GetByRole(AriaRole.Link, new() { Name = "Đã gửi 3" }).ClickAsync();
        await Assertions.Expect(page.Locator("table.units tbody th")).ToHaveTextAsync([new Regex("Châu Ổ"), new Regex("Bình Hải"), new Regex("Bình Nguyên")]);
        var list = new Uri(page.Url).PathAndQuery;
        Assert.Equal("/tong-quan?loc=da-gui&nhom=G7&sap-xep=ten", list);
        await page.Locator("table.units tbody a").First.ScrollIntoViewIfNeededAsync();
        var place = await page.EvaluateAsync<int>("() => Math.round(scrollY)");
        Assert.True(place > 0, "The list stands at the top: nothing to come back to.");

        await page.Locator("table.units tbody a").First.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Báo cáo của UBND thị trấn Châu Ổ" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".crumb li")).ToHaveTextAsync(["Tổng quan", "7. UBND các xã, thị trấn", "UBND thị trấn Châu Ổ"]);
        await page.GetByRole(AriaRole.Link, new() { Name = "Lãnh đạo, chỉ đạo" }).ClickAsync();
        await Assertions.Expect(page.GetByText("đã ban hành kế hoạch thực hiện công tác trẻ em năm 2024")).ToBeVisibleAsync();
        await PreviewTests.PressOpenAsync(page);
        await PreviewTests.DrawnAsync(page, "1/1 0");
        await Assertions.Expect(page.Locator(".crumb a")).ToHaveTextAsync(["Tổng quan", "Báo cáo của UBND thị trấn Châu Ổ"]);
        Assert.Equal(list, await page.Locator(".crumb a").First.GetAttributeAsync("href"));

        await page.GoBackAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Báo cáo của UBND thị trấn Châu Ổ" })).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("table.units tbody tr")).ToHaveCountAsync(3);
        await page.WaitForFunctionAsync("y => Math.abs(scrollY - y) <= 1", place);

        // A colleague who got the address of the item comes to the same list.
        await using var observer = await browsers.SignedInAsync(portal.Address, "quansat");
        await observer.GoAsync($"{Reports}/21040/noi-dung/XA-01?tu={Uri.EscapeDataString(list)}");
        await observer.Page.Locator(".crumb a").First.ClickAsync();
        await Assertions.Expect(observer.Page.Locator("table.units tbody tr")).ToHaveCountAsync(3);
        Assert.Empty(leader.Complaints);
        Assert.Empty(observer.Complaints);
    }

    [Theory]
    [InlineData("https://example.org/")]
    [InlineData("//example.org/tong-quan")]
    [InlineData("/tong-quanx")]
    [InlineData("javascript:alert(1)")]
    public async Task A_way_back_that_is_none_of_ours_is_not_offered(string way)
    {
        var portal = await browsers.PortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await leader.GoAsync($"{Reports}/21040?tu={Uri.EscapeDataString(way)}");
        Assert.Equal("/tong-quan?yeu-cau=BS-2024-TREEM-HDND", await leader.Page.Locator(".crumb a").First.GetAttributeAsync("href"));
    }

    [Fact]
    public async Task Every_chart_is_saved_as_a_picture_on_white_also_in_the_dark_and_from_a_phone()
    {
        var portal = await browsers.ComparedPortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao", 390, ColorScheme.Dark);
        var page = leader.Page;
        await leader.GoAsync("/tong-quan");
        await page.WaitForFunctionAsync("() => window.Chart && [...document.querySelectorAll('canvas')].every(c => Chart.getChart(c))");
        var buttons = page.Locator("[data-chart-picture]");
        await Assertions.Expect(buttons).ToHaveCountAsync(3);
        for (var k = 0; k < 3; k++)
        {
            await buttons.Nth(k).FocusAsync();
            var download = await page.RunAndWaitForDownloadAsync(() => page.Keyboard.PressAsync("Enter"));
            Assert.Matches(FileName(), download.SuggestedFilename);
            var seen = await page.EvaluateAsync<int[]>("""
                async base64 => {
                    const picture = await createImageBitmap(new Blob([Uint8Array.from(atob(base64), c => c.charCodeAt(0))], { type: 'image/png' }));
                    const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height }), pen = canvas.getContext('2d');
                    pen.drawImage(picture, 0, 0);
                    const d = pen.getImageData(0, 0, canvas.width, canvas.height).data;
                    let dark = 0;
                    for (let i = 0; i < d.length; i += 4) if (d[i] + d[i + 1] + d[i + 2] < 300) dark++;
                    return [picture.width, d[0], d[1], d[2], dark];
                }
                """, Convert.ToBase64String(await File.ReadAllBytesAsync(await download.PathAsync(), TestContext.Current.CancellationToken)));
            Assert.Equal([2400, 255, 255, 255], seen[..4]);
            Assert.InRange(seen[4], 5_000, 2_000_000);
        }

        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task Two_requests_stand_side_by_side_by_group_and_by_unit()
    {
        var portal = await browsers.ComparedPortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        var page = leader.Page;
        await leader.GoAsync("/tong-quan");
        await Assertions.Expect(page.Locator(".legend", new() { HasText = "Đã gửi ở yêu cầu trước" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "So sánh" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Đến lúc này 5/28 đơn vị gửi đúng hạn; cả lần trước 12/28");
        var communes = page.Locator("table.compare").First.GetByRole(AriaRole.Row, new() { Name = "7. UBND các xã, thị trấn" });
        await Assertions.Expect(communes.GetByRole(AriaRole.Cell).Nth(0)).ToHaveTextAsync(new Regex(@"^45,5\s%\s*10/22$"));
        await Assertions.Expect(communes.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync(new Regex(@"^13,6\s%\s*3/22$"));
        await Assertions.Expect(communes.GetByRole(AriaRole.Cell).Nth(2)).ToHaveTextAsync("−31,8");
        var unit = page.Locator("table.compare").Last.GetByRole(AriaRole.Row, new() { Name = "UBND xã Bình Thuận 21043" });
        await Assertions.Expect(unit.GetByRole(AriaRole.Cell).Nth(0)).ToHaveTextAsync("trước hạn 5 ngày 9 giờ");
        await Assertions.Expect(unit.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("Chưa gửi");

        // What is compared stands in the address; the other way round it is the earlier one that is looked at.
        await leader.GoAsync("/so-sanh?yeu-cau=BS-2023-TREEM-HDND&voi=BS-2024-TREEM-HDND");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("12/28 đơn vị gửi đúng hạn; lần trước 5/28");
        await leader.NoBarrierAsync("/so-sanh");
        await page.SetViewportSizeAsync(390, 900);
        await leader.NoBarrierAsync("/so-sanh at 390");
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        Assert.Empty(leader.Complaints);
    }

    [GeneratedRegex("^[a-z0-9-]+\\.png$")]
    private static partial Regex FileName();
}
