using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Takes only what was accepted, or what was sent too, with a mark.</summary>
public sealed class ChooseSources(Writer writer)
{
    /// <summary>Chooses.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="choice">Which answers count.</param>
    /// <param name="key">One-time key of the press.</param>
    public async Task<Problem?> RunAsync(string requestCode, SourceChoice choice, Guid key) =>
        (await writer.RunAsync<bool>(nameof(ChooseSources), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } problem)
            {
                return problem;
            }

            opened.Value!.Report.Choose(choice);
            return true;
        })).Problem;
}
