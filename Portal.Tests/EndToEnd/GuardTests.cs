using Microsoft.Playwright;
using Portal.Domain.Privacy;
using Portal.Tests.Domain.Privacy;

namespace Portal.Tests.EndToEnd;

/// <summary>Names of children: the warning at the field, and that browser and server find the same.</summary>
public sealed class GuardTests(Browsers browsers)
{
    private const string Narrative = "Kết quả triển khai, thực hiện";
    private const string Sentence = "Trong kỳ đã hỗ trợ cháu Nguyễn Văn An, sinh ngày 12/3/2015, điện thoại gia đình 0912345678.";

    private static string Item(string unit, string item = "XA-02") => $"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}/noi-dung/{item}";

    [Fact]
    public async Task Name_of_a_child_is_marked_before_it_is_saved_and_initials_take_its_place()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21061.canbo");
        await visitor.GoAsync(Item("21061"));
        var page = visitor.Page;
        var box = page.Locator("[data-guard-for=ketQuaThucHien]");
        var saved = page.Locator("[data-save][data-state=saved]");
        await page.RouteAsync("**/noi-dung/XA-02/**", route => Task.CompletedTask); // nothing is answered: the warning does not wait for the server
        await page.GetByLabel(Narrative).FillAsync(Sentence);
        await Assertions.Expect(box.Locator("mark")).ToHaveTextAsync(["Nguyễn Văn An", "0912345678"]);
        Assert.Equal("ketQuaThucHien", await page.EvaluateAsync<string>("() => document.activeElement.dataset.field"));
        Assert.NotEqual("saved", await page.Locator("[data-save]").GetAttributeAsync("data-state"));

        await page.UnrouteAllAsync(new() { Behavior = UnrouteBehavior.IgnoreErrors });
        await page.ReloadAsync();
        await visitor.CircuitAsync();
        await page.GetByLabel(Narrative).FillAsync(Sentence);
        await saved.WaitForAsync(); // a warning, no bar
        await box.GetByRole(AriaRole.Button, new() { Name = "Viết tắt: N.V.A." }).ClickAsync();
        await box.GetByRole(AriaRole.Button, new() { Name = "Không phải thông tin cá nhân" }).ClickAsync();
        await Assertions.Expect(box).ToBeHiddenAsync();
        await saved.WaitForAsync();
        await page.GetByLabel(Narrative).BlurAsync();
        await Assertions.Expect(page.Locator("[data-save]")).ToHaveAttributeAsync("data-state", "saved");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel(Narrative)).ToHaveValueAsync(Sentence.Replace("Nguyễn Văn An", "N.V.A.", StringComparison.Ordinal));
        await Assertions.Expect(box.Locator("mark")).ToHaveTextAsync(["0912345678"]); // what stands there already is looked at too
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Warning_leads_into_the_field_and_the_check_page_lists_it_without_blocking()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21058.canbo");
        await visitor.GoAsync(Item("21058"));
        var page = visitor.Page;
        await page.GetByLabel(Narrative).FillAsync(Sentence);
        await page.Locator("[data-guard-for=ketQuaThucHien]").GetByRole(AriaRole.Button, new() { Name = "Xem trong ô" }).First.ClickAsync();
        Assert.Equal("Nguyễn Văn An", await page.EvaluateAsync<string>("() => { const e = document.activeElement; return e.value.slice(e.selectionStart, e.selectionEnd); }"));
        await page.Locator("[data-save][data-state=saved]").WaitForAsync();

        await visitor.GoAsync("/yeu-cau/BS-2024-TREEM-HDND/don-vi/21058/xem-lai");
        var list = page.Locator("#suspect");
        await Assertions.Expect(list.Locator("mark")).ToHaveTextAsync(["Nguyễn Văn An", "0912345678"]);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Trình lãnh đạo" })).ToBeEnabledAsync();
        Assert.DoesNotContain("Nguyễn Văn An", await page.Locator(".errs").InnerTextAsync());
        await list.GetByRole(AriaRole.Link).First.ClickAsync();
        await page.WaitForURLAsync(url => url.EndsWith("XA-02#f-ketQuaThucHien", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Browser_and_server_find_the_same_passages()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(portal.Address);
        await visitor.Page.GotoAsync("/dang-nhap");
        var texts = PersonalDataExamples.Of("seen").Concat(PersonalDataExamples.Of("unseen")).Select(e => e.Text)
            .Append("\uD83D\uDE00 Cháu Lê Văn Tám \uD83D\uDE00, em Lê Thị Út, sinh năm 2012").Append("Hỗ trợ cháu Nguyễn Thị Ánh, sinh năm 2013".Normalize(System.Text.NormalizationForm.FormD)).ToList();
        texts.Add(string.Join('\n', texts)); // one long text of them all
        var browser = await visitor.Page.EvaluateAsync<string[]>("""
            async texts => {
              const { compile, find } = await import('/lib/js/personal-data.js');
              const rules = compile(await (await fetch('/lib/js/personal-data.json')).json());
              return texts.map(t => find(rules, t).map(f => `${f.start}+${f.length} ${f.kind} ${f.suggestion}`).join('; '));
            }
            """, texts);
        Assert.Equal(texts.Select(t => string.Join("; ", PersonalData.Find(t).Select(f => $"{f.Start}+{f.Length} {char.ToLowerInvariant(f.Kind.ToString()[0])}{f.Kind.ToString()[1..]} {f.Suggestion}"))), browser);
    }
}
