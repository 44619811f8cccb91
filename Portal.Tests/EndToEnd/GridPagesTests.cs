using Microsoft.Playwright;
using Portal.Platform.Documents;
using Portal.Tests.Support;

namespace Portal.Tests.EndToEnd;

/// <summary>The grid of units and items: live, by keyboard, by address, as a workbook.</summary>
public sealed class GridPagesTests(Browsers browsers)
{
    private const string Unit = "21106";

    [Fact]
    public async Task A_cell_moves_by_itself_and_whoever_looks_at_it_keeps_his_place()
    {
        var portal = await browsers.PortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await using var officer = await browsers.SignedInAsync(portal.Address, $"{Unit}.canbo");
        await leader.GoAsync("/tien-do");
        var cell = Cell(leader.Page, $"{Unit}/XA-02");
        await Assertions.Expect(cell).ToHaveTextAsync("XA-02 Chưa");
        await cell.FocusAsync();
        await leader.Page.EvaluateAsync("() => window.same = document.activeElement");

        await officer.GoAsync($"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{Unit}/noi-dung/XA-02");
        await officer.Page.GetByLabel("Giải pháp khắc phục").FillAsync("Họp thôn.");
        await Assertions.Expect(cell).ToHaveTextAsync("XA-02 Soạn");
        Assert.True(await leader.Page.EvaluateAsync<bool>("() => window.same.isConnected && window.same === document.activeElement"));
        Assert.Empty(leader.Complaints);
    }

    [Fact]
    public async Task Cells_are_walked_by_arrows_opened_by_Enter_and_closed_by_Escape()
    {
        var portal = await browsers.PortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await leader.GoAsync("/tien-do?loc=cho-bo-sung");
        var (page, keys) = (leader.Page, leader.Page.Keyboard);
        await leader.TabToAsync("XA-01 ");
        await Assertions.Expect(Cell(page, "21067/XA-01")).ToBeFocusedAsync();
        await keys.PressAsync("End");
        await Assertions.Expect(Cell(page, "21067/XA-06")).ToBeFocusedAsync();
        await keys.PressAsync("ArrowLeft");
        await keys.PressAsync("Enter");
        var panel = page.GetByRole(AriaRole.Complementary, new() { Name = "Kiện toàn đội ngũ" });
        await Assertions.Expect(panel.GetByText("Hạn bổ sung")).ToBeVisibleAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("loc=cho-bo-sung&o=21067%2FXA-05$"));
        await keys.PressAsync("Escape");
        await Assertions.Expect(panel).ToHaveCountAsync(0);
        await Assertions.Expect(Cell(page, "21067/XA-05")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_colleague_who_opens_the_address_sees_the_same_units_axis_and_cell()
    {
        var portal = await browsers.PortalAsync();
        await using var observer = await browsers.SignedInAsync(portal.Address, "quansat");
        await observer.GoAsync("/tien-do?q=binh thanh&xem=giai-quyet&o=21046/XA-04");
        var rows = observer.Page.GetByRole(AriaRole.Rowheader);
        await Assertions.Expect(rows).ToHaveTextAsync(["Bình Thạnh 21046", "Bình Thanh 21091"]);
        await Assertions.Expect(observer.Page.GetByRole(AriaRole.Link, new() { Name = "Mức độ giải quyết" })).ToHaveAttributeAsync("aria-current", "true");
        await Assertions.Expect(Cell(observer.Page, "21046/XA-04")).ToHaveTextAsync("XA-04 Chưa gửi");
        await Assertions.Expect(observer.Page.Locator("[data-cell-panel]").GetByText("UBND xã Bình Thạnh (21046) · XA-04")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_workbook_has_all_units_and_leaves_blank_what_a_unit_does_not_have()
    {
        var portal = await browsers.PortalAsync();
        await using var coordinator = await browsers.SignedInAsync(portal.Address, TestPortal.Coordinator);
        await coordinator.GoAsync("/tien-do");
        var download = await coordinator.Page.RunAndWaitForDownloadAsync(() => coordinator.Page.GetByRole(AriaRole.Link, new() { Name = "Kết xuất Excel" }).ClickAsync());
        Assert.Equal("tien-do-BS-2024-TREEM-HDND.xlsx", download.SuggestedFilename);
        var sheets = XlsxReader.Read(File.OpenRead(await download.PathAsync()), download.SuggestedFilename).Value!;
        Assert.Equal(["Trạng thái", "Mức độ giải quyết"], sheets.Select(s => s.Name));
        var cells = sheets[0].Cells;
        string At(string unit, string item)
        {
            var row = cells.Single(c => c.Key.Column == 1 && c.Value.Text == unit).Key.Row;
            var column = cells.Single(c => c.Value.Text.StartsWith(item, StringComparison.Ordinal)).Key.Column;
            return cells.TryGetValue((row, column), out var cell) ? cell.Text : "";
        }

        Assert.Equal(28, cells.Count(c => c.Key.Column == 2) - 1);
        Assert.Equal("Đã tiếp nhận", At("21040", "XA-01"));
        Assert.Equal("", At("21040", "CA-01"));
        Assert.Equal("Nhiệm vụ", At("p-ldtbxh", "LD-03"));
    }

    private static ILocator Cell(IPage page, string code) => page.Locator($"[data-cell='{code}']");
}
