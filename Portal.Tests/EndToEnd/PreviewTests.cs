using Microsoft.Playwright;
using Portal.Demo;

namespace Portal.Tests.EndToEnd;

/// <summary>Documents beside the answer: drawn, leafed through, turned, beside the form and on the reviewer's desk.</summary>
public sealed class PreviewTests(Browsers browsers)
{
    private const string Reports = "/yeu-cau/BS-2024-TREEM-HDND/don-vi";
    private const string Form = $"{Reports}/21088/noi-dung/XA-02";
    private const string Desk = "/tiep-nhan?yeu-cau=BS-2024-TREEM-HDND&don-vi=21055&noi-dung=";

    private static readonly byte[] TwoPages = PreviewFiles.Pdf([PreviewFiles.Line("First page"), PreviewFiles.Line("Second page") + " 100 100 300 200 re f"]);

    /// <summary>The ink on the page: how many pixels are dark, and where they lie.</summary>
    private const string Ink = """
        () => {
            const c = document.querySelector('.pv-sheet canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
            let count = 0, left = 0, upper = 0;
            for (let i = 0; i < d.length; i += 4) if (d[i] < 128) { count++; if ((i / 4) % c.width < c.width / 2) left++; if (i / 4 / c.width < c.height / 2) upper++; }
            return [count, left, upper, c.width, c.height];
        }
        """;

