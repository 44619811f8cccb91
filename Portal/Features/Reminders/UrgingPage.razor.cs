using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Reminders;

/// <summary>Who owes something, who was urged when, and by which schedule. It moves when others act and when something becomes due.</summary>
public sealed partial class UrgingPage(UrgingDesk urgings, PortalClock clock, ChangeFeed feed) : LiveComponent
{
    private bool loading = true;
    private Problem? problem;
    private UrgingDeskModel? desk;
    private BoardSnapshot? shown;
    private IReadOnlyList<Debt> rows = [];
    private DateTimeOffset now;
    private bool listening;

    /// <summary>Which request; the newest where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

    /// <inheritdoc/>
    protected override Task OnInitializedAsync() => RefreshAsync();

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        var read = await urgings.RunAsync(RequestCode);
        (loading, problem, desk) = (false, read.Problem, read.Value);
        if (desk is { Board: { } board } && !listening)
        {
            listening = true;
            Listen(signal => board.Subscribe(_ => signal())); // also at each due instant
            Listen(signal => feed.Subscribe(change => { if (change.EventNumber > 0 && change.RequestId == board.Current.Request.Id) signal(); }));
        }

        (shown, now) = (desk?.Board.Current, clock.Now);
        rows = shown is null ? [] : Debt.Of(shown, now);
    }
}
