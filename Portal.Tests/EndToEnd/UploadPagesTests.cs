using System.Security.Cryptography;
using Microsoft.Playwright;
using Portal.Demo;
using Portal.Tests.Platform.Files;

namespace Portal.Tests.EndToEnd;

/// <summary>A scan on its way over a bad line, with the unchanged tus-js-client in a real browser: cut, refreshed, restarted, killed, paused, called back. Beside the cuts stand mutants in which the file does not arrive.</summary>
public sealed class UploadPagesTests(Browsers browsers)
{
    private const string Name = "Quyết định giao đất.pdf";
    private const int Megabyte = 1024 * 1024;

    /// <summary>When this machine last wrote about the one file that it keeps; null when it keeps none.</summary>
    private const string KeptAt = "await new Promise(yes => { const q = indexedDB.open('portal'); q.onsuccess = () => { const t = q.result.transaction(['files', 'bytes']), heads = t.objectStore('files').getAll(), bodies = t.objectStore('bytes').count(); t.oncomplete = () => { q.result.close(); yes(bodies.result ? heads.result[0].at : null); }; }; })";

    [Theory]
    [InlineData(20, false)]
    [InlineData(1, true)]
    public async Task A_scan_arrives_whole_although_the_line_breaks_twenty_times_and_the_server_is_killed(int cuts, bool mutant)
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, "21046.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("uploads", "const DELAYS = [0, 1000, 2000, 4000, ...Array(5000).fill(AGAIN)];", "const DELAYS = [];"); // never tries again
        }

        await visitor.GoAsync(Item("21046"));
        var (scan, random, stored) = (Scan(18 * Megabyte), new Random(20240703), StoredIn(portal));
        var broken = line.BreakAfterAsync(random.Next(1, 600_000));
        await ChooseAsync(visitor.Page, scan);
        for (var cut = 1; cut <= cuts; cut++)
        {
            await broken;
            if (mutant)
            {
                await visitor.Page.Locator("[data-uploads] [data-state=failed]").WaitForAsync();
                return;
            }

            if (cut == cuts / 2)
            {
                await portal.KillAsync();
                await portal.RunAsync();
            }

            broken = line.MendForAsync(cut < cuts ? random.Next(60_000, 800_000) : long.MaxValue);
            Assert.Equal(0, await visitor.Page.Locator("[data-document]:not([data-mine])").CountAsync()); // no half file is a document
            Assert.Equal(stored, StoredIn(portal));
        }

        await ArrivedAsync(visitor.Page, scan);
        Assert.Equal(stored.Order().Append(Sha256(scan)).Order(), StoredIn(portal).Order());
    }

    [Theory]
    [InlineData("21043", false, null, null)]
    [InlineData("21049", true, null, null)]
    [InlineData("21052", false, "job.kept = kept.keep(job)", "job.kept = Promise.resolve()")] // keeps no file
    [InlineData("21058", true, "job.kept = kept.keep(job)", "job.kept = Promise.resolve()")]
    public async Task A_refreshed_or_killed_tab_goes_on_with_its_file_and_with_what_was_typed_about_it(string unit, bool killed, string? from, string? to)
    {
        var portal = await browsers.PortalAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, $"{unit}.canbo");
        if (from is not null)
        {
            await visitor.MutateAsync("uploads", from, to!);
        }

        await visitor.GoAsync(Item(unit));
        var scan = Scan(6 * Megabyte);
        var broken = line.BreakAfterAsync(5 * Megabyte);
        await ChooseAsync(visitor.Page, scan);
        await broken;
        await visitor.Page.Locator("[data-uploads] [data-state=offline]").WaitForAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-uploads]")).ToContainTextAsync("tự tải tiếp từ chỗ dừng");
        await UntilAsync(visitor.Page, from is not null, $"window.keptAt = {KeptAt}");
        await visitor.Page.Locator("[data-uploads] [data-doc-field=summary]").FillAsync("Bản quét quyết định");
        await UntilAsync(visitor.Page, from is not null, $"{KeptAt} > window.keptAt");
        var sent = new List<string>();
        if (killed)
        {
            await visitor.KillTabAsync();
        }

        line.Mend();
        visitor.Page.Request += (_, request) => { if (request.Method == "PATCH" && request.Url.Contains("/tai-len/", StringComparison.Ordinal)) { sent.Add(request.Headers["upload-offset"]); } };
        await visitor.GoAsync(Item(unit));
        if (from is not null)
        {
            await Assertions.Expect(visitor.Page.Locator("[data-uploads] li")).ToHaveCountAsync(0);
            return;
        }

        await ArrivedAsync(visitor.Page, scan);
        Assert.NotEqual("0", sent[0]); // from where it stopped
        await Assertions.Expect(visitor.Page.Locator("[data-document] [data-doc-field=summary]").First).ToHaveValueAsync("Bản quét quyết định");
        await UntilAsync(visitor.Page, false, $"!({KeptAt})"); // nothing of it stays on the machine
    }

    [Fact]
    public async Task On_plain_http_the_same_file_chosen_again_goes_on_where_it_stopped()
    {
        var portal = await browsers.PortalAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.VisitorAsync(new Uri($"http://{Browsers.PlainHost}:{line.Address.Port}"));
        await visitor.SignInAsync("21061.canbo");
        await visitor.GoAsync(Item("21061"));
        var path = Path.Combine(Directory.CreateTempSubdirectory("portal-").FullName, Name);
        var scan = Scan(6 * Megabyte);
        await File.WriteAllBytesAsync(path, scan, TestContext.Current.CancellationToken);
        var broken = line.BreakAfterAsync(5 * Megabyte);
        await visitor.Page.Locator("input[type=file]").First.SetInputFilesAsync(path);
        await broken;
        await visitor.Page.Locator("[data-uploads] [data-state=offline]").WaitForAsync();
        visitor.Page.Dialog += (_, dialog) => dialog.AcceptAsync(); // the page asks before it is left: nothing is kept here
        line.Mend();
        await visitor.GoAsync(Item("21061"));
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] li")).ToHaveCountAsync(0);
        var sent = new List<string>();
        visitor.Page.Request += (_, request) => { if (request.Method == "PATCH" && request.Url.Contains("/tai-len/", StringComparison.Ordinal)) { sent.Add(request.Headers["upload-offset"]); } };
        await visitor.Page.Locator("input[type=file]").First.SetInputFilesAsync(path);
        await ArrivedAsync(visitor.Page, scan);
        Assert.NotEqual("0", sent[0]);
        Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
    }

    [Fact]
    public async Task A_paused_file_waits_goes_on_at_a_press_and_a_dropped_one_leaves_nothing()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, "21064.canbo");
        await visitor.GoAsync(Item("21064"));
        var scan = Scan(9 * Megabyte);
        var broken = line.BreakAfterAsync(5 * Megabyte);
        await ChooseAsync(visitor.Page, scan);
        await broken;
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tạm dừng" }).PressAsync("Enter");
        line.Mend();
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] small")).ToContainTextAsync("Đã tạm dừng ở");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Tải tiếp" })).ToBeFocusedAsync();
        await visitor.Page.Keyboard.PressAsync("Enter");
        await ArrivedAsync(visitor.Page, scan);

        broken = line.BreakAfterAsync(5 * Megabyte);
        await ChooseAsync(visitor.Page, Scan(8 * Megabyte));
        await broken;
        line.Mend();
        await visitor.Page.Locator("[data-uploads] li").WaitForAsync();
        var called = visitor.Page.WaitForResponseAsync(r => r.Request.Method == "DELETE");
        await visitor.Page.Locator("[data-uploads] [data-drop-row]").ClickAsync();
        Assert.Equal(204, (await called).Status);
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] li")).ToHaveCountAsync(0);
        Assert.Single(Directory.GetFiles(Path.Combine(portal.DataFolder, "uploads"), "*", SearchOption.AllDirectories)); // the note of the first, which arrived
    }

    [Fact]
    public async Task A_signed_out_person_is_told_and_his_file_goes_on_after_he_has_signed_in_again()
    {
        var portal = await browsers.PortalAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, "21070.canbo");
        await visitor.GoAsync(Item("21070"));
        var scan = Scan(6 * Megabyte);
        var broken = line.BreakAfterAsync(5 * Megabyte);
        await ChooseAsync(visitor.Page, scan);
        await broken;
        await visitor.ForgetSessionAsync();
        line.Mend();
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] [data-error]").First).ToContainTextAsync("Phiên đăng nhập đã hết", new() { Timeout = 30_000 });
        await visitor.SignInBesideAsync("21070.canbo");
        await visitor.GoAsync(Item("21070"));
        await ArrivedAsync(visitor.Page, scan);
    }

    [Fact]
    public async Task A_file_that_has_not_arrived_stands_among_the_drafts_is_asked_about_at_signing_out_and_can_be_erased()
    {
        var portal = await browsers.PortalAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, "21103.canbo");
        await visitor.GoAsync(Item("21103"));
        var broken = line.BreakAfterAsync(2 * Megabyte);
        await ChooseAsync(visitor.Page, Scan(6 * Megabyte));
        await broken;
        await UntilAsync(visitor.Page, false, KeptAt);
        line.Mend();
        await visitor.GoAsync("/ban-nhap");
        await Assertions.Expect(visitor.Page.Locator("[data-drafts-list] li")).ToContainTextAsync($"Bố trí quỹ đất, thiết chế văn hóa, thể thao · {Name}");
        await Assertions.Expect(visitor.Page.Locator("[data-drafts-list] li")).ToContainTextAsync("Tệp 6 MB chưa tải lên hết.");
        await visitor.Page.GetByText("Cán bộ").First.ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Ở lại để gửi" }).ClickAsync();
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Xóa khỏi máy này" }).ClickAsync();
        await UntilAsync(visitor.Page, false, $"!({KeptAt})");
        await Assertions.Expect(visitor.Page.Locator("[data-drafts-list] li")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Five_files_dropped_and_one_pasted_each_arrive_and_a_bad_one_says_why()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21073.canbo");
        await visitor.GoAsync(Item("21073"));
        await visitor.Page.EvaluateAsync("""
            texts => {
                const bag = new DataTransfer(), panel = document.querySelector('[data-evidence][data-texts]');
                texts.forEach((text, k) => bag.items.add(new File([text], `ke-hoach-${k + 1}.pdf`, { type: 'application/pdf' })));
                panel.dispatchEvent(new DragEvent('drop', { dataTransfer: bag, bubbles: true, cancelable: true }));
                const shot = new DataTransfer();
                shot.items.add(new File([texts[0] + 'x'.repeat(10)], 'dan.pdf', { type: 'application/pdf' }));
                document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: shot, bubbles: true, cancelable: true }));
            }
            """, Enumerable.Range(1, 4).Select(n => System.Text.Encoding.ASCII.GetString(Made.Pdf(n))).Append("MZ a program"));
        await Assertions.Expect(visitor.Page.Locator("[data-document]:not([data-mine])")).ToHaveCountAsync(5);
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] li")).ToHaveCountAsync(1);
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] [data-error]").First).ToContainTextAsync("Tệp “ke-hoach-5.pdf” không phải tệp PDF (nội dung là tệp chương trình).");
        await visitor.NoBarrierAsync("uploads");
    }

    [Fact]
    public async Task What_the_first_page_says_is_offered_and_filled_in_only_at_a_press()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21079.canbo");
        await visitor.GoAsync(Item("21079"));
        await ChooseAsync(visitor.Page, SamplePdf.Write("x", ["Số: 12/KH-UBND", "Bình Thạnh, ngày 18 tháng 3 năm 2024", "", "KẾ HOẠCH", "Triển khai Tháng hành động vì trẻ em"]));
        var row = visitor.Page.Locator("[data-document]:not([data-mine])");
        var offered = row.GetByRole(AriaRole.Group, new() { Name = "Đọc được ở trang đầu, chưa điền" });
        await Assertions.Expect(offered.Locator("[data-use]")).ToHaveTextAsync(["Số, ký hiệu: 12/KH-UBND", "Ngày ban hành: 18/3/2024", "Trích yếu: Kế hoạch Triển khai Tháng hành động vì trẻ em"]);
        await Assertions.Expect(row.GetByLabel("Số, ký hiệu", new() { Exact = true })).ToHaveValueAsync("");
        await visitor.NoBarrierAsync("proposal");

        await offered.GetByRole(AriaRole.Button, new() { Name = "Ngày ban hành" }).PressAsync("Enter");
        await Assertions.Expect(row.GetByLabel("Ngày ban hành")).ToHaveValueAsync("18/3/2024");
        await Assertions.Expect(offered.Locator("[data-use]")).ToHaveCountAsync(2); // what the field says now is offered no more
        await Assertions.Expect(row.GetByLabel("Số, ký hiệu", new() { Exact = true })).ToHaveValueAsync("");
        await offered.GetByRole(AriaRole.Button, new() { Name = "Dùng tất cả" }).ClickAsync();
        await Assertions.Expect(offered).ToHaveCountAsync(0);
        await row.GetByLabel("Cơ quan ban hành").FillAsync("UBND xã Bình Thạnh");
        await row.GetByLabel("Cơ quan ban hành").BlurAsync();
        await Assertions.Expect(row).ToContainTextAsync("Đủ thông tin");
    }

    [Fact]
    public async Task A_secrecy_stamp_is_asked_about_before_anything_is_kept()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21082.canbo");
        await visitor.GoAsync(Item("21082"));
        var stored = StoredIn(portal);
        var stamped = SamplePdf.Write("x", ["UBND XÃ BÌNH THẠNH            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 12/BC-UBND", "", "MẬT"]);
        await ChooseAsync(visitor.Page, stamped);
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] [data-error]").First).ToContainTextAsync("có dòng “MẬT”. Văn bản có dấu chỉ độ mật không được đưa lên hệ thống này.");
        Assert.Equal(stored, StoredIn(portal));
        await visitor.Page.Locator("[data-uploads] [data-drop-row]").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[data-uploads] li")).ToHaveCountAsync(0);
        await ChooseAsync(visitor.Page, stamped);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Không phải dấu độ mật, tải lên" }).ClickAsync();
        await ArrivedAsync(visitor.Page, stamped);
    }

    private static async Task ArrivedAsync(IPage page, byte[] scan)
    {
        var document = page.Locator($"[data-document]:not([data-mine])").First;
        await document.WaitForAsync(new() { Timeout = 120_000 });
        var served = await page.EvaluateAsync<string>("async url => { const blob = await (await fetch(url)).blob(), reader = new FileReader(); reader.readAsDataURL(blob); await new Promise(done => { reader.onload = done; }); return reader.result; }", await document.GetAttributeAsync("data-document"));
        Assert.Equal(Sha256(scan), Sha256(Convert.FromBase64String(served[(served.IndexOf(',') + 1)..])));
    }

    /// <summary>Waits within the page until something that takes a promise to know is so; a mutant never gets there.</summary>
    private static Task UntilAsync(IPage page, bool mutant, string so) => mutant ? Task.CompletedTask : page.EvaluateAsync($"async () => {{ while (!({so})) await new Promise(requestAnimationFrame); }}");

    private static Task ChooseAsync(IPage page, byte[] bytes) => page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = Name, MimeType = "application/pdf", Buffer = bytes });

    /// <summary>A PDF of that size whose middle nothing can pack.</summary>
    private static byte[] Scan(int bytes)
    {
        var noise = new byte[bytes];
        new Random(bytes).NextBytes(noise);
        return Made.Join("%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\n"u8.ToArray(), noise, "\nxref\n0 1\ntrailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"u8.ToArray());
    }

    private static string[] StoredIn(PortalProcess portal) => [.. Directory.GetFiles(Path.Combine(portal.DataFolder, "evidence"), "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(f)!)];

    private static string Sha256(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Item(string unit) => $"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}/noi-dung/XA-04";
}
