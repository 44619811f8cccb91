using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>A commune official at the form: bad input, the keyboard, the plug.</summary>
[Trait("Engine", "both")]
public sealed class FillTests(Browsers browsers)
{
    private const string Item = "/yeu-cau/BS-2024-TREEM-HDND/don-vi/21046/noi-dung/XA-04";
    private const string Area = "Diện tích đất đã quy hoạch";

    [Fact]
    public async Task What_is_called_saved_is_there_after_the_plug_was_pulled()
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21046.canbo");
        await visitor.GoAsync(Item);
        await visitor.Page.GetByLabel(Area).FillAsync("4200,5");
        await visitor.Page.GetByLabel(Area).BlurAsync();
        await visitor.Page.Locator("[data-save][data-state=saved]").WaitForAsync();

        await portal.KillAsync();
        await portal.RunAsync();

        var tab = await visitor.TabAsync(Item); // another one: the first comes back by itself
        await Assertions.Expect(tab.GetByLabel(Area)).ToHaveValueAsync("4.200,5");
    }

    [Fact]
    public async Task A_figure_that_is_not_clear_is_refused_at_its_field_and_kept_there()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21043.canbo");
        await visitor.GoAsync(Item.Replace("21046", "21043", StringComparison.Ordinal));
        var field = visitor.Page.GetByLabel(Area);
        await field.FillAsync("1.5");
        await field.BlurAsync();
        await Assertions.Expect(visitor.Page.GetByText("Số “1.5” chưa rõ")).ToBeVisibleAsync();
        await Assertions.Expect(field).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(field).ToHaveValueAsync("1.5");
        Assert.NotEqual("saved", await visitor.Page.Locator("[data-save]").GetAttributeAsync("data-state"));

        await field.FillAsync("1,5");
        await field.BlurAsync();
        await visitor.Page.Locator("[data-save][data-state=saved]").WaitForAsync();
        Assert.Null(await field.GetAttributeAsync("aria-invalid"));
    }

    [Fact]
    public async Task An_item_can_be_filled_with_the_keyboard_alone()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21052.canbo");
        await visitor.GoAsync(Item.Replace("21046", "21052", StringComparison.Ordinal));
        var page = visitor.Page;
        await visitor.TabToAsync("Số khu đất đã quy hoạch");
        await page.Keyboard.TypeAsync("3");
        await visitor.TabToAsync(Area);
        await page.Keyboard.TypeAsync("1200");
        await visitor.TabToAsync("Đã giải quyết dứt điểm");
        await page.Keyboard.PressAsync("ArrowDown");
        await visitor.TabToAsync("Kết quả triển khai, thực hiện");
        await page.Keyboard.TypeAsync("Đã bố trí một khu đất để làm điểm vui chơi cho trẻ em của xã.");
        await page.Keyboard.PressAsync("Control+s");
        await page.Locator("[data-save][data-state=saved]").WaitForAsync();

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Số khu đất đã quy hoạch")).ToHaveValueAsync("3");
        await Assertions.Expect(page.GetByLabel("Đang giải quyết")).ToBeCheckedAsync();
        await Assertions.Expect(page.GetByLabel("Kết quả triển khai, thực hiện")).ToHaveValueAsync("Đã bố trí một khu đất để làm điểm vui chơi cho trẻ em của xã.");
    }
}
