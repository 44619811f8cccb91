using System.Text.RegularExpressions;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal.Tests.EndToEnd.ReviewedPortal))]

namespace Portal.Tests.EndToEnd;

/// <summary>A demonstration of its own, started by the first test that needs it: at the coordinator's desk every test changes what the next one would see; here each works on a unit of its own.</summary>
public sealed class ReviewedPortal : IAsyncDisposable
{
    private readonly Lazy<Task<PortalProcess>> portal = new(() => PortalProcess.StartAsync());

    /// <summary>Where it answers.</summary>
    public async Task<Uri> AddressAsync() => (await portal.Value).Address;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (portal is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        {
            await (await portal.Value).DisposeAsync();
        }
    }
}

/// <summary>The coordinator's desk in the browser: filters and keys, the wrong signer, usual reasons, a return taken back, a reopening.</summary>
public sealed class ReviewDeskTests(Browsers browsers, ReviewedPortal portal)
{
    private const string Desk = "/tiep-nhan", Reports = "/yeu-cau/BS-2024-TREEM-HDND/don-vi/";

    [Fact]
    public async Task Filters_stand_in_the_address_and_keys_work_but_not_while_typing()
    {
        await using var coordinator = await browsers.SignedInAsync(await portal.AddressAsync(), "p-ldtbxh.dieuphoi");
        var page = coordinator.Page;
        await coordinator.GoAsync(At("21055", "XA-01"));
        var filters = page.GetByRole(AriaRole.Navigation, new() { Name = "Lọc hàng đợi" });
        await Assertions.Expect(Filter(page, "Thiếu minh chứng")).ToHaveTextAsync("Thiếu minh chứng0");
        await page.GetByRole(AriaRole.Button, new() { Name = "Không đạt" }).ClickAsync();
        await page.GetByLabel("Lý do không đạt").FillAsync("Văn bản của năm 2022.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi nhận không đạt" }).ClickAsync();
        await Assertions.Expect(Filter(page, "Thiếu minh chứng")).ToHaveTextAsync("Thiếu minh chứng1");
        await Assertions.Expect(page.GetByRole(AriaRole.Tab, new() { Selected = true })).ToBeFocusedAsync(); // the button that was pressed has gone

        // While typing, keys are letters.
        var box = page.GetByLabel("Nội dung trao đổi");
        await box.ClickAsync();
        await page.Keyboard.TypeAsync("tbjk");
        await Assertions.Expect(box).ToHaveValueAsync("tbjk");
        Assert.EndsWith("noi-dung=XA-01", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yêu cầu bổ sung, chỉnh lý" })).ToHaveCountAsync(0);
        await box.FillAsync("Đề nghị gửi lại văn bản của năm 2024.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi trao đổi" }).ClickAsync();
        await Assertions.Expect(Filter(page, "Có trao đổi")).ToHaveTextAsync("Có trao đổi1");

        await Filter(page, "Có trao đổi").ClickAsync();
        await page.WaitForURLAsync("**/tiep-nhan?trang-thai=trao-doi");
        await Assertions.Expect(page.Locator(".qu li")).ToHaveCountAsync(1);
        await Filter(page, "Thiếu minh chứng").ClickAsync();
        await page.WaitForURLAsync("**/tiep-nhan?trang-thai=thieu-minh-chung");
        await Assertions.Expect(page.Locator(".qu li")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator(".qu li")).ToContainTextAsync("XA-01");
        await Assertions.Expect(page.Locator("#item-t")).ToHaveTextAsync("Lãnh đạo, chỉ đạo"); // what the filter shows is open

        // Next and previous keep the filter; an address with it shows a colleague the same.
        await coordinator.GoAsync(At("21055", "XA-02") + "&trang-thai=moi");
        await Assertions.Expect(filters.Locator("[aria-current]")).ToContainTextAsync("Gửi mới");
        await page.Keyboard.PressAsync("j");
        await page.WaitForURLAsync("**noi-dung=XA-03&trang-thai=moi");
        await Assertions.Expect(page.Locator("#item-t")).ToContainTextAsync("Chỉ tiêu về trẻ em");
        await page.Keyboard.PressAsync("k");
        await page.WaitForURLAsync("**noi-dung=XA-02&trang-thai=moi");
        await Assertions.Expect(page.Locator("#item-t")).ToContainTextAsync("Thực hiện Luật Trẻ em");

