using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Features.Consolidation;
using Portal.Tests.Platform.Documents;

namespace Portal.Tests.EndToEnd;

/// <summary>The official report in the browser: drafted at one press, composed, put before the leader, approved, sent up.</summary>
public sealed class ConsolidationPagesTests(Browsers browsers)
{
    private const string Address = "/bao-cao-tong-hop/BS-2024-TREEM-HDND";

    [Fact]
    public async Task Report_is_drafted_composed_exported_approved_and_sent_up()
    {
        var portal = await browsers.ConsolidatedPortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi");
        var page = coordinator.Page;
        await coordinator.GoAsync("/bao-cao-tong-hop");
        await coordinator.PictureAsync("bao-cao-bat-dau");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lập dự thảo" }).ClickAsync();
        var outline = page.GetByRole(AriaRole.Navigation, new() { Name = "Dàn ý" });
        await Assertions.Expect(outline.GetByRole(AriaRole.Link)).ToHaveCountAsync(20);
        await coordinator.PictureAsync("bao-cao-phan-dau");

        // A part: its words are typed into the page, its sources stand beside it.
        await outline.GetByRole(AriaRole.Link, new() { Name = "Thực hiện nghiêm Luật Trẻ em" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Article, new() { NameRegex = new("Thực hiện nghiêm") })).ToBeVisibleAsync();
        await coordinator.CircuitAsync();
        var blocks = page.Locator(".paper .block");
        var before = await blocks.CountAsync();
        await page.Locator(".lib").First.FocusAsync();
        await page.Keyboard.PressAsync("c");
        await Assertions.Expect(blocks).ToHaveCountAsync(before + 1);
        var quote = page.GetByRole(AriaRole.Textbox, new() { Name = "Trích lời báo cáo" });
        await quote.FillAsync("Công an huyện đã thực hiện đầy đủ kế hoạch năm 2024.");
        await quote.BlurAsync();
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveAttributeAsync("data-state", "saved");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đưa lên: Trích lời báo cáo" }).ClickAsync();
        await Assertions.Expect(blocks.Nth(before - 1).GetByRole(AriaRole.Textbox, new() { Name = "Trích lời báo cáo" })).ToHaveValueAsync("Công an huyện đã thực hiện đầy đủ kế hoạch năm 2024.");
        await coordinator.PictureAsync("bao-cao-soan");
        await coordinator.NoBarrierAsync("Composer");

        // A second browser at the same block: both texts and a choice, and the first sees what was chosen.
        await using (var beside = await browsers.SignedInAsync(portal.Address, "p-ldtbxh.dieuphoi"))
        {
            await beside.GoAsync(new Uri(page.Url).PathAndQuery);
            var same = beside.Page.GetByRole(AriaRole.Textbox, new() { Name = "Trích lời báo cáo" });
            await beside.Page.Context.RouteAsync("**/o", route => route.Request.Method == "PATCH" ? route.AbortAsync() : route.ContinueAsync()); // a bad line just now
            await same.FillAsync("Bản của máy thứ hai.");
            await beside.Page.Locator("[data-save][data-state=offline]").WaitForAsync();
            await quote.FillAsync("Bản của máy thứ nhất.");
            await quote.BlurAsync();
            await Assertions.Expect(page.Locator("[data-save]")).ToHaveAttributeAsync("data-state", "saved");
            await beside.Page.Context.UnrouteAllAsync();
            var conflict = beside.Page.Locator(".conflict:visible");
            await Assertions.Expect(conflict.GetByText("Bản của máy thứ nhất.")).ToBeVisibleAsync();
            await Assertions.Expect(conflict.GetByText("Bản của máy thứ hai.")).ToBeVisibleAsync();
            await beside.NoBarrierAsync("Two texts in one block");
            await conflict.GetByRole(AriaRole.Button, new() { Name = "Dùng bản của tôi" }).ClickAsync();
            await Assertions.Expect(quote).ToHaveValueAsync("Bản của máy thứ hai.");
        }

        await quote.FillAsync("Công an huyện đã thực hiện đầy đủ kế hoạch năm 2024.");
        await quote.BlurAsync();
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveAttributeAsync("data-state", "saved");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Chỉ tiêu") }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Bảng CA-02" }).ClickAsync();
        await Assertions.Expect(page.Locator(".paper-table")).ToContainTextAsync("Tổng số vụ việc xâm hại trẻ em");

        // What was typed is in the file, and comes back after a reload.
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Trích lời báo cáo" })).ToHaveValueAsync("Công an huyện đã thực hiện đầy đủ kế hoạch năm 2024.");
        await coordinator.CircuitAsync();
        var file = ComposedPortal.Read(await DownloadAsync(page, "Kết xuất (tệp Word)"));
        Assert.Contains("Công an huyện đã thực hiện đầy đủ kế hoạch năm 2024.", file.Paragraphs);

        // Not before somebody has been through what the portal drafted.
        await coordinator.PressAndConfirmAsync("Trình lãnh đạo");
        await Assertions.Expect(page.GetByText(new Regex("Còn \\d+ khối do máy ghép chưa ai xem lại"))).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Đã xem hết") }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Đã xem hết") })).ToHaveCountAsync(0);
        await coordinator.PressAndConfirmAsync("Trình lãnh đạo");
        await Assertions.Expect(page.GetByText("Chờ lãnh đạo duyệt")).ToBeVisibleAsync();

        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await leader.GoAsync(Address);
        await leader.CircuitAsync();
        await leader.PictureAsync("bao-cao-duyet");
        await leader.Page.Locator(".remark-new summary").First.ClickAsync();
        await leader.Page.GetByLabel("Nội dung góp ý").First.FillAsync("Kiểm tra lại trích yếu.");
        await leader.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi góp ý" }).First.ClickAsync();
        await Assertions.Expect(leader.Page.Locator(".remark")).ToContainTextAsync("Kiểm tra lại trích yếu.");
        await leader.PressAndConfirmAsync("Duyệt báo cáo");
        await Assertions.Expect(leader.Page.GetByText("Đã duyệt", new() { Exact = true })).ToBeVisibleAsync();

        // The coordinator's page follows by itself; the sent file is a signed PDF.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Gửi lên cấp trên" })).ToBeVisibleAsync();
        using var certificate = SignedPdf.Rsa("CN=Nguyễn Văn Mẫu, O=UBND huyện Bình Sơn, C=VN");
        await page.GetByLabel(new Regex("^Tệp đã gửi")).SetInputFilesAsync(new FilePayload { Name = "bao-cao-da-ky.pdf", MimeType = "application/pdf", Buffer = SignedPdf.Sign(SignedPdf.Plain, certificate) });
        await Assertions.Expect(page.GetByText("Đã nhận tệp bao-cao-da-ky.pdf")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#gui-len")).ToContainTextAsync("Nguyễn Văn Mẫu");
        await coordinator.CircuitAsync();
        await page.GetByLabel("Số, ký hiệu sau khi ký").FillAsync("125/BC-UBND");
        await page.GetByLabel("Ngày ký").FillAsync("01/7/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi nhận đã gửi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Số 125/BC-UBND, ngày 01/7/2024")).ToBeVisibleAsync();
        await coordinator.PictureAsync("bao-cao-gui");
        Assert.Empty(coordinator.Complaints);
        Assert.Empty(leader.Complaints);
    }

    private static async Task<MemoryStream> DownloadAsync(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        var bytes = new MemoryStream();
        await using var file = await download.CreateReadStreamAsync();
        await file.CopyToAsync(bytes);
        return bytes;
    }
}
