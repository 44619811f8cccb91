using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Reasons;

/// <summary>The reasons that a coordinator is offered when he asks for a supplement.</summary>
public sealed partial class ReasonsPage
{
    private Guid key = Guid.NewGuid(), formKey = Guid.NewGuid();
    private ReasonLine? changed;
    private Problem? problem;
    private string? said;
    private bool busy;

    /// <summary>The reasons, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<ReasonModel>? Loaded { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Loaded is null)
        {
            await LoadAsync();
        }
    }

    private async Task LoadAsync() => Loaded = await List.RunAsync();

    private void Open(ReasonLine? reason) => (changed, problem, said, formKey) = (reason, null, null, Guid.NewGuid());

    private Task SaveAsync(ReasonInput typed) => PressAsync(() => Saving.RunAsync(typed, key), typed.Id is null ? ReasonsText.Added : ReasonsText.Changed);

    private async Task RemoveAsync(ReasonLine reason)
    {
        if (!busy && await ConfirmDialog.AskAsync(Dialogs, ReasonsText.RemoveTitle, ReasonsText.Remove, string.Format(ReasonsText.RemoveEffect, reason.Text), ReasonsText.RemoveKept))
        {
            await PressAsync(() => Removing.RunAsync(reason.Id, reason.Version, key), ReasonsText.Removed);
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
            said = problem is null ? done : null;
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

    private static string Word(ReasonKind kind) => kind == ReasonKind.Cover ? ReasonsText.ForCover : ReasonsText.ForItems;

    private static string Title(ReasonModel model, ReasonUnit unit, ReasonKind kind) =>
        model.Units.Count == 1 ? Word(kind) : string.Format(ReasonsText.OfUnit, unit.Name, Word(kind));
}
