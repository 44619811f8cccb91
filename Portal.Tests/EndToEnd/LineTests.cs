using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Portal.Tests.EndToEnd;

/// <summary>The line drops, the tab is killed, the server goes, the cookie runs out, somebody else sits down: what was typed is there afterwards. Each with a mutant of the
/// browser's script in which it is not, so that the test is seen to be able to fail.</summary>
public sealed class LineTests(Browsers browsers)
{
    private const string Narrative = "Kết quả triển khai, thực hiện";

    /// <summary>How long the line stays cut: 10 s, or as <c>PORTAL_CUT_SECONDS</c> says; 240 was run by hand.</summary>
    private static readonly TimeSpan Cut = TimeSpan.FromSeconds(int.TryParse(Environment.GetEnvironmentVariable("PORTAL_CUT_SECONDS"), out var seconds) ? seconds : 10);

    [Theory]
    [InlineData("21058", false)]
    [InlineData("21043", true)]
    public async Task What_is_typed_while_the_line_is_cut_is_kept_and_goes_out_when_it_is_mended(string unit, bool mutant)
    {
        var portal = await browsers.PortalAsync();
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, $"{unit}.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("fields", "form.waiting = undefined; send(form);", ""); // never tries again
        }

        await visitor.GoAsync(Item(unit, "XA-01"));
        await line.CutAsync();
        await visitor.Page.GetByLabel(Narrative).FillAsync("Gõ khi đường truyền bị cắt.");
        await StateAsync(visitor, "offline");
        await Assertions.Expect(visitor.Page.Locator("[data-save-text]")).ToContainTextAsync("Mất kết nối từ");
        await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).ToHaveAttributeAsync("open", "");

        await Task.Delay(mutant ? TimeSpan.Zero : Cut, TestContext.Current.CancellationToken); // the length of the cut is what is tried here
        line.Mend();
        if (mutant)
        {
            await Assertions.Expect(visitor.Page.Locator("#components-reconnect-modal")).Not.ToHaveAttributeAsync("open", "");
            Assert.Equal("offline", await visitor.Page.Locator("[data-save]").GetAttributeAsync("data-state"));
            Assert.Equal("", await ServerAsync(portal, unit, "XA-01", "ketQuaThucHien"));
            return;
        }

        await visitor.Page.Locator("[data-save][data-state=saved]").WaitForAsync(new() { Timeout = 60_000 }); // the browser's own pauses between tries grow to 30 s
        Assert.Equal("Gõ khi đường truyền bị cắt.", await ServerAsync(portal, unit, "XA-01", "ketQuaThucHien"));
    }

    [Theory]
    [InlineData("21046", false)]
    [InlineData("21052", true)]
    public async Task Saved_is_never_said_before_the_server_has_answered(string unit, bool mutant)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        var answer = new TaskCompletionSource();
        await visitor.Page.Context.RouteAsync("**/o", async route =>
        {
            if (route.Request.Method == "PATCH")
            {
                await answer.Task;
            }

            await route.ContinueAsync();
        });
        if (mutant)
        {
            await visitor.MutateAsync("fields", "  form.sending = true;", "  form.sending = true; state.saved = '00:00:00'; batch.forEach(f => { f.pending = null; });"); // says so when it sends
        }

        await visitor.GoAsync(Item(unit, "XA-01"));
        var asked = visitor.Page.WaitForRequestAsync(r => r.Method == "PATCH");
        await visitor.Page.GetByLabel(Narrative).FillAsync("Chờ máy chủ trả lời.");
        await asked;
        Assert.Equal(mutant ? "saved" : "saving", await visitor.Page.Locator("[data-save]").GetAttributeAsync("data-state"));
        answer.SetResult();
        await StateAsync(visitor, "saved");
        await Assertions.Expect(visitor.Page.Locator("[data-save-text]")).ToHaveTextAsync(new Regex(@"^Đã lưu lúc \d\d:\d\d:\d\d$"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_killed_tab_finds_its_text_again_and_sends_it(bool mutant)
    {
        var (unit, portal) = (mutant ? "21061" : "21064", await browsers.PortalAsync());
        await using var line = new Line(portal.Address);
        await using var visitor = await browsers.SignedInAsync(line.Address, $"{unit}.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("drafts", "waiting.set(id(f), { ...describe(f)", "void (id(f), { ...describe(f)"); // keeps nothing
        }

        await visitor.GoAsync(Item(unit, "XA-01"));
        await line.CutAsync();
        await visitor.Page.GetByLabel(Narrative).FillAsync("Gõ trước khi thẻ bị tắt.");
        await StateAsync(visitor, "offline");
        await visitor.KillTabAsync();
        line.Mend();
        await visitor.GoAsync(Item(unit, "XA-01"));

        if (mutant)
        {
            await StateAsync(visitor, "idle");
            Assert.Equal("", await visitor.Page.GetByLabel(Narrative).InputValueAsync());
            return;
        }

        await StateAsync(visitor, "saved");
        await Assertions.Expect(visitor.Page.GetByLabel(Narrative)).ToHaveValueAsync("Gõ trước khi thẻ bị tắt.");
        await Assertions.Expect(visitor.Page.Locator("[data-kept-words]")).ToContainTextAsync("Đã đưa lại 1 ô");
        Assert.Equal("Gõ trước khi thẻ bị tắt.", await ServerAsync(portal, unit, "XA-01", "ketQuaThucHien"));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Five_open_tabs_show_their_text_again_without_a_click_after_the_server_went_and_came(bool orderly, bool mutant)
    {
        await using var portal = await PortalProcess.StartAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, "21070.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("reconnect", "location.reload();", ""); // never comes back by itself
        }

        string[] items = ["XA-01", "XA-02", "XA-03", "XA-04", "XA-05"];
        var tabs = new List<IPage>();
        foreach (var item in items)
        {
            var tab = await visitor.TabAsync(Item("21070", item));
            tabs.Add(tab);
            await tab.EvaluateAsync("() => { window.before = true; }");
        }

        await (orderly ? portal.StopAsync() : portal.KillAsync());
        foreach (var (tab, item) in tabs.Zip(items))
        {
            await tab.GetByLabel(Narrative).FillAsync($"Gõ ở {item} khi máy chủ đã tắt.");
            await Assertions.Expect(tab.Locator("#components-reconnect-modal")).ToContainTextAsync("Mất kết nối với máy chủ");
        }

        await portal.RunAsync();
        var back = System.Diagnostics.Stopwatch.StartNew();
        foreach (var (tab, item) in tabs.Zip(items))
        {
            if (mutant)
            {
                await tab.Locator("[data-save][data-state=saved]").WaitForAsync(); // the text is safe all the same
                Assert.True(await tab.EvaluateAsync<bool>("() => window.before === true && document.getElementById('components-reconnect-modal').open"));
                continue;
            }

            await tab.WaitForFunctionAsync("() => !window.before && document.documentElement.dataset.live === '1'");
            await Assertions.Expect(tab.GetByLabel(Narrative)).ToHaveValueAsync($"Gõ ở {item} khi máy chủ đã tắt.");
            TestContext.Current.TestOutputHelper?.WriteLine($"{item}: back {back.Elapsed.TotalSeconds:0.0} s after the server answered");
        }

        foreach (var item in mutant ? [] : items)
        {
            Assert.Equal($"Gõ ở {item} khi máy chủ đã tắt.", await ServerAsync(portal, "21070", item, "ketQuaThucHien", until: true));
        }
    }

    [Theory]
    [InlineData("21073", false)]
    [InlineData("21079", true)]
    public async Task After_the_cookie_ran_out_the_text_waits_for_its_own_writer_and_is_never_saved_in_another_name(string unit, bool mutant)
    {
        var portal = await browsers.PortalAsync();
        await using var visitor = await browsers.SignedInAsync(portal.Address, $"{unit}.canbo");
        if (mutant)
        {
            await visitor.MutateAsync("fields", "person: drafts.person(), ", ""); // does not say who typed
        }

        await visitor.GoAsync(Item(unit, "XA-01"));
        await visitor.ForgetSessionAsync();
        await visitor.Page.GetByLabel(Narrative).FillAsync("Gõ sau khi phiên hết.");
        await Assertions.Expect(visitor.Page.Locator("[data-save-text]")).ToContainTextAsync("phiên đăng nhập đã hết");

        await visitor.SignInBesideAsync($"{unit}.thutruong");
        await visitor.Page.BringToFrontAsync();
        await visitor.Page.EvaluateAsync("() => dispatchEvent(new Event('focus'))");
        if (mutant)
        {
            await StateAsync(visitor, "saved"); // in the head's name
            return;
        }

        await Assertions.Expect(visitor.Page.Locator("[data-save-text]")).ToContainTextAsync("đang đăng nhập bằng tài khoản khác");
        Assert.Equal("", await ServerAsync(portal, unit, "XA-01", "ketQuaThucHien"));

        await visitor.ForgetSessionAsync();
        await visitor.SignInBesideAsync($"{unit}.canbo");
        await visitor.Page.BringToFrontAsync();
        await visitor.Page.EvaluateAsync("() => dispatchEvent(new Event('focus'))");
        await StateAsync(visitor, "saved");
        Assert.Equal("Gõ sau khi phiên hết.", await ServerAsync(portal, unit, "XA-01", "ketQuaThucHien"));
    }

    internal static string Item(string unit, string item) => $"/yeu-cau/BS-2024-TREEM-HDND/don-vi/{unit}/noi-dung/{item}";

    internal static Task StateAsync(Visitor visitor, string state) => visitor.Page.Locator($"[data-save][data-state={state}]").WaitForAsync();

    /// <summary>What the server holds, asked over another line by the unit's head.</summary>
    private async Task<string> ServerAsync(PortalProcess portal, string unit, string item, string path, bool until = false)
    {
        await using var head = await browsers.SignedInAsync(portal.Address, $"{unit}.thutruong");
        await head.Page.GotoAsync("/thong-bao");
        var script = $"async () => (await (await fetch('{Item(unit, item)}/o')).json()).fields.find(f => f.path === '{path}')?.input ?? ''";
        if (until)
        {
            await head.Page.WaitForFunctionAsync($"({script})().then(t => t !== '')");
        }

        return await head.Page.EvaluateAsync<string>(script);
    }
}
