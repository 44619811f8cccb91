using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.People;

namespace Portal.Features.Units;

/// <summary>One unit: what describes it, what happened to it, a form to change it.</summary>
public sealed partial class UnitPage
{
    private string? asked;
    private Guid key = Guid.NewGuid(), formKey = Guid.NewGuid();
    private Problem? problem;
    private string? said;
    private bool busy;

    /// <summary>Which unit, by its login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>The unit, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<UnitDetails>? Loaded { get; set; }

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != UnitLogin && (asked is not null || Loaded is null))
        {
            await LoadAsync();
            (said, problem, formKey) = (null, null, Guid.NewGuid());
        }

        asked = UnitLogin;
    }

    private static string Word(UnitChangeKind kind) => kind switch
    {
        UnitChangeKind.Merged => UnitsText.Merged,
        UnitChangeKind.Split => UnitsText.Split,
        _ => UnitsText.EndedKind,
    };

    private async Task LoadAsync() => Loaded = await View.RunAsync(UnitLogin);

    private async Task SaveAsync(NewUnit typed)
    {
        if (busy || Loaded is not { Value: { } shown })
        {
            return;
        }

        busy = true;
        try
        {
            problem = (await Saving.RunAsync(new(UnitLogin, shown.Version, typed), key)).Problem;
            key = Guid.NewGuid();
            said = null;
            if (problem is null)
            {
                (said, formKey) = (UnitsText.Saved, Guid.NewGuid());
                await LoadAsync();
            }
        }
        finally
        {
            busy = false;
        }
    }
}
