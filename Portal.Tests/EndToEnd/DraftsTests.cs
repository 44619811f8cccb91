using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>What this machine keeps of typed text, and where it keeps nothing.</summary>
public sealed class DraftsTests(Browsers browsers)
{
    private const string Narrative = "Kết quả triển khai, thực hiện";

    [Fact]
    public async Task What_the_machine_keeps_is_closed_listed_and_erasable_and_signing_out_asks()
    {
        var portal = await browsers.PortalAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.VisitorAsync(line.Address);
        await visitor.SignInAsync("21085.canbo");
        await visitor.GoAsync(LineTests.Item("21085", "XA-02"));
        await RefusePatchesAsync(visitor);
        await visitor.Page.GetByLabel(Narrative).FillAsync("Cháu A ở thôn B.");
        await LineTests.StateAsync(visitor, "failed");
        Assert.DoesNotContain("Cháu A", await RawDraftsAsync(visitor.Page), StringComparison.Ordinal);

        var list = await visitor.TabAsync("/ban-nhap");
        await Assertions.Expect(list.GetByText("Cháu A ở thôn B.")).ToBeVisibleAsync();
        await list.GetByText("Cán bộ").First.ClickAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Đăng xuất" }).ClickAsync();
        await Assertions.Expect(list.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Máy này còn giữ 1 ô");
        await list.GetByRole(AriaRole.Button, new() { Name = "Ở lại để gửi" }).ClickAsync();
        await list.GetByRole(AriaRole.Button, new() { Name = "Xóa khỏi máy này" }).ClickAsync();
        await Assertions.Expect(list.GetByText("Máy này không giữ bản nháp nào")).ToBeVisibleAsync();
        Assert.Equal("[]", await RawDraftsAsync(list));
    }

    [Fact]
    public async Task On_plain_http_the_page_says_that_this_machine_keeps_nothing_and_saves_all_the_same()
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.VisitorAsync(new Uri($"http://{Browsers.PlainHost}:{portal.Address.Port}"));
        await visitor.SignInAsync("21082.canbo");
        await visitor.GoAsync(LineTests.Item("21082", "XA-03"));
        await Assertions.Expect(visitor.Page.Locator("[data-save-text]")).ToContainTextAsync("Máy này không giữ được bản nháp khi mất mạng (trang không chạy qua https");
        await visitor.Page.GetByLabel(Narrative).FillAsync("Gõ trên trang không có https.");
        await LineTests.StateAsync(visitor, "saved");
        await visitor.Page.GotoAsync("/ban-nhap");
        await Assertions.Expect(visitor.Page.GetByText("Trang này không chạy qua https")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("21046", false)]
    [InlineData("21049", true)]
    public async Task A_page_left_right_after_the_save_does_not_bring_back_what_was_typed_before_it(string unit, bool mutant)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("drafts", "waiting.set(id(f), null);\n  write();", "waiting.delete(id(f));"); // what is in the store stays there
        }

        await visitor.GoAsync(LineTests.Item(unit, "XA-03"));
        var field = visitor.Page.GetByLabel(Narrative);
        await field.FillAsync("Nửa câu");
        await visitor.Page.EvaluateAsync("async () => { const count = () => new Promise(yes => { const q = indexedDB.open('portal'); q.onsuccess = () => { const g = q.result.transaction('drafts').objectStore('drafts').count(); g.onsuccess = () => { q.result.close(); yes(g.result); }; }; }); while (!await count()) await new Promise(requestAnimationFrame); }");
        await field.FillAsync("Nửa câu và nửa còn lại.");
        await visitor.Page.Keyboard.PressAsync("Control+s");
        await LineTests.StateAsync(visitor, "saved");
        await visitor.Page.ReloadAsync();
        await visitor.CircuitAsync();
        var kept = await visitor.Page.EvaluateAsync<int>("async () => { const { list } = await import(document.querySelector('script[src*=\"portal\"][type=module]').src.replace(/portal[^/]*$/, 'drafts.js')); return (await list()).length; }");
        Assert.Equal(mutant ? 1 : 0, kept);
        if (!mutant)
        {
            await Assertions.Expect(field).ToHaveValueAsync("Nửa câu và nửa còn lại.");
        }
    }

    [Theory]
    [InlineData("21100", false)]
    [InlineData("21103", true)]
    public async Task A_patch_that_arrived_although_its_answer_was_lost_is_no_conflict_with_oneself(string unit, bool mutant)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("drafts", "key: f.pending?.value === f.value ? f.pending.key : undefined, ", ""); // keeps the text without its patch's key
        }

        await visitor.GoAsync(LineTests.Item(unit, "XA-04"));
        await visitor.Page.RouteAsync("**/o", async route => // of this tab alone
        {
            if (route.Request.Method == "PATCH")
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await visitor.Page.GetByLabel("Diện tích đất đã quy hoạch").FillAsync("1234,5");
        await LineTests.StateAsync(visitor, "offline");
        await visitor.KillTabAsync();

        await visitor.GoAsync(LineTests.Item(unit, "XA-04"));
        if (mutant)
        {
            await Assertions.Expect(visitor.Page.Locator(".conflict:visible")).ToHaveCountAsync(1);
            return;
        }

        await LineTests.StateAsync(visitor, "saved");
        await Assertions.Expect(visitor.Page.GetByLabel("Diện tích đất đã quy hoạch")).ToHaveValueAsync("1.234,5");
        await Assertions.Expect(visitor.Page.Locator(".conflict:visible")).ToHaveCountAsync(0);
    }

    private static Task RefusePatchesAsync(Visitor visitor) =>
        visitor.Page.Context.RouteAsync("**/o", route => route.Request.Method == "PATCH" ? route.FulfillAsync(new() { Status = 503 }) : route.ContinueAsync());

    private static Task<string> RawDraftsAsync(IPage page) => page.EvaluateAsync<string>("""
        () => new Promise(yes => {
            const opening = indexedDB.open('portal');
            opening.onsuccess = () => {
                const reading = opening.result.transaction('drafts').objectStore('drafts').getAll();
                reading.onsuccess = () => yes(JSON.stringify(reading.result.map(r => ({ ...r, data: new TextDecoder().decode(r.data) }))));
            };
        })
        """);
}
