using Microsoft.Playwright;
using Portal.Tests.Features.Units;
using Portal.Tests.Features.Workbook;

namespace Portal.Tests.EndToEnd;

/// <summary>The administrator takes the units out, changes them in Excel, brings them back; adds, splits, merges and groups units by hand.</summary>
public sealed class UnitPagesTests(Browsers browsers)
{
    [Fact]
    public async Task A_workbook_of_units_is_corrected_imported_and_seen_in_the_tree()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var administrator = await browsers.SignedInAsync(portal.Address, "quantri");
        var page = administrator.Page;
        await administrator.GoAsync("/don-vi");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nhập đơn vị từ Excel" }).ClickAsync();
        var book = new Filled(await DownloadAsync(page, () => page.GetByRole(AriaRole.Link, new() { Name = "Tải danh mục đơn vị (Excel)" }).ClickAsync()));
        var row = book.RowOf("");
        book.TypeRow(row, ("Mã nội bộ", "TRAM-BT"), ("Tên", "Trạm Y tế Bình Thạnh"), ("Tên đầy đủ", "Trạm Y tế xã Bình Thạnh"), ("Tên ngắn", "Trạm Bình Thạnh"), ("Mã đơn vị cấp trên", "XA-2104"), ("Nhóm", "Trạm y tế"));
        await administrator.CircuitAsync(); // only then does the page hear that a file was chosen
        await ChooseAsync(page, book.Bytes);
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = $"Dòng {row}, cột H (Mã đơn vị cấp trên)" })).ToContainTextAsync("Không có đơn vị mang mã “XA-2104”");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Nhập ") })).ToHaveCountAsync(0);

        book.TypeRow(row, ("Mã đơn vị cấp trên", "XA-21046")).TypeRow(book.RowOf("XA-21052"), ("Địa danh", "Bình Sơn"));
        await administrator.CircuitAsync();
        await ChooseAsync(page, book.Bytes);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sẽ thêm (1)" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Sẽ thay đổi (1)" })).ToContainTextAsync("→ Bình Sơn");
        await administrator.NoBarrierAsync("Units import");
        await administrator.CircuitAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nhập 2 đơn vị" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã nhập: thêm 1 đơn vị, sửa 1 đơn vị.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Tệp không có gì khác với danh mục trên cổng.")).ToBeVisibleAsync();

        await administrator.GoAsync("/don-vi?q=tram+y+te");
        var tree = page.GetByRole(AriaRole.List, new() { Name = "Danh sách đơn vị" }).Locator("li");
        await Assertions.Expect(tree).ToHaveCountAsync(3);
        Assert.Equal(["1", "2", "3"], await tree.EvaluateAllAsync<string[]>("all => all.map(l => l.getAttribute('aria-level'))"));
        await Assertions.Expect(tree.Last).ToContainTextAsync("Nhóm: Trạm y tế");
        Assert.Empty(administrator.Complaints);
    }

    [Fact]
    public async Task Units_are_added_grouped_split_and_merged_into_a_new_one()
    {
        var portal = await browsers.WalkedPortalAsync();
        await using var administrator = await browsers.SignedInAsync(portal.Address, "quantri");
        var page = administrator.Page;
        foreach (var name in new[] { "Một", "Hai", "Ba" })
        {
            await administrator.GoAsync("/don-vi?them=co");
            await administrator.CircuitAsync();
            await page.GetByLabel("Mã nội bộ").FillAsync($"MOI-{name.Length}{name[0]}");
            await NameAsync(page, name);
            await page.GetByLabel("Ngày bắt đầu").FillAsync("31/02/2025");
            await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
            await Assertions.Expect(page.Locator("#u-started-e")).ToContainTextAsync("không có thật");
            await page.GetByLabel("Ngày bắt đầu").FillAsync("1/7/2025");
            await page.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();
            await Assertions.Expect(page.GetByText("Đã thêm đơn vị.")).ToBeVisibleAsync();
        }

        await administrator.GoAsync("/nhom-don-vi");
        await administrator.CircuitAsync();
        await page.GetByLabel("Tên nhóm").FillAsync("Đơn vị thử");
        await page.GetByRole(AriaRole.Searchbox).FillAsync("phong thu ba");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Phòng thử Ba" }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm nhóm" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã thêm nhóm Đơn vị thử.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sửa nhóm Đơn vị thử" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Checkbox, new() { Name = "Phòng thử Ba" })).ToBeCheckedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa nhóm Đơn vị thử" }).ClickAsync();
        await administrator.ConfirmAsync("Xóa nhóm");
        await Assertions.Expect(page.GetByText("Đã xóa nhóm Đơn vị thử.")).ToBeVisibleAsync();

        await administrator.GoAsync("/don-vi?tach=moi-3m");
        await administrator.CircuitAsync();
        await page.GetByLabel("Đơn vị làm tiếp báo cáo đang mở").SelectOptionAsync("moi-2b");
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Phòng thử Hai" }).CheckAsync();
        await SayWhenAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Chia, tách" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi nhận.")).ToBeVisibleAsync();

        await administrator.GoAsync("/don-vi?hop-nhat=co");
        await administrator.CircuitAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Phòng thử Hai" }).CheckAsync();
        await page.GetByRole(AriaRole.Checkbox, new() { Name = "Phòng thử Ba" }).CheckAsync();
        await SayWhenAsync(page);
        await page.GetByLabel("Đơn vị mới", new() { Exact = true }).CheckAsync();
        await page.GetByLabel("Mã nội bộ").FillAsync("MOI-4");
        await NameAsync(page, "Bốn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Hợp nhất" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Đã ghi nhận.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "moi-3h" })).ToContainTextAsync("chuyển về Phòng thử Bốn");
        Assert.Empty(administrator.Complaints);
    }

    private static async Task NameAsync(IPage page, string name)
    {
        await page.GetByLabel("Tên", new() { Exact = true }).FillAsync($"Phòng thử {name}");
        await page.GetByLabel("Tên đầy đủ").FillAsync($"Phòng thử {name}");
        await page.GetByLabel("Tên ngắn").FillAsync(name);
    }

    private static async Task SayWhenAsync(IPage page)
    {
        await page.GetByLabel("Thời điểm chuyển giao: ngày").FillAsync("30/12/2026");
        await page.GetByLabel("Thời điểm chuyển giao: giờ").FillAsync("08:00");
        await page.GetByLabel("Văn bản sắp xếp đơn vị").FillAsync("Quyết định 01/QĐ-UBND");
    }

    private static async Task<byte[]> DownloadAsync(IPage page, Func<Task> press)
    {
        var download = await page.RunAndWaitForDownloadAsync(press);
        Assert.Null(await download.FailureAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static Task ChooseAsync(IPage page, byte[] bytes) => page.GetByLabel("Chọn tệp Excel").SetInputFilesAsync(new FilePayload
    {
        Name = "danh-muc.xlsx",
        MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        Buffer = bytes,
    });
}
