using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.Delegations;

/// <summary>The head names who acts in his place, and ends it; for a unit without a head the administrator does.</summary>
public sealed partial class DelegationsPage
{
    private string? asked, done;
    private string person = "", first = "", last = "", paper = "";
    private Problem? problem;
    private IReadOnlyList<ErrorLine> errors = [];
    private Guid key = Guid.NewGuid();
    private bool busy;

    /// <summary>Of which unit.</summary>
    [SupplyParameterFromQuery(Name = "don-vi")] public string? UnitLogin { get; set; }

    /// <summary>The delegations, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<DelegationModel>? Loaded { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = UnitLogin ?? "";
        if (Loaded is null || (asked is not null && asked != wanted))
        {
            (done, problem, errors) = (null, null, []);
            await LoadAsync();
        }

        asked = wanted;
        if (first.Length == 0 && Loaded?.Value is { } m)
        {
            (first, last) = (VietTime.Date(m.Today), VietTime.Date(m.Today));
        }
    }

    private async Task LoadAsync() => Loaded = await List.RunAsync(UnitLogin);

    private async Task NameAsync()
    {
        var chosen = int.TryParse(person, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var (from, to) = (Day(first), Day(last));
        var day = Problem.Invalid(nameof(Problems.DayNeeded)).Text;
        errors = [.. new[] { (!chosen, DelegationsText.ChooseDelegate, "#delegate"), (from is null, day, "#first"), (to is null, day, "#last") }.Where(e => e.Item1).Select(e => new ErrorLine(e.Item2, e.Item3))];
        done = null;
        if (errors.Count > 0 || Loaded?.Value?.UnitLogin is not { } unit)
        {
            return;
        }

        await PressAsync(() => Naming.RunAsync(unit, id, from!.Value, to!.Value, paper, key), DelegationsText.NameDone);
        if (problem is { Field: { } field })
        {
            (errors, problem) = ([new ErrorLine(problem.Text, $"#{field}")], null);
        }
        else if (problem is null)
        {
            (person, paper) = ("", "");
        }
    }

    private async Task EndAsync(DelegationLine line)
    {
        if (Loaded?.Value?.UnitLogin is { } unit && await ConfirmDialog.AskAsync(Dialogs, string.Format(DelegationsText.EndOf, line.Name), DelegationsText.EndVerb, DelegationsText.EndMeans))
        {
            errors = [];
            await PressAsync(() => Ender.RunAsync(unit, line.Id, key), DelegationsText.EndDone);
        }
    }

    private async Task PressAsync(Func<Task<Problem?>> press, string said)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await press();
            key = Guid.NewGuid();
            done = problem is null ? said : null;
            await LoadAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private string? Invalid(string id) => errors.Any(e => e.Href == $"#{id}") ? "true" : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text.Trim(), "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
