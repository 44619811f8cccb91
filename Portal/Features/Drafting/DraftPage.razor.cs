using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Requests.Drafting;
using Portal.Shared;

namespace Portal.Features.Drafting;

/// <summary>Writing a request in four steps: the letter, who is asked for what, the forms, what issuing will do. Each change is saved at once and can be taken back.</summary>
public sealed partial class DraftPage
{
    private const int LongestHistory = 50;

    private static readonly string[] steps = [DraftingText.StepLetter, DraftingText.StepItems, DraftingText.StepForms, DraftingText.StepIssue];

    private readonly List<string> before = [];
    private Outcome<DraftModel>? model;
    private DraftFile? file;
    private IReadOnlyList<LetterMark> marks = [];
    private IReadOnlyList<LetterSpan> doubts = [];
    private Problem? problem;
    private string? asked, chosen;
    private bool busy;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>Which step, from 1.</summary>
    [SupplyParameterFromQuery(Name = "buoc")] public int? Asked { get; set; }

    private int Step => Math.Clamp(Asked ?? 1, 1, steps.Length);

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId is null && change.RequestId == model?.Value?.RequestId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != RequestCode)
        {
            asked = RequestCode;
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        model = await View.RunAsync(RequestCode);
        file = model?.Value is { } m ? DraftFile.Of(m.Json).Value : null;
        marks = file?.Marks ?? [];
        doubts = [.. file?.Points.Where(p => p is { Span: not null, Settled: null }).Select(p => p.Span!.Value) ?? []];
    }

    private Task EditAsync(DraftEdit edit) => SaveAsync(m => Editing.RunAsync(m.Code, m.Version, edit), remembered: true);

    private Task PickAsync(UnitPick pick) => SaveAsync(m => Picking.RunAsync(m.Code, m.Version, pick), remembered: true);

    private Task UndoAsync()
    {
        var last = before[^1];
        before.RemoveAt(before.Count - 1);
        return SaveAsync(m => Editing.RunAsync(m.Code, m.Version, new ReplaceDraft(last)), remembered: false);
    }

    private async Task SaveAsync(Func<DraftModel, Task<Problem?>> verb, bool remembered)
    {
        if (busy || model?.Value is not { } m)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await verb(m);
            if (problem is null && remembered)
            {
                before.Add(m.Json);
                before.RemoveRange(0, Math.Max(0, before.Count - LongestHistory));
            }

            await RefreshAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task ReviseAsync()
    {
        busy = true;
        problem = await Revising.RunAsync(RequestCode, Guid.NewGuid());
        await RefreshAsync();
        busy = false;
    }

    private void Choose(string? key) => chosen = key;

    private async Task DiscardAsync()
    {
        var m = model!.Value.Value!;
        if (await ConfirmDialog.AskAsync(Dialogs, DraftingText.DiscardTitle, DraftingText.Discard, m.Amends ? DraftingText.DiscardAmendment : DraftingText.DiscardEffect))
        {
            problem = await Discarding.RunAsync(m.Code, Guid.NewGuid());
            if (problem is null)
            {
                Navigation.NavigateTo(m.Amends ? Urls.Request(m.Code) : Urls.Requests);
            }
        }
    }

    private static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0]) + text[1..];
}
