using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>Xem lại và trình lãnh đạo: all answers once more, what is missing on top, and the press that sends them up; after the sign-off, the one that sends.
/// Read anew in the circuit: the answers of a whole report are more than a hub message takes.</summary>
public sealed partial class CheckPage : LiveComponent
{
    private Problem? problem;
    private IReadOnlyList<ErrorLine> refusals = [];
    private string? late;
    private bool busy, done;
    private ElementReference heading;
    private Guid? press; // one key until the press was answered, however often the button is hit

    /// <summary>The request's code in the address.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code in the address.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    [Inject] private ReportCheck Checks { get; set; } = null!;

    [Inject] private SendUp SendUp { get; set; } = null!;

    [Inject] private Send Send { get; set; } = null!;

    [Inject] private ChangeFeed Feed { get; set; } = null!;

    [Inject] private PortalClock Clock { get; set; } = null!;

    private ReportCheckModel? Model { get; set; }

    private ReportKey Report => new(RequestCode, UnitLogin);

    private bool CanAct => Model is { Entering: true } ? false : Model is { UnderWay: PackageState.Approved } or { UnderWay: null, NothingOpen: false };

    private string Waiting => FillText.WaitsFor.With(string.Join(", ", Model!.Heads), VietTime.DateTime(Model.Since!.Value));

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Listen(signal => Feed.Subscribe(change =>
        {
            if (change.SubmissionId == Model?.SubmissionId)
            {
                signal();
            }
        }));
        await LoadAsync();
        Refuse(Model);
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        await LoadAsync();
        Refuse(Model);
    }

    private async Task LoadAsync()
    {
        var read = await Checks.RunAsync(Report);
        if (read.Problem is not null || Model is null || read.Value is not null)
        {
            (Model, problem) = (read.Value ?? Model, read.Problem);
        }

        RingAt(Clock.RingAt, Model is { } m && m.Deadline > m.Now ? m.Deadline : null); // then it asks why it is late
    }

    private async Task PressAsync()
    {
        if (busy || !CanAct)
        {
            return;
        }

        busy = true;
        press ??= Guid.NewGuid();
        var sending = Model!.UnderWay is PackageState.Approved;
        var refusal = sending ? await Send.RunAsync(Report, late, press.Value) : await SendUp.RunAsync(Report, late, press.Value);
        press = null;
        done |= refusal is null && !sending;
        await LoadAsync();
        Refuse(Model);
        busy = false; // only now: a second click that waited meets what the first one did
        if (refusal is null)
        {
            await heading.FocusAsync(); // what came of it stands on top
        }
        problem = refusals.Count > 0 ? null : refusal;
    }

    private async Task RecalledAsync(Problem? refusal)
    {
        done = false;
        await RefreshAsync();
        problem = refusal;
    }

    private void Refuse(ReportCheckModel? model) =>
        refusals = [.. model?.Blocking.Select(b => new ErrorLine($"{Code(b.ItemCode)}: {b.Text}", $"{Urls.Item(model.Report, b.ItemCode)}#{b.Anchor}")) ?? []];

    private static string Code(string item) => item == ItemAnswer.Cover ? FillText.CoverTitle : item;
}
