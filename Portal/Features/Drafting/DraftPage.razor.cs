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
    private readonly SemaphoreSlim turn = new(1);
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

    private Task EditAsync(DraftEdit edit) => SaveAsync(m => Editing.RunAsync(m.Code, m.Version, edit), edit);

    private Task PickAsync(UnitPick pick) => SaveAsync(m => Picking.RunAsync(m.Code, m.Version, pick));

    private Task UndoAsync() => SaveAsync(m =>
    {
        var last = before[^1];
        before.RemoveRange(before.Count - 1, 1);
        return Editing.RunAsync(m.Code, m.Version, new ReplaceDraft(last));
    }, remembered: false);

    // One change after the other: a field that is left by pressing a button is saved before what the button does.
    private async Task SaveAsync(Func<DraftModel, Task<Problem?>> verb, DraftEdit? edit = null, bool remembered = true)
    {
        busy = true;
        await turn.WaitAsync();
        try
        {
            if (model?.Value is not { } seen || file is not { } shown)
            {
                return;
            }

            problem = await verb(seen);
            await RefreshAsync();
            if (problem is { Kind: ProblemKind.Stale } && edit is not null && file is not null && model?.Value is { } now)
            {
                // Somebody else changed something else: this change still means what it meant.
                problem = edit.StillFits(shown, file) ? await verb(now) : edit is SetFact fact ? problem.At(fact.Path) : problem;
                await RefreshAsync();
            }

            if (problem is null && remembered)
            {
                before.Add(seen.Json);
                before.RemoveRange(0, Math.Max(0, before.Count - LongestHistory));
            }
        }
        finally
        {
            turn.Release();
            busy = turn.CurrentCount == 0;
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
