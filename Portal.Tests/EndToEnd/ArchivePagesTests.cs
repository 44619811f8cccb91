using System.IO.Compression;
using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.EndToEnd;

/// <summary>Evidence taken out by the people who may, and a document that a reviewer restricts while somebody looks.</summary>
public sealed class ArchivePagesTests(Browsers browsers)
{
    private const string Unit = "21055", Plan = "ke-hoach-cong-tac-tre-em-21055.pdf";
    private const string Report = $"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{Unit}", Review = $"/tiep-nhan?yeu-cau=BS-2024-TREEM-HDND&don-vi={Unit}&noi-dung=XA-01";
    private const string RegisterName = "Danh mục văn bản minh chứng.xlsx";

    [Fact]
    public async Task Coordinator_and_unit_take_the_evidence_out_and_every_hash_is_the_registers()
    {
        var portal = await browsers.PortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, TestPortal.Coordinator);
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");

        await coordinator.GoAsync("/tong-quan");
        var all = await TakeAsync(coordinator.Page, "Minh chứng BS-2024-TREEM-HDND.zip");
        await coordinator.GoAsync(Review);
        var item = await TakeAsync(coordinator.Page, $"Minh chứng BS-2024-TREEM-HDND {Unit} XA-01.zip");
        await officer.GoAsync(Report);
        var own = await TakeAsync(officer.Page, $"Minh chứng BS-2024-TREEM-HDND {Unit}.zip");

        Assert.True(all.Count > own.Count && own.Count >= item.Count && item.Count > 0);
        Assert.Contains(item, f => f.EndsWith($"/001 {Plan}", StringComparison.Ordinal));
        Assert.All(own, f => Assert.StartsWith($"{Unit} Bình Nguyên/XA-0", f, StringComparison.Ordinal));
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(officer.Complaints);
    }

    [Fact]
    public async Task Coordinator_takes_everything_of_the_request_out_and_every_sum_is_right()
    {
        var portal = await browsers.PortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, TestPortal.Coordinator);
        await coordinator.GoAsync("/yeu-cau/BS-2024-TREEM-HDND");
        var download = await coordinator.Page.RunAndWaitForDownloadAsync(() => coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Toàn bộ hồ sơ của yêu cầu (.zip)" }).ClickAsync());
        Assert.Null(await download.FailureAsync());
        using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        var sums = System.Text.Encoding.UTF8.GetString(Bytes(zip.GetEntry("SHA256SUMS")!)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("  ", 2)).ToDictionary(l => l[1], l => l[0]);
        Assert.True(sums.Count > 10);
        Assert.Equal(zip.Entries.Where(e => e.Name != "SHA256SUMS").ToDictionary(e => e.FullName, e => TestPortal.Hash(Bytes(e))).OrderBy(e => e.Key, StringComparer.Ordinal), sums.OrderBy(e => e.Key, StringComparer.Ordinal));
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task Document_that_a_reviewer_restricts_is_gone_from_the_observers_open_page()
    {
        var portal = await browsers.PortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, TestPortal.Coordinator);
        await using var observer = await browsers.SignedInAsync(portal.Address, "quansat");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await observer.GoAsync($"{Report}/noi-dung/XA-01");
        await observer.CircuitAsync();
        var seen = observer.Page.GetByRole(AriaRole.Link, new() { Name = Plan });
        await Assertions.Expect(seen).ToBeVisibleAsync();

        await coordinator.GoAsync(Review);
        await coordinator.CircuitAsync();
        var document = coordinator.Page.GetByRole(AriaRole.Article).Filter(new() { HasText = Plan });
        await document.GetByRole(AriaRole.Button, new() { Name = "Hạn chế người xem" }).ClickAsync();
        await Assertions.Expect(document.GetByText("Chỉ đơn vị, cơ quan đầu mối và lãnh đạo UBND xem được.")).ToBeVisibleAsync();
        await Assertions.Expect(seen).ToHaveCountAsync(0);
        await observer.GoAsync(Report);
        await Assertions.Expect(observer.Page.GetByText(Plan)).ToHaveCountAsync(0);
        await officer.GoAsync($"{Report}/noi-dung/XA-01");
        await Assertions.Expect(officer.Page.GetByText("Cơ quan đầu mối đã hạn chế người xem văn bản này; đơn vị không bỏ được.")).ToBeVisibleAsync();

        await document.GetByRole(AriaRole.Button, new() { Name = "Bỏ hạn chế" }).ClickAsync();
        await Assertions.Expect(document.GetByRole(AriaRole.Button, new() { Name = "Hạn chế người xem" })).ToBeVisibleAsync();
        await observer.GoAsync($"{Report}/noi-dung/XA-01");
        await Assertions.Expect(seen).ToBeVisibleAsync();
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(observer.Complaints);
    }

    /// <summary>Presses the link, unpacks, compares each file's hash with its row in the register.</summary>
    private static async Task<IReadOnlyList<string>> TakeAsync(IPage page, string name)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Tải tất cả minh chứng (.zip)" }).ClickAsync());
        Assert.Null(await download.FailureAsync());
        Assert.Equal(name, download.SuggestedFilename);
        using var zip = await ZipFile.OpenReadAsync(await download.PathAsync());
        var files = zip.Entries.Where(e => e.Name != RegisterName).ToDictionary(e => e.FullName, e => TestPortal.Hash(Bytes(e)));
        var rows = ReadRegister.Rows(Bytes(zip.Entries[^1])).Skip(1).SelectMany(r => r[9].Split('\n').Select(place => (Place: place, Hash: r[11]))).ToDictionary(r => r.Place, r => r.Hash);
        Assert.Equal(files.OrderBy(f => f.Key, StringComparer.Ordinal), rows.OrderBy(f => f.Key, StringComparer.Ordinal));
        return [.. files.Keys];
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
