using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.Proxy;

/// <summary>Nhập thay từ bản giấy: begin, see what is missing, say when it came, send; or give it up. The typing itself is on the pages of the items.</summary>
public sealed partial class EntryPage
{
    private static readonly string[] Before = [ProxyText.Before1, ProxyText.Before2, ProxyText.Before3, ProxyText.Before4];

    private (string, string)? asked;
    private Problem? problem;
    private IReadOnlyList<ErrorLine> refusals = [];
    private string? explanation, done;
    private DateTimeOffset? received;
    private Guid key = Guid.NewGuid();
    private ElementReference heading;
    private bool busy;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>The entry, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<EntryContent>? Loaded { get; set; }

    private EntryContent? Content => Loaded?.Value;

    private bool Late => Content is { SentBefore: false } c && received is { } at && !c.Deadline.Holds(at);

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId is { } id && id == Content?.SubmissionId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != (RequestCode, UnitLogin) && (asked is not null || Loaded is null))
        {
            await RefreshAsync();
        }

        asked = (RequestCode, UnitLogin);
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync() => Loaded = await View.RunAsync(new(RequestCode, UnitLogin));

    private Task StartAsync() => PressAsync(ProxyText.Started, k => Entering.RunAsync(Content!.Report, k));

    private async Task SendAsync()
    {
        await RefreshAsync();
        refusals = Content switch
        {
            { Blocking: { Count: > 0 } blocking } => blocking,
            { ScanAt: { } item } c => [new(Problems.ScanNeeded, Urls.Item(c.Report, item))],
            _ => [],
        };
        if (refusals.Count == 0)
        {
            await PressAsync(ProxyText.Sent, k => Sending.RunAsync(Content!.Report, received, Late ? explanation : null, k));
        }
    }

    private async Task AbandonAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, ProxyText.AbandonTitle, ProxyText.Abandon, ProxyText.AbandonMeans))
        {
            await PressAsync(ProxyText.Abandoned, k => Abandoning.RunAsync(Content!.Report, k));
        }
    }

    private async Task PressAsync(string success, Func<Guid, Task<Problem?>> verb)
    {
        if (busy)
        {
            return;
        }

        (busy, done) = (true, null);
        try
        {
            problem = await verb(key);
            key = Guid.NewGuid();
            await RefreshAsync();
            if (problem is null)
            {
                (done, refusals) = (success, []);
                await heading.FocusAsync(); // what came of it stands on top
            }
        }
        finally
        {
            busy = false;
        }
    }
}
