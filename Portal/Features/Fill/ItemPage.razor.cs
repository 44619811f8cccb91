using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>One item, or the cover: the form for the unit's people, the sent version for others.
/// What was read is carried over from the prerender, so that the circuit's first render shows the form at once, unless it is long: the circuit's first message
/// must stay below what the hub takes (32 KB).</summary>
public sealed partial class ItemPage : LiveComponent
{
    private const int LargestCarried = 18_000;
    private Problem? problem;
    private ItemSheetModel? form; // as it was when the form was drawn: the browser owns the inputs from then on
    private string formKey = "";
    private (ReportKey, string) shown;

    /// <summary>The request's code in the address.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code in the address.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>The item's code in the address; <c>COVER</c> for the cover.</summary>
    [Parameter] public string ItemCode { get; set; } = "";

    /// <summary>The list from which the reader came.</summary>
    [SupplyParameterFromQuery(Name = Way.Name)] public string? From { get; set; }

    /// <summary>The sheet on its way from the prerender into the circuit.</summary>
    [PersistentState]
    public ItemSheetModel? Carried
    {
        get => Sheet is not null && JsonSerializer.SerializeToUtf8Bytes(Sheet, JsonSerializerOptions.Web).Length <= LargestCarried ? Sheet : null;
        set => Sheet = value;
    }

    [Inject] private ItemSheet Sheets { get; set; } = null!;

    [Inject] private ChangeFeed Feed { get; set; } = null!;

    private ItemSheetModel? Sheet { get; set; }

    private ReportKey Report => new(RequestCode, UnitLogin);

    private string Address => Urls.Fields(Sheet!.Report, Sheet.ItemCode);

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId == Sheet?.SubmissionId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (shown == (Report, ItemCode))
        {
            return;
        }

        shown = (Report, ItemCode);
        if (form is null && Sheet?.Report == Report && Sheet.ItemCode == ItemCode)
        {
            Draw();
            return;
        }

        (Sheet, form, problem) = (null, null, null);
        await LoadAsync();
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        var (report, item) = (Report, ItemCode);
        var read = await Sheets.RunAsync(report, item);
        if ((report, item) != shown)
        {
            return; // the reader has gone on meanwhile
        }

        (Sheet, problem) = (read.Value, read.Problem);
        Draw();
    }

    // A form that was open stays drawn as it is when it is locked by somebody else: what is being typed must stay in sight.
    private void Draw()
    {
        if (Sheet is not { Own: true } sheet || (form is not null && form.OpenPaths.Count >= sheet.OpenPaths.Count))
        {
            return;
        }

        (form, formKey) = (sheet, $"{sheet.ItemCode}/{sheet.OpenPaths.Count}");
    }

    private SheetStep? Neighbour(int step)
    {
        var open = Sheet!.Items.Where(i => i.Editable || i.Code == ItemCode || (i.Code == ItemAnswer.Cover && i.State == ItemState.Approved)).ToList();
        return open.ElementAtOrDefault(open.FindIndex(i => i.Code == ItemCode) + step);
    }

    private static string CodeOf(string itemCode) => itemCode == ItemAnswer.Cover ? FillText.CoverCode : itemCode;

    // Whoever came down from a list goes back up to it; the unit's own people come from their duties.
    private IReadOnlyList<CrumbStep> Steps(ItemSheetModel sheet) => sheet is { Own: true, Entering: false }
        ? [Way.Step(From) ?? new(FillText.TasksTitle, Urls.Tasks), new(CodeOf(sheet.ItemCode))]
        : [.. new[] { Way.Step(From) }.OfType<CrumbStep>(), new(FillText.ReportOf.With(sheet.UnitName), Way.Along(Urls.Report(sheet.Report), From)), new(CodeOf(sheet.ItemCode))];
}
