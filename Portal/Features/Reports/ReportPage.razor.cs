using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Submissions;

namespace Portal.Features.Reports;

/// <summary>A unit's report: where its items stand, what was sent, what happened.</summary>
public sealed partial class ReportPage
{
    private (string, string, string?, string?)? asked;

    /// <summary>The request's code.</summary>
    [Parameter] public string RequestCode { get; set; } = "";

    /// <summary>The unit's login code.</summary>
    [Parameter] public string UnitLogin { get; set; } = "";

    /// <summary>Of which item versions are shown.</summary>
    [SupplyParameterFromQuery(Name = "noi-dung")] public string? ItemCode { get; set; }

    /// <summary>Which versions: one number, or two, each for itself or with a comma.</summary>
    [SupplyParameterFromQuery(Name = "so")] public string[]? Numbers { get; set; }

    /// <summary>The list from which the reader came.</summary>
    [SupplyParameterFromQuery(Name = Way.Name)] public string? From { get; set; }

    /// <summary>The report, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<ReportContent>? Loaded { get; set; }

    private string? Chosen => Numbers is null ? null : string.Join(',', Numbers);

    private ReportContent? Content => Loaded?.Value;

    /// <inheritdoc/>
    protected override void OnInitialized() => Listen(signal => Feed.Subscribe(change =>
    {
        if (change.SubmissionId is { } id && id == Content?.SubmissionId)
        {
            signal();
        }
    }));

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        var wanted = (RequestCode, UnitLogin, ItemCode, Chosen);
        if (asked != wanted && (asked is not null || Loaded is null))
        {
            await RefreshAsync();
        }

        asked = wanted;
        Ring();
    }

    /// <inheritdoc/>
    protected override async Task RefreshAsync()
    {
        Loaded = await View.RunAsync(new(RequestCode, UnitLogin), ItemCode,
            [.. (Chosen ?? "").Split(',').Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0).Where(n => n > 0)]);
        Ring();
    }

    // What a supplement is due for: the page says something else then, though nothing happens.
    private void Ring() => RingAt(Clock.RingAt, Content is { } c ? c.Items.Select(i => i.SupplementDue).Where(due => due > c.Now).Min() : null);

    private string Versions(string itemCode, params int[] numbers) => Way.Along($"{Urls.Report(new(RequestCode, UnitLogin))}?noi-dung={itemCode}&so={string.Join(',', numbers)}", From);

    private static string Code(ReportItem item) => item.Title is null ? ReportsText.CoverCode : item.Code;

    private static string Word(Timeliness t) => t switch
    {
        Timeliness.OnTime => ReportsText.OnTime,
        Timeliness.OnTimeByExtension => ReportsText.OnTimeByExtension,
        Timeliness.Late => ReportsText.Late,
        Timeliness.AwaitingExtension => ReportsText.AwaitingExtension,
        _ => ReportsText.NoDay,
    };

    private static string Word(PackageState state) => state switch
    {
        PackageState.WithHead => ReportsText.PackageWithHead,
        PackageState.Approved => ReportsText.PackageApproved,
        _ => ReportsText.PackageDissolved,
    };
}
