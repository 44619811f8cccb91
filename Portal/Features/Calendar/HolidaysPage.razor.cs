using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.Calendar;

/// <summary>The administrator's calendar of working days, a year at a time.</summary>
public sealed partial class HolidaysPage
{
    private (int?, bool)? asked;
    private Guid key = Guid.NewGuid(), formKey = Guid.NewGuid();
    private HolidayLine? changed;
    private Problem? problem;
    private string? said;
    private bool busy;

    /// <summary>Which year.</summary>
    [SupplyParameterFromQuery(Name = "nam")] public int? Year { get; set; }

    /// <summary>The year's days, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<HolidayModel>? Loaded { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != (Year, true) && (asked is not null || Loaded is null))
        {
            await LoadAsync();
            (changed, said, problem) = (null, null, null);
        }

        asked = (Year, true);
    }

    private async Task LoadAsync() => Loaded = await List.RunAsync(Year);

    private void Open(HolidayLine? day) => (changed, problem, said, formKey) = (day, null, null, Guid.NewGuid());

    private Task SaveAsync(HolidayInput typed) =>
        PressAsync(() => Saving.RunAsync(typed, key), () => string.Format(typed.Id is null ? CalendarText.Added : CalendarText.Changed, VietTime.Date(typed.Date!.Value)));

    private async Task RemoveAsync(HolidayLine day)
    {
        var shown = VietTime.Date(day.Date);
        if (!busy && await ConfirmDialog.AskAsync(Dialogs, string.Format(CalendarText.RemoveTitle, shown), CalendarText.Remove, string.Format(CalendarText.RemoveEffect, day.Name), CalendarText.RemoveKept))
        {
            await PressAsync(() => Removing.RunAsync(day.Id, day.Version, key), () => string.Format(CalendarText.Removed, shown));
        }
    }

    private async Task PressAsync(Func<Task<Problem?>> verb, Func<string> done)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await verb();
            said = problem is null ? done() : null;
            key = Guid.NewGuid();
            if (problem is null)
            {
                (changed, formKey) = (null, Guid.NewGuid());
                await LoadAsync();
            }
        }
        finally
        {
            busy = false;
        }
    }
}
