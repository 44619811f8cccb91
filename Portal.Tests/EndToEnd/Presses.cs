using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>What people press again and again on the way of a report, as they press it.</summary>
internal static class Presses
{
    /// <summary>A unit's report to the letter.</summary>
    public static string Report(string unit) => $"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}";

    /// <summary>Types into a field of the open form, and waits for the server's own word that it is saved.</summary>
    public static async Task TypeAsync(this Visitor visitor, string label, string text)
    {
        var answered = visitor.Page.WaitForResponseAsync(r => r.Request.Method == "PATCH");
        await visitor.Page.GetByLabel(label).FillAsync(text);
        await visitor.Page.GetByLabel(label).BlurAsync();
        Assert.Equal(200, (await answered).Status);
        await visitor.Page.Locator("[data-save][data-state=saved]").WaitForAsync();
    }

    /// <summary>The officer sends everything that is open up to his head.</summary>
    public static async Task SendUpAsync(this Visitor officer, string unit)
    {
        await officer.GoAsync($"{Report(unit)}/xem-lai");
        await officer.Page.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" }).ClickAsync();
        await officer.Page.GetByRole(AriaRole.Heading, new() { Name = "Đã trình lãnh đạo đơn vị" }).First.WaitForAsync();
    }

    /// <summary>Presses a button, and the one of the same name in the question that follows.</summary>
    public static async Task PressAndConfirmAsync(this Visitor visitor, string name)
    {
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
        await visitor.ConfirmAsync(name);
    }

    /// <summary>Answers the question that is open.</summary>
    public static Task ConfirmAsync(this Visitor visitor, string name) =>
        visitor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();

    /// <summary>The head signs off, and what is complete is sent.</summary>
    public static async Task SignOffAsync(this Visitor head, string unit)
    {
        await head.GoAsync($"{Report(unit)}/duyet");
        await head.PressAndConfirmAsync("Duyệt và gửi báo cáo");
        await head.Page.GetByText("Số biên nhận").WaitForAsync();
    }

    /// <summary>Sets the portal's clock, as the demonstration lets everybody.</summary>
    /// <param name="visitor">Who; his page goes to the clock.</param>
    /// <param name="time">Day and time, as people here write them.</param>
    public static async Task SetClockAsync(this Visitor visitor, string time)
    {
        await visitor.Page.GotoAsync("/dat-gio");
        await visitor.Page.GetByLabel("Thời điểm khác").FillAsync(time);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Đặt giờ này", Exact = true }).ClickAsync();
        await visitor.Page.Locator("#now").WaitForAsync();
    }
}
