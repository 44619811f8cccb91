using Microsoft.AspNetCore.Components;
using Portal.App;
using Portal.Domain;
using Portal.Domain.Progress;
using Portal.Platform.Live;
using Portal.Shared;

namespace Portal.Features.Themes;

/// <summary>A theme of the letter, live: read again when the board says that something of it was decided or sent, never by a timer of its own.</summary>
public sealed partial class ThemesPage(ThemeView view, NavigationManager navigation) : LiveComponent
{
    private (string? Request, string? Slug)? read;
    private OpenedTheme? opened;
    private ProgressBoard? followed;
    private Problem? problem;
    private bool loading = true;

    /// <summary>Which theme; the first where the address names none.</summary>
    [Parameter] public string? ThemeSlug { get; set; }

    /// <summary>Which request; the newest where the address names none.</summary>
    [SupplyParameterFromQuery(Name = "yeu-cau")] public string? RequestCode { get; set; }

    private ThemeContent? Content => opened?.Content;

    /// <inheritdoc/>
    protected override Task OnParametersSetAsync() => read == (RequestCode, ThemeSlug) ? Task.CompletedTask : ReadAsync();

    /// <inheritdoc/>
    protected override Task RefreshAsync() => Moved() ? ReadAsync() : Task.CompletedTask;

    private async Task ReadAsync()
    {
        read = (RequestCode, ThemeSlug);
        var outcome = await view.RunAsync(RequestCode, ThemeSlug);
        if (read != (RequestCode, ThemeSlug))
        {
            return; // the person went on while it was read
        }

        (loading, problem, opened) = (false, outcome.Problem, outcome.Value);
        if (opened?.Board is { } board && board != followed)
        {
            followed = board;
            Listen(signal => board.Subscribe(_ => signal()));
            await RefreshAsync(); // what moved between the reading and the listening
        }
    }

    // What the page shows of an item changes only by a verb, which counts its version up; of other themes it shows how many were sent.
    private bool Moved() => opened is { Board: { } board, Before: { } before, Content: { } content } && board.Current != before && !Stamp(board.Current, content).SequenceEqual(Stamp(before, content));

    private static IEnumerable<int> Stamp(BoardSnapshot board, ThemeContent content)
    {
        var shown = content.Blocks.Select(b => b.ItemCode).Concat(content.Checks.SelectMany(c => new[] { c.Left.ItemCode, c.Right.ItemCode })).ToHashSet();
        return board.Rows.SelectMany(r => r.Report.Items).Where(i => i.Counted || shown.Contains(i.ItemCode)).Select(i => shown.Contains(i.ItemCode) ? i.Version : i.SentBefore ? 1 : 0);
    }

    private string AddressOf(ThemeTab tab) => Urls.Theme(RequestCode, tab.Slug);

    private string Anchor(string itemCode) => $"{new Uri(navigation.Uri).PathAndQuery}#{UnitTable.Id(itemCode)}";
}
