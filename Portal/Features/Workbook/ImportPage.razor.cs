using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Documents;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>Nhập từ Excel hoặc báo cáo lần trước: the workbook out, the filled one in; what it would change, line by line; and the one press that writes.
/// Read anew in the circuit: a proposal of a whole report is more than a hub message takes.</summary>
public sealed partial class ImportPage : LiveComponent
{
    private static readonly string texts = JsonSerializer.Serialize(
        new { WorkbookText.Reading, WorkbookText.NoNetwork, WorkbookText.SignedOut, WorkbookText.ServerError, TooBig = Problem.Invalid(nameof(Problems.WorkbookTooBig), XlsxReader.MaxMegabytes).Text },
        new JsonSerializerOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly HashSet<string> turned = []; // lines whose tick is not what it is by default: a change is taken, a conflict is not
    private (string, string, string?, string?)? asked;
    private ImportSource? source;
    private ProposalModel? model;
    private Problem? refusal, problem;
    private Finished? done;
    private Guid? press;
    private bool busy;
    private ElementReference heading;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>The workbook that was read.</summary>
    [SupplyParameterFromQuery(Name = "tep")] public string? File { get; set; }

    /// <summary>Another source of answers.</summary>
    [SupplyParameterFromQuery(Name = "nguon")] public string? From { get; set; }

    [Inject] private ImportSources Sources { get; set; } = null!;

    [Inject] private WorkbookProposal OfWorkbook { get; set; } = null!;

    [Inject] private EarlierProposal OfEarlier { get; set; } = null!;

    [Inject] private ImportAnswers Answers { get; set; } = null!;

    [Inject] private PortalClock Clock { get; set; } = null!;

    [Inject] private ChangeFeed Feed { get; set; } = null!;

    private ReportKey Report => new(RequestCode, UnitLogin);

    private List<ProposedLine> Chosen => [.. model?.Lines.Where(Takes) ?? []];

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId == source?.SubmissionId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = (RequestCode, UnitLogin, File, From);
        if (asked == wanted)
        {
            return;
        }

        asked = wanted;
        (model, problem, done) = (null, null, null);
        turned.Clear();
        var read = await Sources.RunAsync(Report);
        (source, refusal) = (read.Value, read.Problem);
        if (refusal is null)
        {
            await RefreshAsync();
        }
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        var read = Guid.TryParse(File, out var file) ? await OfWorkbook.RunAsync(Report, file)
            : From == Urls.EarlierSource ? await OfEarlier.RunAsync(Report)
            : default;
        model = read.Value;
        problem = read.Problem ?? problem;
    }

    private bool Takes(ProposedLine line) => line.ChangedBy is null != turned.Contains(line.Key);

    private void Toggle(ProposedLine line)
    {
        if (!turned.Remove(line.Key))
        {
            turned.Add(line.Key);
        }
    }

    private async Task ImportAsync()
    {
        if (busy || Chosen is not { Count: > 0 } chosen)
        {
            return;
        }

        busy = true;
        press ??= Guid.NewGuid();
        problem = await Answers.RunAsync(Report, [.. chosen.SelectMany(l => l.Cells)], press.Value);
        press = null;
        if (problem is null)
        {
            done = new(WorkbookText.Done.With(chosen.Sum(l => l.Count), VietTime.TimeSeconds(Clock.Now)), [.. chosen.GroupBy(l => l.ItemCode).Select(g => (g.Key, g.Sum(l => l.Count)))]);
        }

        await RefreshAsync();
        busy = false;
        await heading.FocusAsync(); // what came of it stands on top
    }

    private string Title(string item) => model?.Titles.GetValueOrDefault(item) ?? item;

    private sealed record Finished(string Title, IReadOnlyList<(string Item, int Count)> Items);
}