        // B opens the panel; with it open T does nothing, in its box or beside it.
        await coordinator.GoAsync(At("21055", "COVER") + "&trang-thai=moi");
        await page.Keyboard.PressAsync("b");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yêu cầu bổ sung, chỉnh lý" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("t");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hủy", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Yêu cầu bổ sung, chỉnh lý" })).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".an .st").First).ToHaveTextAsync("Đã gửi");
        await page.Keyboard.PressAsync("t");
        await Assertions.Expect(page.GetByText("Đã tiếp nhận Phần chung của")).ToBeVisibleAsync();
        Assert.EndsWith("&trang-thai=moi", page.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("COVER", page.Url, StringComparison.Ordinal);
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task A_report_signed_by_the_wrong_person_opens_its_cover_alone_and_says_so()
    {
        await using var coordinator = await browsers.SignedInAsync(await portal.AddressAsync(), "p-ldtbxh.dieuphoi");
        await using var officer = await browsers.SignedInAsync(await portal.AddressAsync(), "p-vhtt.canbo");
        await officer.GoAsync("/viec-can-lam");
        await coordinator.GoAsync(At("p-vhtt", "COVER"));
        await coordinator.Page.Keyboard.PressAsync("b");
        await coordinator.Page.GetByLabel("Báo cáo chưa đúng thẩm quyền").CheckAsync();
        await coordinator.Page.GetByLabel("Ghi thêm (không bắt buộc)").FillAsync("Người ký phải là Trưởng phòng.");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Trả lại vì chưa đúng thẩm quyền" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Đã yêu cầu bổ sung Phần chung của")).ToBeVisibleAsync();

