using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Review;

/// <summary>What the page shows: the queue, and the item that is open.</summary>
public sealed record ReviewDesk(Outcome<Queue> Queue, Outcome<ReviewedItem>? Item);

/// <summary>The reviewer's desk: queue, answer, documents; the next item opens by itself.</summary>
public sealed partial class ReviewPage
{
    private (string?, string?, string?, string?)? asked;
    private IReadOnlyList<SkippedItem> skipped = [];
    private Problem? problem, returnRefusal;
    private string? said;
    private bool busy, returning;
    private int focusRequest;

    /// <summary>The request's code.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

    /// <summary>The unit's login code.</summary>
    [SupplyParameterFromQuery(Name = "don-vi")] public string? UnitLogin { get; set; }

    /// <summary>Which item is open.</summary>
    [SupplyParameterFromQuery(Name = "noi-dung")] public string? ItemCode { get; set; }

    /// <summary>Which part of the queue is shown.</summary>
    [SupplyParameterFromQuery(Name = "trang-thai")] public string? State { get; set; }

    /// <summary>Which of its documents is open.</summary>
    [SupplyParameterFromQuery(Name = ReviewAddress.Document)] public int? DocumentId { get; set; }

    /// <summary>Queue and item, loaded once for prerender and circuit.</summary>
    [PersistentState] public ReviewDesk? Loaded { get; set; }

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    private QueueFilter Filter => ReviewAddress.Filter(State);

    private ReviewedItem? Shown => Loaded?.Item?.Value;

    private IReadOnlyList<QueueRow> Rows => [.. (Loaded?.Queue.Value?.Rows ?? []).Where(r => r.Fits(Filter))];

    private QueueRow? Current => Shown is { } s ? Loaded?.Queue.Value?.Find(s.Report, s.ItemCode) : null;

    private int Mates => Shown is { } s ? Loaded!.Queue.Value!.Rows.Count(r => r.Waits && r.Report == s.Report) : 0;

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(_ => signal()));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = (RequestCode, UnitLogin, ItemCode, State); // without an item the filter decides which one opens
        if (asked != wanted && (asked is not null || Loaded is null))
        {
            (returning, problem, returnRefusal) = (false, null, null);
            await RefreshAsync();
        }

        asked = wanted;
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        var queue = await Waiting.RunAsync();
        var first = queue.Value?.Rows.FirstOrDefault(r => r.Fits(Filter));
        var open = (RequestCode, UnitLogin, ItemCode) is ({ } r, { } u, { } i) ? (new ReportKey(r, u), i) : first is null ? ((ReportKey Report, string ItemCode)?)null : (first.Report, first.ItemCode);
        Outcome<ReviewedItem>? item = null;
        if (queue.Ok && open is { } at)
        {
            item = await Item.RunAsync(at.Report, at.ItemCode);
        }

        Loaded = new(queue, item);
    }

    private void ChooseDocument(int id) => Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(ReviewAddress.Document, id), replace: true);

    private Task DecideAsync(DocumentVerdict verdict) => PressAsync(async () =>
    {
        problem = await Verbs.DecideAsync(Shown!, verdict.DocumentId, verdict.Decision, verdict.Reason);
        await RefreshAsync();
    });

    private Task AcceptAsync() => PressAsync(async () =>
    {
        var item = Shown!;
        problem = await Verbs.AcceptAsync(item);
        await GoOnAsync(item, ReviewText.Accepted);
    });

    private Task ReturnAsync(Supplement asking) => PressAsync(async () =>
    {
        var item = Shown!;
        var refusal = await Verbs.ReturnAsync(item, asking);
        returnRefusal = refusal?.Field is null ? null : refusal;
        problem = refusal?.Field is null ? refusal : null;
        if (refusal is null)
        {
            returning = false;
            await GoOnAsync(item, item.Waits ? ReviewText.Returned : ReviewText.Reopened);
        }
    });

    private async Task AcceptAllAsync()
    {
        var item = Shown!;
        if (!await ConfirmDialog.AskAsync(Dialogs, string.Format(ReviewText.AcceptAll, item.UnitName), ReviewText.AcceptAllVerb, string.Format(ReviewText.AcceptAllConfirm, Mates, item.UnitName)))
        {
            return;
        }

        await PressAsync(async () =>
        {
            var outcome = await Verbs.AcceptAllAsync(item.Report);
            problem = outcome.Problem;
            var left = outcome.Value ?? [];
            var next = left.Count > 0 ? Loaded!.Queue.Value!.Find(item.Report, left[0].ItemCode) : Rows.FirstOrDefault(r => r.Report != item.Report);
            if (problem is null)
            {
                Go(next);
                (said, skipped) = (string.Format(ReviewText.AcceptAllDone, item.UnitName), left);
            }

            await RefreshAsync();
        });
    }

    /// <summary>After a decision the next row opens and takes the focus; what went wrong stays where it is.</summary>
    private async Task GoOnAsync(ReviewedItem item, string done)
    {
        if (problem is null)
        {
            var next = Beside(1) ?? Beside(-1);
            (said, skipped) = (string.Format(done, Code(item.ItemCode), item.UnitName), []);
            Go(next);
            if (next is not null)
            {
                return; // the new address reads it
            }
        }

        await RefreshAsync();
    }

    private void Go(QueueRow? next)
    {
        focusRequest++;
        Navigation.NavigateTo(next is null ? AddressOf(null, Filter) : AddressOf(next));
    }

    private async Task PressAsync(Func<Task> verb)
    {
        if (busy)
        {
            return;
        }

        (busy, said, skipped, problem) = (true, null, [], null);
        try
        {
            await verb();
        }
        finally
        {
            busy = false;
        }
    }

    private async Task CancelledAsync()
    {
        (said, skipped, problem) = (string.Format(ReviewText.ReturnCancelled, Code(Shown!.ItemCode), Shown.UnitName), [], null);
        await RefreshAsync();
    }

    private Task AnsweredAsync(string done) => GoOnAsync(Shown!, done);

    private void OpenReturn() => returning = true;

    private QueueRow? Beside(int step)
    {
        var rows = Rows.ToList();
        var at = rows.FindIndex(r => r == Current);
        return at < 0 ? (step > 0 ? rows.FirstOrDefault() : null) : at + step >= 0 && at + step < rows.Count ? rows[at + step] : null;
    }

    private string AddressOf(QueueRow row) => AddressOf(row, Filter);

    private static string AddressOf(QueueRow? row, QueueFilter filter) => ReviewAddress.Of(row, filter);

    private static string Code(string itemCode) => itemCode == ItemAnswer.Cover ? ReviewText.CoverCode : itemCode;
}
