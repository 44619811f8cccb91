using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Portal.Tests.EndToEnd.Browsers))]

namespace Portal.Tests.EndToEnd;

/// <summary>One Chromium and one portal with the demonstration, shared by the browser tests that only look or that each work on a unit of their own.</summary>
public sealed class Browsers : IAsyncDisposable
{
    // How long something may take to appear before it is said not to come, in milliseconds: a busy machine is slow, not wrong.
    private const float Patience = 60_000;

    /// <summary>A name for this machine that a browser does not trust as it trusts localhost: plain http, as in an office without certificates.</summary>
    public const string PlainHost = "cong-bao-cao.noi-bo";

    private readonly SemaphoreSlim starting = new(1);
    private IPlaywright? playwright;
    private IBrowser? chromium;
    private readonly ConcurrentDictionary<(Uri, string), string> sessions = new();
    private readonly Dictionary<string, PortalProcess> portals = [];

    /// <summary>The shared portal.</summary>
    public Task<PortalProcess> PortalAsync() => SharedAsync("looked at");

    /// <summary>A second shared portal, in which tests walk the samples further, each those of a unit of its own; nobody moves its clock.</summary>
    public Task<PortalProcess> WalkedPortalAsync() => SharedAsync("walked");

    /// <summary>A shared portal in which requests are written, each test its own draft.</summary>
    public Task<PortalProcess> WrittenPortalAsync() => SharedAsync("written");

    /// <summary>A demonstration whose consolidated report is composed, approved and sent up.</summary>
    public Task<PortalProcess> ConsolidatedPortalAsync() => SharedAsync("consolidated");

    /// <summary>A third shared portal, with last year's request beside the present one; its units 21103 and 21106 are walked further, nobody moves its clock.</summary>
    public Task<PortalProcess> ComparedPortalAsync() => SharedAsync("compared", new Dictionary<string, string?> { ["Demo__LastYear"] = "true" });

    /// <summary>A browser profile of its own, nobody signed in.</summary>
    /// <param name="address">Which portal.</param>
    /// <param name="width">Width of the window in CSS pixels.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="javaScript">False: a browser without script.</param>
    public async Task<Visitor> VisitorAsync(Uri address, int width = 1440, ColorScheme scheme = ColorScheme.Light, bool javaScript = true, string? session = null)
    {
        await starting.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Patience);
            chromium ??= await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = "/usr/bin/chromium-headless-shell",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", $"--host-resolver-rules=MAP {PlainHost} 127.0.0.1"],
            });
        }
        finally
        {
            starting.Release();
        }

        var context = await chromium.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "vi-VN", ViewportSize = new() { Width = width, Height = 900 }, ColorScheme = scheme, JavaScriptEnabled = javaScript, StorageState = session });
        context.SetDefaultTimeout(Patience);
        return await Visitor.OpenAsync(context, address);
    }

    /// <summary>A browser in which somebody is signed in already: the door itself is tested elsewhere, once a person is enough.</summary>
    public async Task<Visitor> SignedInAsync(Uri address, string person, int width = 1440, ColorScheme scheme = ColorScheme.Light)
    {
        if (!sessions.TryGetValue((address, person), out var session))
        {
            await using var visitor = await VisitorAsync(address);
            await visitor.SignInAsync(person);
            sessions[(address, person)] = session = await visitor.SessionAsync();
        }

        return await VisitorAsync(address, width, scheme, session: session);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        playwright?.Dispose();
        foreach (var process in portals.Values)
        {
            await process.DisposeAsync();
        }

        await PortalProcess.ForgetAsync();
        starting.Dispose();
    }

    private async Task<PortalProcess> SharedAsync(string name, IReadOnlyDictionary<string, string?>? more = null)
    {
        await starting.WaitAsync();
        try
        {
            return portals.TryGetValue(name, out var running) ? running : portals[name] = await PortalProcess.StartAsync(more);
        }
        finally
        {
            starting.Release();
        }
    }
}

