using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>A page that shows the one board of a request and follows it: opened once, then pushed.</summary>
public abstract class BoardPage(OpenBoard open, PortalClock clock) : LiveComponent
{
    /// <summary>Which request; the newest where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

    /// <summary>With which request it is compared; null for the one before it.</summary>
    protected virtual string? OtherCode => null;

    /// <summary>Not opened yet.</summary>
    protected bool Loading { get; private set; } = true;

    /// <summary>Why there is nothing to see.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>The board and what the person may do with it; null while there is none.</summary>
    protected OpenedBoard? Opened { get; private set; }

    /// <summary>What is shown now; null while there is no board.</summary>
    protected BoardSnapshot? Shown { get; private set; }

    /// <summary>When it was shown, by the portal's clock.</summary>
    protected DateTimeOffset Now { get; private set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => OpenAsync();

    /// <inheritdoc/>
    protected override void OnParametersSet() => Show();

    /// <inheritdoc/>
    protected override Task RefreshAsync()
    {
        Show();
        return Task.CompletedTask;
    }

    /// <summary>Opens it, or tries again.</summary>
    protected async Task OpenAsync()
    {
        var opened = await open.RunAsync(RequestCode, OtherCode);
        (Loading, Problem) = (false, opened.Problem);
        if (opened.Value is { Board: { } board } value && Opened is null)
        {
            Opened = value;
            Listen(signal => board.Subscribe(_ => signal()));
        }

        Show();
    }

    /// <summary>Makes what the page shows of a new picture.</summary>
    /// <param name="board">The picture.</param>
    protected abstract void Show(BoardSnapshot board);

    private void Show()
    {
        (Shown, Now) = (Opened?.Board?.Current, clock.Now);
        if (Shown is not null)
        {
            Show(Shown);
        }
    }
}
