using Microsoft.AspNetCore.Components;
using Portal.Domain;

namespace Portal.Features.Units;

/// <summary>Merging: which units, from when, by which paper, into which.</summary>
public sealed partial class MergePanel
{
    private readonly HashSet<string> merged = [];
    private Guid key = Guid.NewGuid();
    private Problem? problem;
    private string? successor, paper;
    private DateTimeOffset? from;
    private bool fresh, busy, done;
    private ElementReference title;

    /// <summary>All units by name.</summary>
    [Parameter, EditorRequired] public UnitNameList Names { get; set; } = null!;

    /// <summary>After a press.</summary>
    [Parameter] public EventCallback OnDone { get; set; }

    [Inject] private MergeUnits Merging { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await title.FocusAsync();
        }
    }

    private async Task PressAsync(NewUnit? created)
    {
        if (busy)
        {
            return;
        }

        busy = true;
        try
        {
            problem = await Merging.RunAsync([.. merged], created is null ? successor : null, created, from, paper, key);
            (key, done) = (Guid.NewGuid(), problem is null);
            await OnDone.InvokeAsync();
        }
        finally
        {
            busy = false;
        }
    }

    private string? Error(string field) => problem?.Field == field ? problem.Text : null;
}
