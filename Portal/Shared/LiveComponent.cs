using Microsoft.AspNetCore.Components;

namespace Portal.Shared;

/// <summary>
/// A component that follows changes made elsewhere. It listens only in a live circuit, never in the prerender; a burst of signals gives
/// one refresh now and one after, with a pause between; with nothing happening there is no timer.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource closing = new();
    private readonly List<IDisposable> subscriptions = [];
    private IDisposable? alarm;
    private bool wanted, running, closed;

    /// <summary>The least time between two refreshes.</summary>
    protected virtual TimeSpan Pause => TimeSpan.FromMilliseconds(250);

    /// <summary>Cancelled when the component goes.</summary>
    protected CancellationToken Closing => closing.Token;

    /// <summary>Subscribes, if this is a live circuit. Call it in <c>OnInitialized</c>.</summary>
    /// <param name="subscribe">Given what to call on a change (from any thread), returns what ends the subscription.</param>
    protected void Listen(Func<Action, IDisposable> subscribe)
    {
        if (RendererInfo.IsInteractive && !closed) subscriptions.Add(subscribe(Signal));
    }

    /// <summary>Reads again at that instant, though nothing happens: what is due says something else then. Asked again, only the last instant counts.</summary>
    /// <param name="clock">Calls at an instant by the portal's clock; what it returns takes that back.</param>
    /// <param name="instant">When; null for never.</param>
    protected void RingAt(Func<DateTimeOffset, Action, IDisposable> clock, DateTimeOffset? instant)
    {
        alarm?.Dispose();
        alarm = RendererInfo.IsInteractive && !closed && instant is { } at ? clock(at, Signal) : null;
    }

    /// <summary>Reads again what is shown; runs on the circuit's own turn, and a render follows.</summary>
    protected abstract Task RefreshAsync();

    private void Signal()
    {
        lock (gate)
        {
            wanted = true;
            if (running || closed) return;
            running = true;
        }
        // Off the publisher's thread: one slow page must not hold up the others.
        _ = Task.Run(PumpAsync);
    }

    private async Task PumpAsync()
    {
        try
        {
            while (Take())
            {
                await InvokeAsync(RefreshAndRenderAsync);
                await Task.Delay(Pause, closing.Token);
            }
        }
        catch (Exception e) when (closed && e is OperationCanceledException or ObjectDisposedException)
        {
            // The page was left in the middle: nobody is looking.
        }
        catch (Exception e)
        {
            await DispatchExceptionAsync(e);
        }
    }

    private bool Take()
    {
        lock (gate)
        {
            (var go, wanted) = (wanted && !closed, false);
            return running = go;
        }
    }

    private async Task RefreshAndRenderAsync()
    {
        if (closed) return;
        await RefreshAsync();
        if (!closed) StateHasChanged();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends the subscriptions; an heir that overrides it calls this one too.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (closed) return;
        closed = true;
        alarm?.Dispose();
        foreach (var subscription in subscriptions) subscription.Dispose();
        // Not disposed: an heir may still ask for the token, and without a timer there is nothing to give back.
        closing.Cancel();
    }
}
