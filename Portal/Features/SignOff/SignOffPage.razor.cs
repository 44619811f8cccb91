using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.SignOff;

/// <summary>The head signs off what he is shown, or sends it back.</summary>
public sealed partial class SignOffPage
{
    private readonly HashSet<string> seen = [];
    private (string, string, string?)? asked;
    private Guid key = Guid.NewGuid();
    private Problem? problem;
    private bool busy, late, lateMissing, sendingBack, sentBack, onlyChanged = true;
    private string? explanation;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>Which item is open.</summary>
    [SupplyParameterFromQuery(Name = "noi-dung")] public string? ItemCode { get; set; }

    /// <summary>The package, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<PackageContent?>? Loaded { get; set; }

    private ReportKey Report => new(RequestCode, UnitLogin);

    private PackageContent? Package => Loaded?.Value;

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId is { } id && id == Package?.SubmissionId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = (RequestCode, UnitLogin, ItemCode);
        if (asked != wanted && (asked is not null || Loaded is null))
        {
            await RefreshAsync();
        }

        asked = wanted;
        if (Package?.Open is { } open)
        {
            seen.Add(open.Item.Code);
        }
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync() => Loaded = await View.RunAsync(Report, ItemCode);

    private async Task SignOffAsync()
    {
        var p = Package!;
        lateMissing = (late || p.NeedsLateExplanation) && string.IsNullOrWhiteSpace(explanation);
        if (lateMissing)
        {
            return;
        }

        var sends = p.CoverMissing is null;
        var verb = sends ? SignOffText.SignOffAndSend : SignOffText.SignOffOnly;
        var items = p.Items.Count(i => i.Title is not null);
        if (await ConfirmDialog.AskAsync(Dialogs, string.Format(SignOffText.Title, p.UnitName), verb, string.Format(sends ? SignOffText.ConfirmSend : SignOffText.ConfirmOnly, items, p.CoordinatorName)))
        {
            await PressAsync(() => Signing.RunAsync(Report, p.Hash, explanation, key));
        }
    }

    private async Task SendBackAsync(IReadOnlyDictionary<string, string> reasons)
    {
        await PressAsync(() => Sending.RunAsync(Report, reasons, key));
        sentBack = problem is null;
        sendingBack = problem is not null;
    }

    private async Task PressAsync(Func<Task<Problem?>> verb)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await verb();
            key = Guid.NewGuid();
            late |= problem?.Code == nameof(Problems.LateExplanationNeeded);
            await RefreshAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private string Address(string item) => $"{Urls.SignOff(Report)}?noi-dung={item}";

    private static string Code(PackageItem item) => item.Title is null ? SignOffText.CoverCode : item.Code;

    private PackageItem? Beside(int step)
    {
        var items = Package!.Items;
        var at = items.ToList().FindIndex(i => i.Code == Package.Open!.Item.Code) + step;
        return at >= 0 && at < items.Count ? items[at] : null;
    }
}
