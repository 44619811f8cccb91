using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>Searching as people do it: a word is typed, what is found comes, Enter leads there.</summary>
public sealed class SearchPagesTests(Browsers browsers)
{
    [Fact]
    public async Task Results_come_while_one_types_and_the_address_can_be_sent_on()
    {
        var portal = await browsers.PortalAsync();
        await using var leader = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await leader.GoAsync("/tong-quan");
        await leader.Page.GetByRole(AriaRole.Link, new() { Name = "Tìm kiếm" }).ClickAsync();
        var field = leader.Page.GetByRole(AriaRole.Searchbox);
        await Assertions.Expect(field).ToBeFocusedAsync();
        await leader.Page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1'");
        await field.PressSequentiallyAsync("binh than");
        var units = leader.Page.GetByRole(AriaRole.Region, new() { Name = "Đơn vị" });
        await Assertions.Expect(units.GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        await Assertions.Expect(field).ToHaveValueAsync("binh than");
        await Assertions.Expect(leader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/tim-kiem\\?q=binh(\\+|%20)than$"));
        await Assertions.Expect(units.Locator("mark").First).ToHaveTextAsync("Bình");
        await leader.NoBarrierAsync("what was found");

        await using var colleague = await browsers.SignedInAsync(portal.Address, "quansat", 390);
        await colleague.GoAsync(leader.Page.Url);
        await Assertions.Expect(colleague.Page.GetByRole(AriaRole.Region, new() { Name = "Đơn vị" }).GetByRole(AriaRole.Link)).ToHaveCountAsync(2);
        Assert.True(await colleague.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - innerWidth") <= 0);

        await field.FillAsync("khongcodau");
        await Assertions.Expect(leader.Page.GetByText("Không tìm thấy “khongcodau”.").First).ToBeVisibleAsync();
        await field.FillAsync("bình thạnh");
        await units.GetByRole(AriaRole.Link).First.ClickAsync();
        await Assertions.Expect(leader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/don-vi/21046\\?tu="));
        await Assertions.Expect(leader.Page.Locator(".crumb a").First).ToHaveTextAsync("Tìm kiếm"); // and back to what was found
        Assert.Empty(leader.Complaints);
        Assert.Empty(colleague.Complaints);
    }

    [Fact]
    public async Task It_works_without_script()
    {
        var portal = await browsers.PortalAsync();
        await using var signedIn = await browsers.SignedInAsync(portal.Address, "lanhdao");
        await using var plain = await browsers.VisitorAsync(portal.Address, javaScript: false, session: await signedIn.SessionAsync());
        await plain.Page.GotoAsync("/tim-kiem");
        await plain.Page.GetByRole(AriaRole.Searchbox).FillAsync("quỹ đất");
        await plain.Page.GetByRole(AriaRole.Button, new() { Name = "Tìm", Exact = true }).ClickAsync();
        await Assertions.Expect(plain.Page.GetByRole(AriaRole.Region, new() { Name = "Nội dung báo cáo" }).GetByRole(AriaRole.Link).First).ToBeVisibleAsync();
    }
}
