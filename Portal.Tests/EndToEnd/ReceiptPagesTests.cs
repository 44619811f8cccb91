using Microsoft.Playwright;
using static Portal.Tests.EndToEnd.Presses;

namespace Portal.Tests.EndToEnd;

/// <summary>The receipt: on paper, and held against what is stored now.</summary>
public sealed class ReceiptPagesTests(Browsers browsers)
{
    private const string Unit = "p-vhtt";

    [Fact]
    public async Task Receipt_prints_alone_and_its_verification_names_the_file_that_was_changed_on_the_disk()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var head = await browsers.SignedInAsync(portal.Address, $"{Unit}.thutruong");
        var page = head.Page;
        await head.GoAsync($"{Report(Unit)}/bien-nhan/1");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var hidden in new[] { page.GetByRole(AriaRole.Navigation).First, page.GetByRole(AriaRole.Button, new() { Name = "In biên nhận" }), page.GetByText("Về báo cáo của đơn vị") })
        {
            await Assertions.Expect(hidden).ToBeHiddenAsync();
        }

        await Assertions.Expect(page.GetByText("Số biên nhận")).ToBeVisibleAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra lại" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Khớp: đã tính lại")).ToBeVisibleAsync();

        var row = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.Locator("code.sha"), HasText = ".pdf" }).First;
        var name = (await row.Locator("td").First.InnerTextAsync()).Split(" (")[0].Trim();
        var hash = await row.Locator("code.sha").InnerTextAsync();
        var file = Directory.EnumerateFiles(portal.DataFolder, hash, SearchOption.AllDirectories).Single();
        await using (var bytes = new FileStream(file, FileMode.Open, FileAccess.ReadWrite))
        {
            bytes.Seek(100, SeekOrigin.Begin);
            bytes.WriteByte((byte)'!');
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Kiểm tra lại" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Không khớp ở")).ToBeVisibleAsync();
        var found = page.GetByRole(AriaRole.Row).Filter(new() { HasText = "khác với lúc gửi" });
        await Assertions.Expect(found.First).ToContainTextAsync(name);
        Assert.All(await found.AllInnerTextsAsync(), t => Assert.Contains(name, t, StringComparison.Ordinal));
        await head.NoBarrierAsync("A receipt that does not hold");
        Assert.Empty(head.Complaints);
    }
}
