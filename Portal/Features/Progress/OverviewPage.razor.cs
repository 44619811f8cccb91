using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>Where the whole request stands: one live picture for leaders, observers and the coordinator.</summary>
public sealed partial class OverviewPage(OpenBoard open, PortalClock clock) : LiveComponent
{
    private bool loading = true;
    private bool decides;
    private Problem? problem;
    private ProgressBoard? board;
    private BoardSnapshot? shown;
    private HeadlineWords headline;
    private DateTimeOffset now;

    /// <summary>Which request; the newest where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

    /// <summary>Which units the list shows.</summary>
    [SupplyParameterFromQuery(Name = "loc")] public string? Filter { get; set; }

    private DateTimeOffset? Due => shown?.Request.Deadline.At;

    private Func<string?, string> Link => filter => Urls.OverviewOf(RequestCode, filter);

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync() => await OpenAsync();

    /// <inheritdoc/>
    protected override Task RefreshAsync()
    {
        Show();
        return Task.CompletedTask;
    }

    private async Task OpenAsync()
    {
        var opened = await open.RunAsync(RequestCode);
        (loading, problem) = (false, opened.Problem);
        if (opened.Value is { Board: { } found } value && board is null)
        {
            (board, decides) = (found, value.Decides);
            Listen(signal => found.Subscribe(_ => signal()));
        }

        Show();
    }

    private void Show()
    {
        (shown, now) = (board?.Current, clock.Now);
        headline = shown is null ? default : OverviewWords.Headline(shown);
    }
}
