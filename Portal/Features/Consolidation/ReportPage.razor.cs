using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Consolidation;

/// <summary>Composing the report: the plan at the left, one part of it as a page in the middle, what it can be made of at the right; below, the way to the leader and up.</summary>
public sealed partial class ReportPage
{
    private Outcome<ReportModel?>? loaded;
    private Problem? problem;
    private (string?, int?, string?, string?)? shown;
    private int? dragged;
    private bool busy;

    /// <summary>The request's code; null for the one issued last.</summary>
    [Parameter] public string? RequestCode { get; set; }

    /// <summary>The part that is shown: the heading's block.</summary>
    [SupplyParameterFromQuery(Name = "muc")] public int? Part { get; set; }

    /// <summary>Which of the sources: answers, figures, who is missing.</summary>
    [SupplyParameterFromQuery(Name = "nguon")] public string? Tab { get; set; }

    /// <summary>Only answers to that item.</summary>
    [SupplyParameterFromQuery(Name = "noi-dung")] public string? ItemCode { get; set; }

    /// <summary>Only of units with these words in their name.</summary>
    [SupplyParameterFromQuery(Name = "don-vi")] public string? Unit { get; set; }

    /// <summary>The ticket of the sent file that was just uploaded.</summary>
    [SupplyParameterFromQuery(Name = "tep")] public string? File { get; set; }

    [Inject] private ReportView View { get; set; } = null!;

    [Inject] private ReportVerbs Verbs { get; set; } = null!;

    [Inject] private ChangeFeed Feed { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    private ReportModel? Model => loaded?.Value;

    private string Address => Urls.ConsolidatedBlocks(Model!.Code);

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.RequestId == Model?.RequestId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (shown != (RequestCode, Part, ItemCode, Unit))
        {
            shown = (RequestCode, Part, ItemCode, Unit);
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync() => loaded = await View.RunAsync(RequestCode, new(Part, ItemCode, Unit));

    private Task DraftAsync() => DoAsync(m => Verbs.Draft.RunAsync(m.Code, null, Guid.NewGuid()));

    private async Task RedraftAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, ReportText.RedraftTitle, ReportText.Redraft, ReportText.RedraftEffect))
        {
            await DoAsync(m => Verbs.Draft.RunAsync(m.Code, m.Version, Guid.NewGuid()));
        }
    }

    private async Task SubmitAsync()
    {
        if (await ConfirmDialog.AskAsync(Dialogs, ReportText.SubmitTitle, ReportText.Submit, ReportText.SubmitEffect))
        {
            await DoAsync(m => Verbs.Submit.RunAsync(m.Code, Guid.NewGuid()));
        }
    }

    private Task AddAsync(BlockRecipe recipe) => DoAsync(async m =>
        (await Verbs.Insert.RunAsync(m.Code, m.Blocks.LastOrDefault(b => b.Recipe.Kind is not BlockKind.Frame || m.Shown!.Id == 0)?.Id, recipe, recipe.Kind is BlockKind.Section or BlockKind.Clause ? ReportText.NewHeading : "", Guid.NewGuid())).Problem);

    private Task MoveAsync(BlockModel block, int step)
    {
        var at = Model!.Blocks.ToList().FindIndex(b => b.Id == block.Id);
        return step < 0 ? MoveAsync(block.Id, Model.Blocks[at - 1].Id)
            : at + 2 < Model.Blocks.Count ? MoveAsync(block.Id, Model.Blocks[at + 2].Id)
            : MoveAsync(Model.Blocks[at + 1].Id, block.Id); // to the end of the part: the one below goes above it
    }

    private async Task DropAsync(int before)
    {
        if (dragged is { } id && id != before)
        {
            await MoveAsync(id, before);
        }

        dragged = null;
    }

    private Task MoveAsync(int blockId, int before) => DoAsync(m => Verbs.Move.RunAsync(m.Code, blockId, before, m.Version, Guid.NewGuid()));

    private Task RemoveAsync(BlockModel block) => DoAsync(m => Verbs.Remove.RunAsync(m.Code, block.Id, m.Version, Guid.NewGuid()));

    private Task SettleAsync(BlockModel block, Settlement how) => DoAsync(m => Verbs.Settle.RunAsync(m.Code, block.Id, how, block.Version, Guid.NewGuid()));

    private Task ReviewAllAsync() => DoAsync(m => Verbs.Review.RunAsync(m.Code, m.Drafted, Guid.NewGuid()));

    private Task ChooseAsync(ChangeEventArgs e) => DoAsync(m => Verbs.Choose.RunAsync(m.Code, e.Value is true ? SourceChoice.Sent : SourceChoice.Accepted, Guid.NewGuid()));

    private async Task DoneAsync(Problem? refusal)
    {
        problem = refusal;
        await RefreshAsync();
    }

    private async Task DoAsync(Func<ReportModel, Task<Problem?>> verb)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            await DoneAsync(await verb(Model!));
        }
        finally
        {
            busy = false;
        }
    }

    private static string Summary(ReportModel m) => string.Join(" · ", new[]
    {
        m.Choice is SourceChoice.Sent ? ReportText.TakesSent.With(m.Items.Taken, m.Items.All) : ReportText.TakesAccepted.With(m.Items.Taken, m.Items.All),
        m.Changed > 0 ? ReportText.SomeChanged.With(m.Changed) : null,
        m.Drafted.Count > 0 ? ReportText.SomeDrafted.With(m.Drafted.Count) : null,
    }.OfType<string>());
}
