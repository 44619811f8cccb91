using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.People;

/// <summary>The administrator's list of people; a lost or misused account is stopped from here.</summary>
public sealed partial class PeoplePage
{
    private (string?, int?)? asked;
    private Guid key = Guid.NewGuid();
    private Problem? problem;
    private string? done;
    private bool busy;

    /// <summary>What is looked for.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Filter { get; set; }

    /// <summary>Which page.</summary>
    [SupplyParameterFromQuery(Name = "trang")] public int? Page { get; set; }

    /// <summary>The people, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<PeopleModel>? Loaded { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != (Filter, Page) && (asked is not null || Loaded is null))
        {
            await LoadAsync();
        }

        asked = (Filter, Page);
    }

    private async Task LoadAsync() => Loaded = await People.RunAsync(Filter, Page);

    private async Task DisableAsync(PersonLine person)
    {
        if (busy || !await ConfirmDialog.AskAsync(Dialogs, string.Format(PeopleText.DisableTitle, person.UserName), PeopleText.Disable, string.Format(PeopleText.DisableEffect, person.Name), PeopleText.DisableKept))
        {
            return;
        }

        busy = true;
        try
        {
            problem = await Disabling.RunAsync(person.Id, key);
            done = problem is null ? person.UserName : null;
            key = Guid.NewGuid();
            await LoadAsync();
        }
        finally
        {
            busy = false;
        }
    }
}
