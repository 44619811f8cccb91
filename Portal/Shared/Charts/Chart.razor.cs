using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace Portal.Shared.Charts;

/// <summary>A chart of Chart.js: <c>create</c> once, <c>update</c> when the configuration says something new.</summary>
public sealed partial class Chart
{
    private ElementReference canvas;
    private IJSObjectReference? module;
    private string? drawn;
    private bool busy;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (busy) return;
        busy = true;
        try
        {
            // What arrives while the browser still works on the last one is drawn by the next turn.
            for (var wanted = Config.ToJson(); wanted != drawn; wanted = Config.ToJson())
            {
                var first = drawn is null;
                drawn = wanted;
                module ??= await JS.InvokeAsync<IJSObjectReference>("import", "./lib/js/chart.js");
                await module.InvokeVoidAsync(first ? "create" : "update", canvas, wanted);
            }
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The page was left meanwhile.
        }
        finally
        {
            busy = false;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (module is null) return;
        try
        {
            await module.InvokeVoidAsync("destroy", canvas);
            await module.DisposeAsync();
        }
        catch (Exception e) when (e is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and the chart with it.
        }
    }
}
