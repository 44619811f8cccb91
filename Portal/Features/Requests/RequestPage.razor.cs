using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.Requests;

/// <summary>The letter with its items and units; its coordinator issues it from here.</summary>
public sealed partial class RequestPage
{
    private string? asked;
    private Guid key = Guid.NewGuid();
    private Problem? problem;
    private bool busy;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The letter, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<LetterModel>? Loaded { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId is null && change.RequestId == Loaded?.Value?.RequestId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != RequestCode && (asked is not null || Loaded is null))
        {
            Loaded = null;
            await RefreshAsync();
        }

        asked = RequestCode;
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync() => Loaded = await View.RunAsync(RequestCode);

    private async Task IssueAsync()
    {
        var m = Loaded!.Value.Value!;
        if (busy || !await ConfirmDialog.AskAsync(Dialogs, RequestsText.IssueTitle, RequestsText.Issue, [string.Format(RequestsText.IssueEffect, m.Numbers.Units), RequestsText.IssueFinal, .. Missing(m.Issuing!)]))
        {
            return;
        }

        busy = true;
        try
        {
            problem = await Issue.RunAsync(RequestCode, pastDeadlineConfirmed: false, key);
            if (problem?.Code == nameof(Problems.DeadlineHasPassed))
            {
                problem = await ConfirmDialog.AskAsync(Dialogs, RequestsText.LateTitle, RequestsText.IssueLate, string.Format(RequestsText.LateEffect, DeadlineText.Of(m.Deadline)))
                    ? await Issue.RunAsync(RequestCode, pastDeadlineConfirmed: true, key)
                    : null;
            }

            key = Guid.NewGuid();
            await RefreshAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private static IEnumerable<string> Missing(Issuing issuing)
    {
        if (issuing.WithoutHead.Count > 0)
        {
            yield return string.Format(RequestsText.WithoutHead, issuing.WithoutHead.Count, string.Join("; ", issuing.WithoutHead));
        }

        if (issuing.WithoutOfficer.Count > 0)
        {
            yield return string.Format(RequestsText.WithoutOfficer, issuing.WithoutOfficer.Count, string.Join("; ", issuing.WithoutOfficer));
        }
    }

    private static string Numbers(LetterModel m) => string.Format(RequestsText.Numbers, m.Numbers.Groups, m.Numbers.Units, m.Numbers.Items, m.Numbers.UnitItems, m.Numbers.Duties);

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0]) + text[1..];
}
