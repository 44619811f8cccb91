using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Platform;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Fill;

/// <summary>Việc cần làm: what the person's unit still has to report on.</summary>
public sealed partial class TasksPage : LiveComponent
{
    private Problem? problem;

    /// <summary>The reports, carried over from the prerender.</summary>
    [PersistentState] public List<TaskReport>? Reports { get; set; }

    [Inject] private TaskList Tasks { get; set; } = null!;

    [Inject] private ChangeFeed Feed { get; set; } = null!;

    [Inject] private PortalClock Clock { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        Listen(signal => Feed.Subscribe(change =>
        {
            if (Reports?.Exists(r => r.SubmissionId == change.SubmissionId) ?? true)
            {
                signal();
            }
        }));
        if (Reports is null)
        {
            await LoadAsync();
        }

        Ring();
    }

    /// <inheritdoc/>
    protected override Task RefreshAsync() => LoadAsync();

    // The deadline and what a supplement is due for: the list says something else then, though nothing happens.
    private void Ring() => RingAt(Clock.RingAt, Reports?.SelectMany(r => r.Items.Append(r.Cover).Select(i => i.SupplementDue).Append(r.Deadline).Where(due => due > r.Now)).Min());

    private async Task LoadAsync()
    {
        var read = await Tasks.RunAsync();
        (Reports, problem) = (read.Value?.ToList(), read.Problem);
        Ring();
    }
}
