using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.Proxy;

/// <summary>Xác nhận báo cáo nhập thay: the head reads what was entered; confirms all of it, or objects to single items.</summary>
public sealed partial class ConfirmationPage
{
    private readonly Dictionary<string, string> reasons = [];
    private (string, string)? asked;
    private Problem? problem;
    private IReadOnlyList<ErrorLine> errors = [];
    private string? explanation, done;
    private Guid key = Guid.NewGuid();
    private ElementReference heading;
    private bool busy;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>What waits, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<ConfirmationContent>? Loaded { get; set; }

    private ConfirmationContent? Content => Loaded?.Value;

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

    private void Choose(string code, bool chosen)
    {
        if (chosen)
        {
            reasons.TryAdd(code, "");
        }
        else
        {
            reasons.Remove(code);
        }
    }

    private async Task ObjectAsync()
    {
        errors = [.. reasons.Where(r => string.IsNullOrWhiteSpace(r.Value)).Select(r => new ErrorLine($"{Code(Content!.Items.First(i => i.Code == r.Key))}: {ProxyText.ReasonNeeded}", $"#why-{r.Key}"))];
        if (errors.Count == 0)
        {
            await PressAsync(ProxyText.Objected, k => Objecting.RunAsync(Content!.Report, new Dictionary<string, string>(reasons), k));
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
                (done, errors) = (success, []);
                reasons.Clear();
                await heading.FocusAsync(); // what came of it stands on top
            }
        }
        finally
        {
            busy = false;
        }
    }

    private static string Code(EnteredItem item) => item.Title is null ? ProxyText.CoverCode : item.Code;
}
