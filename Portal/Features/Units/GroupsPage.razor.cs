using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.App;
using Portal.Domain;
using Portal.Shared;

namespace Portal.Features.Units;

/// <summary>The groups of units: added, changed, removed.</summary>
public sealed partial class GroupsPage
{
    private Guid key = Guid.NewGuid(), formKey = Guid.NewGuid();
    private Outcome<GroupListModel>? shown; // the framework hands the prerender's again when the address changes
    private string? asked;
    private Problem? problem;
    private string? said;
    private bool busy;

    /// <summary>The group that is changed; null to add one.</summary>
    [SupplyParameterFromQuery(Name = "nhom")] public string? Code { get; set; }

    /// <summary>The groups, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<GroupListModel>? Loaded { get; set; }

    [Inject] private GroupList List { get; set; } = null!;

    [Inject] private SaveUnitGroup Saving { get; set; } = null!;

    [Inject] private RemoveUnitGroup Removing { get; set; } = null!;

    [Inject] private IDialogService Dialogs { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    private GroupMembers? Changed => shown?.Value?.Groups.FirstOrDefault(g => g.Code == Code);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        shown ??= Loaded ??= await List.RunAsync();
        if (asked != Code)
        {
            (asked, formKey, problem) = (Code, Guid.NewGuid(), null);
        }
    }

    private async Task LoadAsync() => shown = Loaded = await List.RunAsync();

    private Task SaveAsync(GroupInput typed) =>
        PressAsync(() => Saving.RunAsync(typed.Code, typed.Name, typed.Aliases, typed.UnitLogins, key), (typed.Code is null ? UnitsText.GroupAdded : UnitsText.GroupSaved).With(typed.Name?.Trim()));

    private async Task RemoveAsync(GroupMembers group)
    {
        if (!busy && await ConfirmDialog.AskAsync(Dialogs, UnitsText.GroupRemoveOf.With(group.Name), UnitsText.GroupRemove, UnitsText.GroupRemoveEffect.With(group.Name)))
        {
            await PressAsync(() => Removing.RunAsync(group.Code, key), UnitsText.GroupRemoved.With(group.Name));
        }
    }

    private async Task PressAsync(Func<Task<Problem?>> verb, string done)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await verb();
            (key, said) = (Guid.NewGuid(), problem is null ? done : null);
            if (problem is null)
            {
                await LoadAsync();
                formKey = Guid.NewGuid();
                Navigation.NavigateTo(Urls.UnitGroups);
            }
        }
        finally
        {
            busy = false;
        }
    }
}
