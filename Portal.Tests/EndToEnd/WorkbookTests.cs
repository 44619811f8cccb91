using System.Diagnostics;
using Microsoft.Playwright;
using Portal.Tests.Features.Workbook;

namespace Portal.Tests.EndToEnd;

/// <summary>An official fills in the workbook, on a machine with an office program, and brings it back.</summary>
public sealed class WorkbookTests(Browsers browsers)
{
    private const string Report = "/yeu-cau/BS-2024-TREEM-HDND/don-vi/21070", Area = "Diện tích đất đã quy hoạch", Count = "Tổng số thôn, tổ dân phố";

    [Fact]
    public async Task A_filled_workbook_is_looked_at_and_then_stands_on_the_item()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21070.canbo");
        var page = visitor.Page;
        await visitor.GoAsync("/viec-can-lam");
        var book = new Filled(await DownloadAsync(page, () => page.GetByRole(AriaRole.Link, new() { Name = "Biểu mẫu Excel của đơn vị" }).ClickAsync()));
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập từ Excel hoặc báo cáo lần trước" }).ClickAsync();

        await ChooseAsync(page, "ghi-chu.xlsx", [1, 2, 3]);
        await Assertions.Expect(page.GetByText("Tệp “ghi-chu.xlsx” không phải tệp Excel .xlsx.")).ToBeVisibleAsync();

        book.Type("XA-04", book.At("XA-04", Area), "4.200,5").Type("XA-04", book.At("XA-04", Count), "1.5").Formula("XA-05", book.At("XA-05", "Giải pháp khắc phục"), "A1", "x");
        await ChooseAsync(page, "bieu-mau.xlsx", book.Bytes);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sẽ thay đổi (1)" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = $"XA-04: {Area}" })).ToContainTextAsync("4.200,5");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = $"XA-04, ô {book.At("XA-04", Count)}" })).ToContainTextAsync("Số “1.5” chưa rõ");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = $"XA-05, ô {book.At("XA-05", "Giải pháp khắc phục")}" })).ToContainTextAsync("công thức");

        await visitor.CircuitAsync();
        var import = page.GetByRole(AriaRole.Button, new() { Name = "Nhập 1 ô" });
        await page.GetByLabel($"XA-04: {Area}").UncheckAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Nhập 0 ô" })).ToBeDisabledAsync();
        await page.GetByLabel($"XA-04: {Area}").CheckAsync();
        await import.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Đã nhập 1 ô lúc")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "XA-04 · " }).ClickAsync();
        await Assertions.Expect(page.GetByLabel(Area)).ToHaveValueAsync("4.200,5");
        Assert.All(visitor.Complaints, c => Assert.Contains("422", c, StringComparison.Ordinal)); // the browser itself tells of the refused file
    }

    [Fact]
    public async Task What_another_office_program_saved_comes_back_as_it_went()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21067.canbo");
        await visitor.GoAsync($"{Report.Replace("21070", "21067", StringComparison.Ordinal)}/nhap-excel");
        var page = visitor.Page;
        var folder = Directory.CreateTempSubdirectory("portal-");
        try
        {
            var original = Path.Combine(folder.FullName, "bieu-mau.xlsx");
            await File.WriteAllBytesAsync(original, await DownloadAsync(page, () => page.GetByRole(AriaRole.Link, new() { Name = "Tải biểu mẫu Excel" }).ClickAsync()));
            using (var office = Process.Start(new ProcessStartInfo("soffice", ["--headless", $"-env:UserInstallation=file://{folder.FullName}/profile", "--convert-to", "xlsx", "--outdir", Path.Combine(folder.FullName, "saved"), original]) { RedirectStandardOutput = true, RedirectStandardError = true })!)
            {
                await office.WaitForExitAsync();
                Assert.Equal(0, office.ExitCode);
            }

            var saved = await File.ReadAllBytesAsync(Path.Combine(folder.FullName, "saved", "bieu-mau.xlsx"));
            Assert.Equal(Names(await File.ReadAllBytesAsync(original)), Names(saved));
            await ChooseAsync(page, "bieu-mau.xlsx", saved);
            await Assertions.Expect(page.GetByText("Không có ô nào khác với nội dung đang có trên cổng.")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("Không nhập được")).ToHaveCountAsync(0);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static IEnumerable<string> Names(byte[] workbook) => Filled.Read(workbook).Select(s => s.Name);
    }

    private static async Task<byte[]> DownloadAsync(IPage page, Func<Task> press)
    {
        var download = await page.RunAndWaitForDownloadAsync(press);
        Assert.Null(await download.FailureAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static Task ChooseAsync(IPage page, string name, byte[] bytes) => page.GetByLabel("Chọn tệp Excel").SetInputFilesAsync(new FilePayload
    {
        Name = name,
        MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Buffer = bytes,
    });
}
