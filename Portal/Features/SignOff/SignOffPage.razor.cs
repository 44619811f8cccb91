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
    private bool busy, late, lateMissing, sendingBack, takingBack, changed, onlyChanged = true;
    private string? explanation, done, shownHash;
    private ElementReference outcome;

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
        shownHash ??= Package is { State: PackageState.WithHead } p ? p.Hash : null;
        if (Package?.Open is { } open)
        {
            seen.Add(open.Item.Code);
        }

        Ring();
    }

    // At the deadline he is asked why it is late, though nothing happens.
    private void Ring() => RingAt(Clock.RingAt, Package is { State: PackageState.WithHead } p && p.Deadline.LateFrom > p.Now ? p.Deadline.LateFrom : null);

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        Loaded = await View.RunAsync(Report, ItemCode);
        if (Package is { State: PackageState.WithHead } p)
        {
            // What he has seen was another text: he looks again.
            if (shownHash is not null && shownHash != p.Hash)
            {
                changed = true;
                seen.Clear();
            }

            shownHash = p.Hash;
        }

        if (Package?.Open is { } open)
        {
            seen.Add(open.Item.Code);
        }

        Ring();
    }

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
        List<string> effects = [string.Format(sends ? SignOffText.ConfirmSend : SignOffText.ConfirmOnly, items, p.CoordinatorName)];
        if (p.Items.Count(i => !seen.Contains(i.Code)) is var unseen and > 0)
        {
            effects.Add(string.Format(SignOffText.ConfirmUnseen, unseen));
        }

        if (await ConfirmDialog.AskAsync(Dialogs, string.Format(SignOffText.Title, p.UnitName), verb, [.. effects]))
        {
            await PressAsync(() => Signing.RunAsync(Report, p.Hash, explanation, key), null);
        }
    }

    private async Task SendBackAsync(IReadOnlyDictionary<string, string> reasons)
    {
        await PressAsync(() => Sending.RunAsync(Report, reasons, key), SignOffText.SentBackDone);
        sendingBack = problem is not null;
    }

    private async Task RevokeAsync(string reason)
    {
        await PressAsync(() => Revoking.RunAsync(Report, reason, key), SignOffText.RevokeDone);
        takingBack = problem is not null;
    }

    private async Task WithdrawAsync(string reason)
    {
        await PressAsync(() => Withdrawing.RunAsync(Report, reason, key), SignOffText.WithdrawDone);
        takingBack = problem is not null;
    }

    private async Task PressAsync(Func<Task<Problem?>> verb, string? said)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        changed = false;
        try
        {
            problem = await verb();
            key = Guid.NewGuid();
            done = problem is null ? said : null;
            late |= problem?.Code == nameof(Problems.LateExplanationNeeded);
            await RefreshAsync();
        }
        finally
        {
            busy = false;
        }

        StateHasChanged();
        if (Loaded is { Ok: true })
        {
            await outcome.FocusAsync(); // what came of it stands on top
        }
    }

    // What withdrawing means for "in time" (workflow §6).
    private static string[] WithdrawMeans(PackageContent p) => p.Judged is null
        ? [SignOffText.WithdrawMeans, SignOffText.WithdrawKeepsFirst]
        : [SignOffText.WithdrawMeans, p.Deadline.At is null ? SignOffText.WithdrawNoDay
            : string.Format(p.Deadline.Holds(p.Now) ? SignOffText.WithdrawJudgedAnew : SignOffText.WithdrawWillBeLate, VietTime.DateTime(p.SentAt!.Value), DeadlineText.Of(p.Deadline))];

    private string Address(string item) => $"{Urls.SignOff(Report)}?noi-dung={item}";

    private static string Code(DeskItem item) => item.Title is null ? SignOffText.CoverCode : item.Code;

    private DeskItem? Beside(int step)
    {
        var items = Package!.Items;
        var at = items.ToList().FindIndex(i => i.Code == Package.Open!.Item.Code) + step;
        return at >= 0 && at < items.Count ? items[at] : null;
    }
}
