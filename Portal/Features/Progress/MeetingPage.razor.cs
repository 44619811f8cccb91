using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Progress;

/// <summary>The board for a meeting room: pushed, large type, no names of people, no list of who is late.</summary>
public sealed partial class MeetingPage(OpenBoard open, PortalClock clock) : LiveComponent
{
    private bool loading = true;
    private Problem? problem;
    private ProgressBoard? board;
    private BoardSnapshot? shown;
    private HeadlineWords headline;
    private Resolutions resolutions;
    private DateTimeOffset now;

    /// <summary>Which request; the newest where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

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
        if (opened.Value is { Board: { } found } && board is null)
        {
            board = found;
            Listen(signal => found.Subscribe(_ => signal()));
        }

        Show();
    }

    private void Show()
    {
        (shown, now) = (board?.Current, clock.Now);
        if (shown is not null)
        {
            headline = OverviewWords.Headline(shown, countdown: false);
            resolutions = shown.Groups.Aggregate(default(Resolutions), (r, g) => r + g.Resolutions);
        }
    }

    private string Of(int count) => OverviewWords.Format(ProgressText.MeetingOf, count, shown!.Counts.Items.Total);
}
