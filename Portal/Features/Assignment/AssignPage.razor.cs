using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Assignment;

/// <summary>The head hands the items of a report to his people; each choice is saved at once.</summary>
public sealed partial class AssignPage
{
    private readonly Dictionary<string, string> saved = [];
    private Problem? problem;
    private string? saving, restDone;
    private string restTo = "";
    private ReportKey? shown;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>Who has what, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<AssignmentModel>? Loaded { get; set; }

    [Inject] private AssignmentList List { get; set; } = null!;

    [Inject] private AssignItem Item { get; set; } = null!;

    [Inject] private AssignRest TheRest { get; set; } = null!;

    [Inject] private ChangeFeed Feed { get; set; } = null!;

    [Inject] private PortalClock Clock { get; set; } = null!;

    private ReportKey Report => new(RequestCode, UnitLogin);

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId is { } id && id == Loaded?.Value?.SubmissionId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (shown != Report && (shown is not null || Loaded is null))
        {
            await RefreshAsync();
        }

        shown = Report;
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync() => Loaded = await List.RunAsync(Report);

    private Task GiveAsync(AssignedLine line, string? to) => PressAsync(line.Code, async () =>
    {
        problem = await Item.RunAsync(Report, line.Code, Person(to), Guid.NewGuid());
        if (problem is null)
        {
            Say(line.Code);
        }
    });

    private Task GiveRestAsync() => PressAsync("", async () =>
    {
        if (Person(restTo) is not { } person || Loaded?.Value is not { } before)
        {
            return;
        }

        var given = await TheRest.RunAsync(Report, person, Guid.NewGuid());
        problem = given.Problem;
        if (problem is null)
        {
            restDone = string.Format(AssignmentText.RestDone, given.Value, before.People.FirstOrDefault(p => p.Id == person)?.Name);
            foreach (var line in before.Lines.Where(l => l.AssigneeId is null))
            {
                Say(line.Code);
            }
        }
    });

    private async Task PressAsync(string code, Func<Task> press)
    {
        if (saving is not null)
        {
            return;
        }

        (saving, problem, restDone) = (code, null, null);
        try
        {
            await press();
            await RefreshAsync();
        }
        finally
        {
            saving = null;
        }
    }

    private void Say(string code) => saved[code] = string.Format(AssignmentText.Saved, VietTime.TimeSeconds(Clock.Now));

    private static int Rest(AssignmentModel m) => m.Lines.Count(l => l.AssigneeId is null);

    private static int? Person(string? chosen) => int.TryParse(chosen, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string Text(int? personId) => personId?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string Code(AssignedLine line) => line.Title is null ? AssignmentText.CoverCode : line.Code;
}
