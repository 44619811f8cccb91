using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Repeating tables and long texts at the form: rows by the keyboard, what is pasted out of a spreadsheet, what is too much or not clean.</summary>
public sealed class TableTests(Browsers browsers)
{
    private const string Classes = "Danh mục lớp tập huấn", Narrative = "Kết quả triển khai, thực hiện";

    [Fact]
    public async Task Rows_are_added_moved_removed_and_brought_back_with_the_keyboard_and_stay_so()
    {
        await using var visitor = await OpenAsync("21109");
        var page = visitor.Page;
        foreach (var day in new[] { "03/5/2024", "04/5/2024", "05/5/2024" })
        {
            await Table(page, Classes).GetByRole(AriaRole.Button, new() { Name = "Thêm dòng" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            await page.Keyboard.TypeAsync(day); // the new row's first cell has the focus
        }

        await page.Keyboard.PressAsync("Alt+ArrowUp");
        await RowsAreAsync(page, "03/5/2024", "05/5/2024", "04/5/2024");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xóa dòng 1" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await RowsAreAsync(page, "05/5/2024", "04/5/2024");
        await Assertions.Expect(page.GetByText("Đã xóa dòng 1.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await RowsAreAsync(page, "03/5/2024", "05/5/2024", "04/5/2024");
        await SavedAsync(page);
        await page.ReloadAsync();
        await RowsAreAsync(page, "03/5/2024", "05/5/2024", "04/5/2024");
    }

    [Fact]
    public async Task Cells_copied_in_a_spreadsheet_land_in_cells_and_can_be_taken_back()
    {
        await using var visitor = await OpenAsync("21049");
        var page = visitor.Page;
        var table = Table(page, Classes);
        await table.GetByRole(AriaRole.Button, new() { Name = "Thêm dòng" }).ClickAsync();
        await visitor.CopyAsync("Thời gian tổ chức\tNội dung tập huấn\tĐơn vị tổ chức/chủ trì\tSố người tham dự\r\n03/5/2024\t\"Kỹ năng \"\"an toàn\"\"\"\tPhòng LĐ-TB&XH\t1.250\r\n31/02/2024\tPhòng, chống đuối nước\tTrạm Y tế\t40\r\n");
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.GetByText("Đã dán 2 dòng × 4 cột.")).ToBeVisibleAsync();
        await RowsAreAsync(page, "03/5/2024", "31/02/2024");
        await Assertions.Expect(table.GetByLabel("Nội dung tập huấn, dòng 1")).ToHaveValueAsync("Kỹ năng \"an toàn\"");
        await Assertions.Expect(table.GetByText("Ngày 31/02/2024 không có thật")).ToBeVisibleAsync(); // refused at its cell, and kept there; the others are saved
        await Assertions.Expect(table.GetByLabel("Số người tham dự, dòng 1")).ToHaveValueAsync("1.250");

        await visitor.NoBarrierAsync("A table with a refused cell");
        await table.GetByRole(AriaRole.Button, new() { Name = "Hoàn tác" }).ClickAsync();
        await RowsAreAsync(page, "");
        await SavedAsync(page);
    }

    [Fact]
    public async Task What_does_not_fit_a_table_is_not_pasted_at_all_and_five_hundred_rows_that_do_are_saved()
    {
        await using var visitor = await OpenAsync("21061", "XA-06");
        var page = visitor.Page;
        await Table(page, Classes).GetByRole(AriaRole.Button, new() { Name = "Thêm dòng" }).ClickAsync();
        await visitor.CopyAsync(string.Join('\n', Enumerable.Range(1, 500).Select(n => $"03/5/2024\tLớp {n}")));
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.GetByText("Chưa dán: vùng chép có 500 dòng; bảng nhận tối đa 200 dòng")).ToBeVisibleAsync();
        await RowsAreAsync(page, "");

        var matters = Table(page, "Kết quả giải quyết từng kiến nghị");
        await matters.GetByRole(AriaRole.Button, new() { Name = "Thêm dòng" }).FocusAsync(); // into new rows, without one to begin with
        await visitor.CopyAsync(string.Join('\n', Enumerable.Range(1, 500).Select(n => $"Kiến nghị thứ {n}")));
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.GetByText("Đã dán 500 dòng × 1 cột.")).ToBeVisibleAsync();
        await page.Locator("[data-save][data-state=saved]").WaitForAsync(new() { Timeout = 120_000 });
        var kept = await page.EvaluateAsync<int>("async () => (await (await fetch(location.pathname + '/o')).json()).fields.filter(f => /^kienNghi\\/.*\\/noiDung$/.test(f.path) && /^Kiến nghị thứ \\d+$/.test(f.input)).length");
        Assert.Equal(500, kept);
    }

    [Fact]
    public async Task A_text_of_fifty_thousand_characters_is_refused_with_its_length_and_stays_at_the_field()
    {
        await using var visitor = await OpenAsync("21064");
        var page = visitor.Page;
        await page.GetByLabel(Narrative).FillAsync(new string('ế', 50_000));
        await page.GetByLabel(Narrative).BlurAsync();
        await Assertions.Expect(page.GetByText("50.000").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel(Narrative)).ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Equal(50_000, (await page.GetByLabel(Narrative).InputValueAsync()).Length);
    }

    [Fact]
    public async Task Decomposed_letters_are_composed_and_signs_that_turn_or_hide_text_are_left_out()
    {
        await using var visitor = await OpenAsync("21073");
        var page = visitor.Page;
        await page.GetByLabel(Narrative).FillAsync("Tre\u0302\u0309 em \u202Eđã\u202C được\u0007 \u2066chăm sóc\u2069\uFEFF.");
        await page.GetByLabel(Narrative).BlurAsync();
        await SavedAsync(page);
        Assert.Equal("Trể em đã được chăm sóc.", await page.EvaluateAsync<string>("async () => (await (await fetch(location.pathname + '/o')).json()).fields.find(f => f.path === 'ketQuaThucHien').input"));
    }

    private async Task<Visitor> OpenAsync(string unit, string item = "XA-06")
    {
        var portal = await browsers.PortalAsync();
        var visitor = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        await visitor.GoAsync($"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}/noi-dung/{item}");
        return visitor;
    }

    private static ILocator Table(IPage page, string label) => page.Locator("[data-rows]").Filter(new() { HasText = label });

    private static Task RowsAreAsync(IPage page, params string[] days) =>
        page.WaitForFunctionAsync("d => [...document.querySelectorAll('[data-rows=\"XA06.T1\"] [data-rows-body] [data-field$=\"/thoiGian\"]')].map(e => e.value).join('|') === d", string.Join('|', days));

    private static Task SavedAsync(IPage page) => page.Locator("[data-save][data-state=saved]").WaitForAsync();
}
