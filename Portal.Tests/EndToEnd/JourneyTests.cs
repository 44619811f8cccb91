using Microsoft.Playwright;
using Portal.Demo;

namespace Portal.Tests.EndToEnd;

/// <summary>The whole way of one report, as the people who walk it see it, while the vice chairman looks on in another browser.</summary>
[Trait("Engine", "both")]
public sealed class JourneyTests(Browsers browsers)
{
    private const string Unit = "Phòng Tài nguyên và Môi trường";
    private const string Report = "/yeu-cau/BS-2024-TREEM-HDND/don-vi/p-tnmt";
    private const string Item = $"{Report}/noi-dung/TN-01";

    [Fact]
    public async Task A_report_goes_from_the_officer_to_the_leaders_chart_without_a_reload()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var leader = await browsers.VisitorAsync(portal.Address);
        await leader.SignInAsync("lanhdao");
        Assert.Equal("0 0 0 0 1", await BarAsync(leader));
        await leader.Page.EvaluateAsync("() => { window.sameDocument = true; window.sameChart = Chart.getChart(document.querySelector('canvas')); }");

        await using var officer = await browsers.VisitorAsync(portal.Address);
        await officer.SignInAsync("p-tnmt.canbo");
        await FillAsync(officer.Page);
        await BarBecomesAsync(leader, [0, 0, 0, 1, 0]);
        await SendUpAsync(officer.Page);

        await using var head = await browsers.VisitorAsync(portal.Address);
        await head.SignInAsync("p-tnmt.thutruong");
        await SignOffAsync(head.Page);
        await BarBecomesAsync(leader, [0, 1, 0, 0, 0]);

        await using var coordinator = await browsers.VisitorAsync(portal.Address);
        await coordinator.SignInAsync("p-ldtbxh.dieuphoi");
        await AcceptAsync(coordinator.Page);
        await BarBecomesAsync(leader, [1, 0, 0, 0, 0]);

        Assert.True(await leader.Page.EvaluateAsync<bool>("() => window.sameDocument === true && window.sameChart === Chart.getChart(document.querySelector('canvas'))"), "The leader's page was loaded again, or its chart was made anew.");
        Assert.Empty(leader.Complaints);
        Assert.Empty(officer.Complaints);
        Assert.Empty(head.Complaints);
        Assert.Empty(coordinator.Complaints);
    }

    private static async Task FillAsync(IPage page)
    {
        await page.GotoAsync(Item);
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1'");
        await SavedAsync(page, () => page.GetByLabel("Số khu đất đã quy hoạch").FillAsync("3"));
        await SavedAsync(page, () => page.GetByLabel("Diện tích đất đã quy hoạch").FillAsync("4.200,5"));
        await SavedAsync(page, () => page.Locator("fieldset").GetByText("Đã giải quyết dứt điểm").ClickAsync());
        await SavedAsync(page, () => page.GetByLabel("Kết quả triển khai, thực hiện").FillAsync("Đã quy hoạch ba khu đất để xây dựng điểm vui chơi cho trẻ em trên địa bàn huyện."));

        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "Quyết định giao đất.pdf", MimeType = "application/pdf", Buffer = SamplePdf.Write("Quyết định giao đất", ["Điều 1. Giao đất."]) });
        await page.GetByLabel("Số, ký hiệu").First.FillAsync("118/QĐ-UBND");
        await page.GetByLabel("Ngày ban hành").First.FillAsync("22/4/2024");
        await page.GetByLabel("Cơ quan ban hành").First.FillAsync("UBND huyện Bình Sơn");
        await page.GetByLabel("Trích yếu").First.FillAsync("Về việc giao đất xây dựng điểm vui chơi cho trẻ em");
        await page.GetByLabel("Trích yếu").First.BlurAsync();
        await page.Locator("[data-document]").GetByText("Đủ thông tin", new() { Exact = true }).First.WaitForAsync();

        await page.GotoAsync($"{Report}/noi-dung/COVER");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1'");
        await SavedAsync(page, () => page.GetByLabel("Ngày báo cáo").FillAsync("01/7/2024"));
        await SavedAsync(page, () => page.GetByLabel("Người ký").FillAsync("Trưởng phòng (mẫu)"));
        await SavedAsync(page, () => page.GetByLabel("Người lập báo cáo").FillAsync("Chuyên viên (mẫu)"));
    }

    private static async Task SendUpAsync(IPage page)
    {
        await page.GotoAsync($"{Report}/xem-lai");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1'");
        await page.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" }).ClickAsync();
        await page.GetByText("Đã trình lãnh đạo đơn vị").WaitForAsync();
    }

    private static async Task SignOffAsync(IPage page)
    {
        Assert.EndsWith("/cho-duyet", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Link, new() { Name = $"Báo cáo của {Unit}" }).First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Duyệt và gửi báo cáo" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Duyệt và gửi báo cáo" }).ClickAsync();
        await page.GetByText("Số biên nhận").WaitForAsync();
    }

    private static async Task AcceptAsync(IPage page)
    {
        await page.GotoAsync("/tiep-nhan?yeu-cau=BS-2024-TREEM-HDND&don-vi=p-tnmt&noi-dung=TN-01");
        await page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1'");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đạt", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Article).GetByText("Văn bản đạt").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận và sang nội dung sau" }).ClickAsync();
        await page.GetByText("Đã tiếp nhận TN-01").WaitForAsync();
    }

    /// <summary>Types, and waits for the server's own word that it is saved.</summary>
    private static async Task SavedAsync(IPage page, Func<Task> type)
    {
        var answered = page.WaitForResponseAsync(r => r.Request.Method == "PATCH");
        await type();
        Assert.Equal(200, (await answered).Status);
        await page.Locator("[data-save][data-state=saved]").WaitForAsync();
    }

    /// <summary>What the chart itself holds for the fourth group: accepted, sent, returned, drafting, not started.</summary>
    private static async Task<string> BarAsync(Visitor visitor)
    {
        await visitor.Page.WaitForFunctionAsync("() => window.Chart && Chart.getChart(document.querySelector('canvas'))");
        return await visitor.Page.EvaluateAsync<string>("() => Chart.getChart(document.querySelector('canvas')).data.datasets.map(d => d.counts[3]).join(' ')");
    }

    private static async Task BarBecomesAsync(Visitor visitor, int[] expected)
    {
        await visitor.Page.WaitForFunctionAsync("e => Chart.getChart(document.querySelector('canvas')).data.datasets.map(d => d.counts[3]).join(' ') === e", string.Join(' ', expected));
        var row = visitor.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = Unit });
        await Assertions.Expect(row.First).ToBeVisibleAsync();
    }
}