    [Fact]
    public async Task A_pdf_is_drawn_beside_the_form_and_leafed_through_by_keyboard()
    {
        await using var officer = await OpenAsync("21088.canbo", Form);
        var page = officer.Page;
        await PreviewFiles.ServeAsync(page, TwoPages);
        var narrative = page.GetByLabel("Kết quả triển khai, thực hiện");
        await narrative.FillAsync("Đang gõ dở");
        await PressOpenAsync(page);
        await DrawnAsync(page, "1/2 0");
        var first = await page.EvaluateAsync<int[]>(Ink);
        Assert.InRange(first[0], 100, 100_000);
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "ke-hoach-cong-tac-tre-em-21088.pdf, trang 1 trên 2" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".pv-text")).ToHaveTextAsync("First page");

        await page.Keyboard.PressAsync("PageDown");
        await DrawnAsync(page, "2/2 0");
        Assert.True((await page.EvaluateAsync<int[]>(Ink))[0] > first[0] * 2, "The second page looks like the first.");
        await Assertions.Expect(page.Locator(".pv-text")).ToHaveTextAsync("Second page");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Trang sau" })).ToBeDisabledAsync();
        await page.Keyboard.PressAsync("PageUp");
        await DrawnAsync(page, "1/2 0");

        await page.GetByLabel("Trang số").FillAsync("2");
        await page.Keyboard.PressAsync("Enter");
        await DrawnAsync(page, "2/2 0");
        await page.GetByLabel("Trang số").FillAsync("9");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("Trang số")).ToHaveValueAsync("2");

        await Assertions.Expect(narrative).ToHaveValueAsync("Đang gõ dở");
        await narrative.PressSequentiallyAsync(", gõ tiếp bên cạnh.");
        await Assertions.Expect(narrative).ToHaveValueAsync("Đang gõ dở, gõ tiếp bên cạnh.");
        await page.Locator(".pv-stage").FocusAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("dialog.pv-side")).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Xem ke-hoach-cong-tac-tre-em-21088.pdf" })).ToBeFocusedAsync();
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task A_scan_is_turned_zoomed_and_seen_in_the_whole_window_by_keyboard()
    {
        await using var officer = await OpenAsync("21088.canbo", Form);
        var page = officer.Page;
        await PreviewFiles.ServeAsync(page, PreviewFiles.Pdf([PreviewFiles.Line("Top left")]));
        await PressOpenAsync(page);
        await DrawnAsync(page, "1/1 0");
        var upright = await page.EvaluateAsync<int[]>(Ink);
        Assert.True(upright[2] == upright[0] && upright[1] > upright[0] / 2, "The line does not stand at the top left.");

        await page.Keyboard.PressAsync("r");
        await DrawnAsync(page, "1/1 90");
        var turned = await page.EvaluateAsync<int[]>(Ink);
        Assert.True(turned[3] > turned[4], "The page does not lie.");
        Assert.True(turned[1] == 0, "A quarter to the right brings the top to the right.");
        await page.Keyboard.PressAsync("R");
        await DrawnAsync(page, "1/1 180");

        var fitted = await WidthAsync(page);
        await page.Keyboard.PressAsync("+");
        await page.WaitForFunctionAsync("w => document.querySelector('.pv-sheet canvas').getBoundingClientRect().width > w * 1.2", fitted);
        await page.Keyboard.PressAsync("-");
        await page.Keyboard.PressAsync("1");
        await page.WaitForFunctionAsync("() => Math.abs(document.querySelector('.pv-sheet canvas').getBoundingClientRect().width - 595 * 96 / 72) < 1");
        await page.Keyboard.PressAsync("0");
        await page.WaitForFunctionAsync("w => Math.abs(document.querySelector('.pv-sheet canvas').getBoundingClientRect().width - w) < 1", fitted);

        var whole = page.GetByRole(AriaRole.Button, new() { Name = "Xem toàn cửa sổ" });
        await whole.ClickAsync();
        await page.WaitForFunctionAsync("w => document.querySelector('dialog.pv-window canvas')?.getBoundingClientRect().width > w * 1.5", fitted);
        await page.Keyboard.PressAsync("Escape");
        await page.WaitForFunctionAsync("w => Math.abs(document.querySelector('dialog.pv-side canvas')?.getBoundingClientRect().width - w) < 1", fitted);
        await Assertions.Expect(whole).ToBeFocusedAsync();
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task The_reviewer_decides_on_the_document_that_is_drawn_before_him()
    {
        await using var reviewer = await OpenAsync("p-ldtbxh.dieuphoi", Desk + "XA-01");
        var page = reviewer.Page;
        await DrawnAsync(page, "1/1 0");
        await Assertions.Expect(page.Locator(".pv-text")).ToContainTextAsync("KẾ HOẠCH CÔNG TÁC TRẺ EM NĂM 2024");
        Assert.InRange((await page.EvaluateAsync<int[]>(Ink))[0], 500, 500_000);
        await page.EvaluateAsync("() => { document.querySelector('.pv-sheet canvas').sameCanvas = true; }");

        await page.GetByRole(AriaRole.Button, new() { Name = "Không đạt" }).ClickAsync();
        await page.GetByLabel("Lý do không đạt").FillAsync("Thiếu chữ ký.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi nhận không đạt" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Văn bản không đạt").Last).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Tab)).ToBeFocusedAsync();
        Assert.Equal("11/KH-UBND", await page.Locator("[role=tab] s").InnerTextAsync());
        await Assertions.Expect(page.GetByRole(AriaRole.Article).GetByText("Thiếu chữ ký.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Đạt", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Article).GetByText("Văn bản đạt")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('.pv-sheet canvas').sameCanvas === true"), "The page was drawn again.");
        Assert.Empty(reviewer.Complaints);
    }

    [Fact]
    public async Task Documents_of_an_item_are_tabs_moved_through_by_arrow_keys()
    {
        await using var reviewer = await OpenAsync("p-ldtbxh.dieuphoi", "/tiep-nhan?yeu-cau=BS-2024-TREEM-HDND&don-vi=p-vhtt&noi-dung=VH-01");
        var page = reviewer.Page;
        await DrawnAsync(page, "1/1 0");
        await Assertions.Expect(page.Locator(".pv-text")).ToContainTextAsync("HƯỚNG DẪN");
        var tabs = page.GetByRole(AriaRole.Tab);
        await Assertions.Expect(tabs).ToHaveCountAsync(2);
        await tabs.First.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(tabs.Last).ToBeFocusedAsync();
        await Assertions.Expect(tabs.Last).ToHaveAttributeAsync("aria-selected", "true");
        await page.GetByRole(AriaRole.Img, new() { Name = "hinh-anh-thiet-che-vhtt.pdf, trang 1 trên 1" }).WaitForAsync();
        Assert.Contains("van-ban=", page.Url, StringComparison.Ordinal);
        await page.ReloadAsync();
        await Assertions.Expect(tabs.Last).ToHaveAttributeAsync("aria-selected", "true");
        Assert.Empty(reviewer.Complaints);
    }

    [Fact]
    public async Task A_document_left_while_it_loads_is_drawn_when_it_is_looked_at_again()
    {
        await using var reviewer = await browsers.SignedInAsync((await browsers.PortalAsync()).Address, "p-ldtbxh.dieuphoi");
        var page = reviewer.Page;
        var (asked, held) = (new TaskCompletionSource(), new TaskCompletionSource());
        await page.RouteAsync(PreviewFiles.Address(), async route =>
        {
            asked.TrySetResult();
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/tiep-nhan?yeu-cau=BS-2024-TREEM-HDND&don-vi=p-vhtt&noi-dung=VH-01");
        await reviewer.CircuitAsync();
        await asked.Task;
        await page.EvaluateAsync("() => { window.left = document.querySelector('.pv'); }");
        await page.GetByRole(AriaRole.Tab).Last.ClickAsync();
        await page.WaitForFunctionAsync("() => !window.left.isConnected");
        held.SetResult();
        await page.WaitForFunctionAsync("() => Number(window.left.dataset.bytes) > 0");
        await page.GetByRole(AriaRole.Img, new() { Name = "hinh-anh-thiet-che-vhtt.pdf, trang 1 trên 1" }).WaitForAsync();

        await page.GetByRole(AriaRole.Tab).First.ClickAsync();
        await page.WaitForFunctionAsync("() => window.left.isConnected && window.left.dataset.state === 'ready'");
        Assert.InRange((await page.EvaluateAsync<int[]>(Ink))[0], 500, 500_000);
        Assert.Empty(reviewer.Complaints);
    }

    [Fact]
    public async Task What_is_drawn_before_the_circuit_runs_stays_drawn()
    {
        var portal = await browsers.PortalAsync();
        await using var reviewer = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        var page = reviewer.Page;
        var held = new TaskCompletionSource();
        var asked = 0;
        page.Request += (_, request) => asked += PreviewFiles.Address().IsMatch(request.Url) ? 1 : 0;
        await page.RouteAsync("**/_blazor/negotiate*", async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync(Desk + "XA-02", new() { WaitUntil = WaitUntilState.Commit });
        await DrawnAsync(page, "1/1 0");
        await page.Locator(".pv-stage").FocusAsync();
        var before = asked;
        await page.EvaluateAsync("() => { document.querySelector('.pv-sheet canvas').sameCanvas = true; document.querySelector('[data-preview]').replaced = false; }");
        held.SetResult();
        await reviewer.CircuitAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('[data-preview]').replaced !== false");
        Assert.True(await page.EvaluateAsync<bool>("() => document.querySelector('[data-preview] canvas')?.sameCanvas === true"));
        await Assertions.Expect(page.Locator(".pv-stage")).ToBeFocusedAsync();
        Assert.Equal(before, asked);
        Assert.Empty(reviewer.Complaints);
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    [InlineData(390, ColorScheme.Light)]
    public async Task The_open_preview_has_no_barrier(int width, ColorScheme scheme)
    {
        await using var officer = await OpenAsync("21088.canbo", Form, width, scheme);
        await PressOpenAsync(officer.Page);
        await DrawnAsync(officer.Page, "1/1 0");
        await officer.NoBarrierAsync($"Form with a document at {width} {scheme}");
        Assert.True(await officer.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        Assert.Empty(officer.Complaints);

        await using var reviewer = await OpenAsync("p-ldtbxh.dieuphoi", Desk + "XA-05", width, scheme);
        await reviewer.Page.Locator("[data-preview]").ScrollIntoViewIfNeededAsync();
        await DrawnAsync(reviewer.Page, "1/1 0");
        await reviewer.NoBarrierAsync($"Desk with a document at {width} {scheme}");
        Assert.True(await reviewer.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);
        Assert.Empty(reviewer.Complaints);
    }

    [Theory]
    [InlineData("21091.thutruong", $"{Reports}/21091/duyet?noi-dung=XA-01")]
    [InlineData("p-ldtbxh.dieuphoi", $"{Reports}/21040?noi-dung=XA-01")]
    [InlineData("p-ldtbxh.dieuphoi", $"{Reports}/21040/noi-dung/XA-01")]
    public async Task Pages_that_only_show_an_answer_open_its_documents_too(string person, string path)
    {
        await using var reader = await OpenAsync(person, path);
        await PressOpenAsync(reader.Page);
        await DrawnAsync(reader.Page, "1/1 0");
        await Assertions.Expect(reader.Page.Locator(".pv-text")).ToContainTextAsync("KẾ HOẠCH CÔNG TÁC TRẺ EM NĂM 2024");
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_word_file_is_offered_as_a_download_only()
    {
        await using var officer = await OpenAsync("21079.canbo", $"{Reports}/21079/noi-dung/XA-02");
        var page = officer.Page;
        await page.Locator("input[type=file]").First.SetInputFilesAsync(
        [
            new FilePayload { Name = "Báo cáo.docx", MimeType = "application/octet-stream", Buffer = Platform.Files.Made.Docx() },
            new FilePayload { Name = "Kế hoạch.pdf", MimeType = "application/pdf", Buffer = SamplePdf.Write("Kế hoạch", ["Một."]) },
        ]);
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem Kế hoạch.pdf" }).WaitForAsync();
        await Assertions.Expect(page.Locator("a[download='Báo cáo.docx']")).ToBeVisibleAsync();
        Assert.Equal(1, await page.Locator("[data-preview-open]").CountAsync());
    }

    internal static Task PressOpenAsync(IPage page) => page.Locator("[data-preview-open]").First.ClickAsync();

    /// <summary>Waits until a page stands there: number, count and turn.</summary>
    internal static Task DrawnAsync(IPage page, string what) =>
        page.WaitForFunctionAsync("w => [...document.querySelectorAll('.pv')].some(v => v.dataset.state === 'ready' && v.dataset.drawn.startsWith(w + ' '))", what);

    private static Task<double> WidthAsync(IPage page) => page.EvaluateAsync<double>("() => document.querySelector('.pv-sheet canvas').getBoundingClientRect().width");

    private async Task<Visitor> OpenAsync(string person, string path, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        var portal = await browsers.PortalAsync();
        var visitor = await browsers.SignedInAsync(portal.Address, person, width, scheme);
        await visitor.GoAsync(path);
        return visitor;
    }
}
