using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Files that are broken, too large, locked, hostile or out of reach: each is told in words, nothing in it runs, and the next good one is drawn.</summary>
public sealed class PreviewTroubleTests(Browsers browsers)
{
    private const string Form = "/yeu-cau/BS-2024-TREEM-HDND/don-vi/21112/noi-dung/XA-01";
    private const string Note = ".pv[data-state=failed] .pv-note";

    private static readonly byte[] Good = PreviewFiles.Pdf([PreviewFiles.Line("Good")]);

    /// <summary>Width, height and the colours of the four corners, inside by a tenth.</summary>
    private const string Corners = """
        () => {
            const c = document.querySelector('.pv-sheet canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
            const at = (x, y) => { const i = 4 * (Math.floor(y * c.height) * c.width + Math.floor(x * c.width)), [r, g, b] = d.slice(i, i + 3); return r > 128 && g < 128 && b < 128 ? 'red' : r < 128 && g < 128 && b < 128 ? 'black' : 'other'; };
            return [c.width > c.height ? 'wide' : 'high', at(.1, .1), at(.9, .1), at(.1, .9), at(.9, .9), at(.5, .5)].join(' ');
        }
        """;

    [Theory]
    [InlineData("no trailer", "Tệp PDF này bị hỏng")]
    [InlineData("other content", "Tệp PDF này bị hỏng")]
    [InlineData("password", "có mật khẩu")]
    [InlineData("pixel flood", "Ảnh 100.000 × 100.000 điểm (10.000 triệu điểm), vượt mức 40 triệu")]
    [InlineData("half a picture", "Ảnh này bị hỏng")]
    public async Task A_file_that_cannot_be_drawn_says_why(string what, string text)
    {
        byte[] file = what switch
        {
            "no trailer" => [.. "%PDF-1.7\n"u8, .. new byte[300]],
            "other content" => [.. "Xin chào"u8],
            "password" => PreviewFiles.Pdf([PreviewFiles.Line("x")], trailer: $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <{new string('A', 64)}> /U <{new string('B', 64)}> >> /ID [<00> <00>]"),
            "pixel flood" => PreviewFiles.PngHeader(100_000, 100_000),
            _ => PreviewFiles.PngHeader(10, 10),
        };
        await using var officer = await OpenAsync();
        var page = officer.Page;
        await page.EvaluateAsync("() => { const own = window.createImageBitmap; window.decoded = 0; window.createImageBitmap = (...a) => { window.decoded++; return own(...a); }; }");
        await PreviewFiles.ServeAsync(page, file);
        await PreviewTests.PressOpenAsync(page);
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync(text);
        await Assertions.Expect(page.Locator(Note).GetByRole(AriaRole.Link, new() { Name = "Tải xuống" })).ToBeVisibleAsync();
        Assert.Equal(what == "half a picture" ? 1 : 0, await page.EvaluateAsync<int>("() => window.decoded"));
        Assert.Equal(0, await page.Locator(".pv canvas").CountAsync());
        await officer.NoBarrierAsync(what);
        Assert.Empty(officer.Complaints);
    }

    [Theory]
    [InlineData(503, "Máy chủ chưa đọc được tệp này", true)]
    [InlineData(404, "không còn được xem", false)]
    [InlineData(401, "Phiên đăng nhập đã hết", false)]
    [InlineData(0, "mất kết nối", true)]
    public async Task A_file_out_of_reach_says_so_and_is_tried_again_where_that_may_help(int status, string text, bool again)
    {
        await using var officer = await OpenAsync();
        var page = officer.Page;
        await page.RouteAsync(PreviewFiles.Address(), route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status }));
        await PreviewTests.PressOpenAsync(page);
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync(text);
        var retry = page.Locator(Note).GetByRole(AriaRole.Button, new() { Name = "Thử lại" });
        await Assertions.Expect(retry).ToHaveCountAsync(again ? 1 : 0);
        if (again)
        {
            await page.UnrouteAllAsync();
            await PreviewFiles.ServeAsync(page, Good);
            await retry.ClickAsync();
            await PreviewTests.DrawnAsync(page, "1/1 0");
        }
    }

    [Fact]
    public async Task A_line_cut_between_two_pages_is_told_and_the_page_comes_when_it_is_tried_again()
    {
        var file = PreviewFiles.Pdf([.. Enumerable.Range(1, 6).Select(n => PreviewFiles.Line($"Page {n}") + "\n%" + new string('x', 200_000))]);
        await using var officer = await OpenAsync();
        var page = officer.Page;
        await PreviewFiles.ServeAsync(page, file);
        await PreviewTests.PressOpenAsync(page);
        await PreviewTests.DrawnAsync(page, "1/6 0");
        await page.UnrouteAllAsync();
        await page.RouteAsync(PreviewFiles.Address(), route => route.AbortAsync());
        await page.GetByLabel("Trang số").FillAsync("4");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator(Note)).ToContainTextAsync("mất kết nối");
        await page.UnrouteAllAsync();
        await PreviewFiles.ServeAsync(page, file);
        await page.Locator(Note).GetByRole(AriaRole.Button, new() { Name = "Thử lại" }).ClickAsync();
        await PreviewTests.DrawnAsync(page, "4/6 0");
        await Assertions.Expect(page.Locator(".pv-text")).ToHaveTextAsync("Page 4");
    }

    [Fact]
    public async Task Only_the_page_that_is_looked_at_is_loaded()
    {
        var file = PreviewFiles.Pdf([.. Enumerable.Range(1, 40).Select(n => PreviewFiles.Line($"Page {n}") + "\n%" + new string('x', 200_000))]);
        await using var officer = await OpenAsync();
        var asked = await PreviewFiles.ServeAsync(officer.Page, file);
        await PreviewTests.PressOpenAsync(officer.Page);
        await PreviewTests.DrawnAsync(officer.Page, "1/40 0");
        var first = asked.Sum();
        Assert.InRange(first, 200_000, file.Length / 8);
        await officer.Page.Keyboard.PressAsync("PageDown");
        await PreviewTests.DrawnAsync(officer.Page, "2/40 0");
        Assert.InRange(asked.Sum() - first, 1, 300_000);

        var before = asked.Count;
        foreach (var turn in new[] { 90, 180, 270, 0 })
        {
            await officer.Page.Keyboard.PressAsync("r");
            await PreviewTests.DrawnAsync(officer.Page, $"2/40 {turn}");
        }

        Assert.Equal(before, asked.Count); // nothing is loaded behind the reader's back
    }

    [Theory]
    [InlineData("CCITT", true)]
    [InlineData("JBIG2", true)]
    [InlineData("JPEG 2000", true)]
    [InlineData("CCITT", false)]
    [InlineData("JBIG2", false)]
    [InlineData("JPEG 2000", false)]
    public async Task A_scan_is_drawn_with_WebAssembly_and_where_an_office_forbids_it(string coding, bool allowed)
    {
        await using var officer = await OpenAsync();
        var page = officer.Page;
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(new Uri(request.Url).AbsolutePath);
        if (!allowed)
        {
            await page.RouteAsync("**/pdf.worker*.mjs", async route =>
            {
                var response = await route.FetchAsync();
                var headers = response.Headers.ToDictionary(h => h.Key, h => h.Key == "content-security-policy" ? h.Value.Replace("'wasm-unsafe-eval'", "", StringComparison.Ordinal) : h.Value);
                await route.FulfillAsync(new() { Response = response, Headers = headers });
            });
        }

        await PreviewFiles.ServeAsync(page, PreviewFiles.Scan(coding));
        await PreviewTests.PressOpenAsync(page);
        await PreviewTests.DrawnAsync(page, "1/1 0");
        Assert.Equal("high other other other other black", await page.EvaluateAsync<string>(Corners));
        Assert.Equal("", await page.Locator(".pv-note").InnerTextAsync());
        Assert.Contains(asked, a => a.EndsWith(coding == "JPEG 2000" ? "openjpeg.wasm" : "jbig2.wasm", StringComparison.Ordinal));
        Assert.Equal(!allowed && coding == "JPEG 2000", asked.Exists(a => a.Contains("nowasm", StringComparison.Ordinal)));
        if (allowed)
        {
            Assert.Empty(officer.Complaints); // the policy of the one script is enough
        }
    }

    [Fact]
    public async Task A_page_with_nothing_on_it_says_so()
    {
        await using var officer = await OpenAsync();
        await PreviewFiles.ServeAsync(officer.Page, PreviewFiles.Pdf([""]));
        await PreviewTests.PressOpenAsync(officer.Page);
        await PreviewTests.DrawnAsync(officer.Page, "1/1 0");
        await Assertions.Expect(officer.Page.Locator(".pv-note")).ToContainTextAsync("Trang này trống hoặc không vẽ được");
    }

    [Fact]
    public async Task WebAssembly_is_allowed_to_the_decoder_and_to_no_page()
    {
        var portal = await browsers.PortalAsync();
        using var http = new HttpClient { BaseAddress = portal.Address };
        foreach (var (path, allowed) in new[] { ("/lib/pdfjs/pdf.worker.min.mjs", true), ("/lib/pdfjs/pdf.min.mjs", false), ("/lib/js/preview.js", false), ("/dang-nhap", false) })
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(200, (int)answer.StatusCode);
            var policy = string.Join(' ', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Equal(allowed, policy.Contains("wasm-unsafe-eval", StringComparison.Ordinal));
            Assert.DoesNotContain("'unsafe-eval'", policy, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1, false, "wide red black other other other")]
    [InlineData(6, false, "high other red other black other")]
    [InlineData(6, true, "high red black other other other")]
    public async Task A_picture_stands_as_the_camera_was_held(byte orientation, bool mutant, string seen)
    {
        await using var officer = await OpenAsync(mutant ? v => v.MutateAsync("preview-file", "imageOrientation: 'from-image'", "imageOrientation: 'flipY'") : null);
        var page = officer.Page;
        var plain = Convert.FromBase64String(await page.EvaluateAsync<string>("""
            () => {
                const c = Object.assign(document.createElement('canvas'), { width: 300, height: 200 }), pen = c.getContext('2d');
                pen.fillStyle = '#fff'; pen.fillRect(0, 0, 300, 200);
                pen.fillStyle = '#f00'; pen.fillRect(0, 0, 100, 66);
                pen.fillStyle = '#000'; pen.fillRect(200, 0, 100, 66);
                return c.toDataURL('image/jpeg', .9).split(',')[1];
            }
            """));
        await PreviewFiles.ServeAsync(page, PreviewFiles.Held(plain, orientation));
        await PreviewTests.PressOpenAsync(page);
        await PreviewTests.DrawnAsync(page, "1/1 0");
        var drawn = await page.EvaluateAsync<string>(Corners);
        if (mutant)
        {
            Assert.NotEqual("high other red other black other", drawn);
            return;
        }

        Assert.Equal(seen, drawn);
        await page.Keyboard.PressAsync("r");
        await PreviewTests.DrawnAsync(page, "1/1 90");
        Assert.Equal(orientation == 1 ? "high other red other black other" : "wide other other black red other", await page.EvaluateAsync<string>(Corners));
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task Nothing_in_a_pdf_runs_and_nothing_in_it_can_be_clicked()
    {
        const string Run = "window.ran = 1; app.alert('x');";
        var file = PreviewFiles.Pdf([PreviewFiles.Line("Bait")],
            catalog: $"/OpenAction << /S /JavaScript /JS ({Run}) >> /Names << /JavaScript << /Names [(a) << /S /JavaScript /JS ({Run}) >>] >> >>",
            page: $"/AA << /O << /S /JavaScript /JS ({Run}) >> >> /Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (http://example.org/bait) >> >> << /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /JavaScript /JS ({Run}) >> >> ]");
        await using var officer = await OpenAsync();
        var page = officer.Page;
        await PreviewFiles.ServeAsync(page, file);
        await PreviewTests.PressOpenAsync(page);
        await PreviewTests.DrawnAsync(page, "1/1 0");
        await page.Locator(".pv-sheet canvas").ClickAsync();
        Assert.EndsWith(Form, page.Url, StringComparison.Ordinal);
        Assert.False(await page.EvaluateAsync<bool>("() => 'ran' in window"));
        Assert.Equal(0, await page.Locator(".pv :is(iframe, object, embed, img, form), .pv a:not([download])").CountAsync());
        Assert.Empty(officer.Complaints);
    }

    private async Task<Visitor> OpenAsync(Func<Visitor, Task>? before = null)
    {
        var portal = await browsers.PortalAsync();
        var visitor = await browsers.SignedInAsync(portal.Address, "21112.canbo");
        if (before is not null)
        {
            await before(visitor);
        }

        await visitor.GoAsync(Form);
        return visitor;
    }
}
