using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class LiveComponentTests : BunitContext
{
    private readonly Bell bell = new();

    [Fact]
    public void In_the_prerender_nothing_is_subscribed()
    {
        SetRendererInfo(new RendererInfo("Static", false));
        Render<Follower>(p => p.Add(x => x.Bell, bell));
        Assert.Equal(0, bell.Listeners);
    }

    [Fact]
    public async Task A_burst_during_a_refresh_gives_one_more_refresh()
    {
        SetRendererInfo(new RendererInfo("Server", true));
        var page = Render<Follower>(p => p.Add(x => x.Bell, bell));
        bell.Ring();
        await page.Instance.Entered(1);
        for (var i = 0; i < 100; i++) bell.Ring();
        page.Instance.Go();
        await page.Instance.Entered(2);
        page.Instance.Go();
        await page.WaitForStateAsync(() => page.Markup == "2");

        // One more signal proves that nothing of the burst was still waiting.
        bell.Ring();
        await page.Instance.Entered(3);
        page.Instance.Go();
        await page.WaitForStateAsync(() => page.Markup == "3");
    }

    [Fact]
    public async Task A_page_that_is_left_listens_no_more()
    {
        SetRendererInfo(new RendererInfo("Server", true));
        var page = Render<Follower>(p => p.Add(x => x.Bell, bell));
        Assert.Equal(1, bell.Listeners);
        await DisposeComponentsAsync();
        Assert.Equal(0, bell.Listeners);
        Assert.True(page.IsDisposed);
    }

    private sealed class Bell
    {
        private event Action? Rung;

        public int Listeners => Rung?.GetInvocationList().Length ?? 0;

        public void Ring() => Rung?.Invoke();

        public IDisposable Subscribe(Action action)
        {
            Rung += action;
            return new End(() => Rung -= action);
        }

        private sealed class End(Action end) : IDisposable
        {
            public void Dispose() => end();
        }
    }

    private sealed class Follower : LiveComponent
    {
        private readonly SemaphoreSlim entered = new(0), go = new(0);
        private int refreshes;

        [Parameter] public Bell Bell { get; set; } = null!;

        protected override TimeSpan Pause => TimeSpan.Zero;

        public void Go() => go.Release();

        /// <summary>Waits until the n-th refresh has begun.</summary>
        public async Task Entered(int n)
        {
            await entered.WaitAsync();
            Assert.Equal(n, Volatile.Read(ref refreshes));
        }

        protected override void OnInitialized() => Listen(Bell.Subscribe);

        protected override async Task RefreshAsync()
        {
            Interlocked.Increment(ref refreshes);
            entered.Release();
            await go.WaitAsync();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, refreshes);
    }
}