        var row = officer.Page.Locator(".tl a", new() { HasText = "Số, ngày, người ký" });
        await Assertions.Expect(row).ToContainTextAsync("Báo cáo chưa đúng thẩm quyền");
        await row.ClickAsync();
        await Assertions.Expect(officer.Page.Locator(".note-t", new() { HasText = "Báo cáo chưa đúng thẩm quyền" })).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByText("Người ký phải là Trưởng phòng.")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByLabel("Người ký (chức vụ, họ và tên)")).ToBeEditableAsync();
        await Assertions.Expect(officer.Page.Locator(".toc li", new() { HasText = "Bổ sung" })).ToHaveCountAsync(1);
        await officer.Page.Locator(".toc a").First.ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Đã khóa số liệu", new() { Exact = true })).ToBeVisibleAsync();

        await coordinator.GoAsync(Reports + "p-vhtt");
        await Assertions.Expect(coordinator.Page.Locator("#lich-su li").First).ToContainTextAsync("Trả lại: báo cáo chưa đúng thẩm quyền");
        Assert.Empty(officer.Complaints);
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task A_usual_reason_that_was_changed_is_offered_at_the_next_return()
    {
        await using var coordinator = await browsers.SignedInAsync(await portal.AddressAsync(), "p-ldtbxh.dieuphoi");
        var page = coordinator.Page;
        await coordinator.GoAsync(At("p-vhtt", "VH-01"));
        await page.Keyboard.PressAsync("b");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sửa danh sách lý do" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Lý do thường dùng");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sửa lý do: Kết quả thực hiện còn chung chung" }).ClickAsync();
        var text = page.GetByLabel("Lý do", new() { Exact = true });
        await text.FillAsync(" ");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thay đổi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Nhập lý do, không quá 500 ký tự.")).ToBeVisibleAsync();
        await text.FillAsync("Kết quả thực hiện còn chung chung; đề nghị nêu tên từng thôn.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu thay đổi" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã lưu lý do.")).ToBeVisibleAsync();

        await coordinator.GoAsync(At("p-vhtt", "VH-01"));
        await page.Keyboard.PressAsync("b");
        await page.GetByLabel("Lý do thường dùng").SelectOptionAsync("Kết quả thực hiện còn chung chung; đề nghị nêu tên từng thôn.");
        await Assertions.Expect(text).ToHaveValueAsync("Kết quả thực hiện còn chung chung; đề nghị nêu tên từng thôn.");
    }

    [Fact]
    public async Task A_return_is_taken_back_and_the_units_open_page_locks_again()
    {
        await using var coordinator = await browsers.SignedInAsync(await portal.AddressAsync(), "p-ldtbxh.dieuphoi");
        await using var officer = await browsers.SignedInAsync(await portal.AddressAsync(), "21067.canbo");
        await officer.GoAsync(Reports + "21067/noi-dung/XA-05");
        await Assertions.Expect(officer.Page.GetByText("Yêu cầu bổ sung, chỉnh lý").First).ToBeVisibleAsync();
        await coordinator.GoAsync(Reports + "21067");
        await coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Xem yêu cầu bổ sung, hủy yêu cầu" }).ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Hủy yêu cầu bổ sung" }).ClickAsync();
        await coordinator.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Hủy yêu cầu bổ sung" }).ClickAsync();

        await Assertions.Expect(coordinator.Page.GetByText("Đã hủy yêu cầu bổ sung XA-05 của")).ToBeVisibleAsync();
        await Assertions.Expect(coordinator.Page.Locator(".an .st").First).ToHaveTextAsync("Đã gửi");
        await Assertions.Expect(officer.Page.GetByText("Nội dung đã gửi nên đã khóa số liệu.").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByText("Hạn bổ sung:")).ToHaveCountAsync(0);
        Assert.Empty(officer.Complaints);
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task The_unit_asks_to_open_an_accepted_item_and_works_on_it_once_that_is_granted()
    {
        await using var coordinator = await browsers.SignedInAsync(await portal.AddressAsync(), "p-ldtbxh.dieuphoi");
        await using var officer = await browsers.SignedInAsync(await portal.AddressAsync(), "21040.canbo");
        await coordinator.GoAsync(Desk);
        await officer.GoAsync(Reports + "21040/noi-dung/XA-02");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Đề nghị mở lại…" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị mở lại" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("Nhập lý do.")).ToBeVisibleAsync();
        await officer.Page.GetByLabel("Lý do đề nghị").FillAsync("Nhập thiếu số liệu của hai thôn.");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Gửi đề nghị mở lại" }).ClickAsync();
        await Assertions.Expect(officer.Page.GetByText("“Nhập thiếu số liệu của hai thôn.”")).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByRole(AriaRole.Button, new() { Name = "Đề nghị mở lại…" })).ToHaveCountAsync(0);

        await Filter(coordinator.Page, "Đề nghị mở lại").ClickAsync();
        await coordinator.Page.WaitForURLAsync("**/tiep-nhan?trang-thai=de-nghi-mo-lai");
        await Assertions.Expect(coordinator.Page.Locator("blockquote.quote", new() { HasText = "Nhập thiếu số liệu của hai thôn." })).ToBeVisibleAsync();
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Mở lại để bổ sung" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText("Nhập lý do để đơn vị biết phải sửa gì.")).ToBeVisibleAsync();
        await coordinator.Page.GetByLabel("Lý do", new() { Exact = true }).FillAsync("Bổ sung số liệu của hai thôn.");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Mở lại để bổ sung" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText(new Regex("Đã mở lại XA-02 của .* theo đề nghị"))).ToBeVisibleAsync();

        await Assertions.Expect(officer.Page.GetByText("“Bổ sung số liệu của hai thôn.”").First).ToBeVisibleAsync();
        await Assertions.Expect(officer.Page.GetByLabel("Kết quả triển khai, thực hiện")).ToBeEditableAsync();
        Assert.Empty(officer.Complaints);
        Assert.Empty(coordinator.Complaints);
    }

    [Fact]
    public async Task To_return_what_was_accepted_is_called_a_reopening()
    {
        await using var coordinator = await browsers.SignedInAsync(await portal.AddressAsync(), "p-ldtbxh.dieuphoi");
        await coordinator.GoAsync(At("cah", "CA-01"));
        await coordinator.Page.Keyboard.PressAsync("b");
        await Assertions.Expect(coordinator.Page.GetByRole(AriaRole.Heading, new() { Name = "Mở lại nội dung đã tiếp nhận" })).ToBeVisibleAsync();
        await coordinator.Page.GetByLabel("Lý do", new() { Exact = true }).FillAsync("Nêu rõ số vụ việc theo từng xã.");
        await coordinator.Page.GetByRole(AriaRole.Button, new() { Name = "Mở lại để bổ sung" }).ClickAsync();
        await Assertions.Expect(coordinator.Page.GetByText(new Regex("Đã mở lại CA-01 của"))).ToBeVisibleAsync();
    }

    private static string At(string unit, string item) => $"{Desk}?yeu-cau=BS-2024-TREEM-HDND&don-vi={unit}&noi-dung={item}";

    private static ILocator Filter(IPage page, string word) => page.GetByRole(AriaRole.Navigation, new() { Name = "Lọc hàng đợi" }).GetByRole(AriaRole.Link).Filter(new() { HasText = word });
}