/// <summary>Somebody at a browser. What the browser complains of and whom it asks is kept, and must be nothing and nobody.</summary>
public sealed class Visitor : IAsyncDisposable
{
    private static readonly string AxeScript = new BundledAxeScriptProvider().GetScript();

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Visitor(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    /// <summary>The tab.</summary>
    public IPage Page { get; private set; }

    /// <summary>Errors and warnings of the console, failed scripts, requests to other machines.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    internal static async Task<Visitor> OpenAsync(IBrowserContext context, Uri address)
    {
        var visitor = new Visitor(context, await context.NewPageAsync());
        visitor.Page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                visitor.complaints.Add($"{message.Type}: {message.Text}");
            }
        };
        visitor.Page.PageError += (_, error) => visitor.complaints.Add(error);
        visitor.Page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith("data:", StringComparison.Ordinal) && new Uri(request.Url).Authority != address.Authority)
            {
                visitor.complaints.Add($"left the machine: {request.Url}");
            }
        };
        return visitor;
    }

    /// <summary>Signs in as a sample person and waits for his home.</summary>
    public Task SignInAsync(string userName) => SignInAsync(Page, userName);

    private static async Task SignInAsync(IPage page, string userName)
    {
        await page.GotoAsync("/dang-nhap");
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync("portal-demo-2024!");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập", Exact = true }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("dang-nhap", StringComparison.Ordinal));
        await LiveAsync(page);
    }

    /// <summary>Opens one more tab and waits until its circuit runs.</summary>
    public async Task<IPage> TabAsync(string path)
    {
        var tab = await context.NewPageAsync();
        await tab.GotoAsync(path);
        await LiveAsync(tab);
        return tab;
    }

    /// <summary>Kills the tab's process, without a word to the page, and opens an empty tab.</summary>
    public async Task KillTabAsync()
    {
        var crashed = new TaskCompletionSource();
        Page.Crash += (_, _) => crashed.SetResult();
        var devtools = await context.NewCDPSessionAsync(Page);
        var crash = devtools.SendAsync("Page.crash"); // never answered: who would answer is gone
        await crashed.Task;
        _ = crash.ContinueWith(gone => gone.Exception, TaskScheduler.Default);
        Page = await context.NewPageAsync();
    }

    /// <summary>Serves one of the browser's scripts with a change in it: a mutant, in which a test must fail.</summary>
    public Task MutateAsync(string script, string from, string to) => context.RouteAsync(new Regex($@"/lib/js/{script}(\.\w+)?\.js$"), async route =>
    {
        var response = await route.FetchAsync();
        var text = await response.TextAsync();
        Assert.Contains(from, text, StringComparison.Ordinal);
        await route.FulfillAsync(new() { Response = response, Body = text.Replace(from, to, StringComparison.Ordinal) });
    });

    /// <summary>Puts text on the clipboard, as another program does.</summary>
    public async Task CopyAsync(string text)
    {
        await context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await Page.EvaluateAsync("t => navigator.clipboard.writeText(t)", text);
    }

    /// <summary>Presses Tab until the field with that label, or the link or button with that text, has the focus.</summary>
    public async Task TabToAsync(string name)
    {
        for (var presses = 0; presses < 120; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if (await Page.EvaluateAsync<bool>("""
                n => {
                    const e = document.activeElement, by = (e?.getAttribute('aria-labelledby') ?? '').split(' ').map(i => document.getElementById(i));
                    const named = [...(e?.labels ?? []), ...by, e?.matches('a, button') ? e : null].some(x => x?.textContent.includes(n));
                    return named || (e?.getAttribute('aria-label') ?? '').includes(n);
                }
                """, name))
            {
                return;
            }
        }

        Assert.Fail($"No way by Tab to “{name}”.");
    }

    /// <summary>Nothing on the page, as it is now, that axe calls serious.</summary>
    /// <param name="where">What is looked at, for who reads of a failure.</param>
    /// <param name="only">This rule alone; null for all.</param>
    public async Task NoBarrierAsync(string where, string? only = null)
    {
        if (await Page.EvaluateAsync<bool>("() => !window.axe"))
        {
            await Page.EvaluateAsync(AxeScript);
        }

        var found = await Page.EvaluateAsync<string[]>("""
            async only => (await axe.run({ resultTypes: ['violations'], ...(only ? { runOnly: { type: 'rule', values: [only] } } : {}) })).violations
                .filter(v => v.impact === 'serious' || v.impact === 'critical')
                .map(v => `${v.id}: ${v.help} ${v.nodes.slice(0, 3).map(n => n.html).join(' ')}`)
            """, only);
        Assert.True(found.Length == 0, $"{where}: {string.Join('\n', found)}");
    }

    /// <summary>The cookie runs out.</summary>
    public Task ForgetSessionAsync() => context.ClearCookiesAsync();

    /// <summary>Somebody signs in in another tab of the same browser.</summary>
    public async Task SignInBesideAsync(string userName)
    {
        var tab = await context.NewPageAsync();
        await SignInAsync(tab, userName);
        await tab.CloseAsync();
    }

    /// <summary>The cookies, to open another browser with.</summary>
    public Task<string> SessionAsync() => context.StorageStateAsync();

    /// <summary>Opens a page and waits until its circuit runs.</summary>
    public async Task GoAsync(string path)
    {
        await Page.GotoAsync(path);
        await CircuitAsync();
    }

    /// <summary>Waits until the page is live: the script that the circuit runs marks the document.</summary>
    public Task CircuitAsync() => LiveAsync(Page);

    private static Task LiveAsync(IPage page) => page.WaitForFunctionAsync("() => document.documentElement.dataset.live === '1' || !document.querySelector('script[src*=\"blazor.web\"]')");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
