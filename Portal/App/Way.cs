using Microsoft.AspNetCore.Components;
using Portal.Shared;

namespace Portal.App;

/// <summary>
/// The way a reader came down: from a list to a unit, an item, an answer. The address of the list, with filter, order and page, goes along
/// as <c>?tu=</c>, so that the way back leads to the same list, also after a reload and for a colleague who was given the link.
/// </summary>
public static class Way
{
    /// <summary>The name in addresses.</summary>
    public const string Name = "tu";

    private static readonly (string Address, string Text)[] Lists =
    [
        (Urls.Overview, AppText.NavOverview),
        (Urls.Grid, AppText.NavGrid),
        (Urls.Compare, AppText.NavCompare),
        (Urls.Themes, AppText.NavThemes),
        (Urls.Search, AppText.Search),
    ];

    /// <summary>An address to go down to, with the page that is open as the way back.</summary>
    public static string Down(this NavigationManager navigation, string address) => Along(address, "/" + navigation.ToBaseRelativePath(navigation.Uri));

    /// <summary>An address with the same way back; unchanged where that is none.</summary>
    public static string Along(string address, string? way)
    {
        if (Step(way) is null)
        {
            return address;
        }

        var (path, place) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        return $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{Name}={Uri.EscapeDataString(way!)}{place}";
    }

    /// <summary>The step back to the list; null where the way names none of ours, so that no link leads out of the portal.</summary>
    public static CrumbStep? Step(string? way)
    {
        var list = way is null ? default : Lists.FirstOrDefault(l => way == l.Address || (way.StartsWith(l.Address, StringComparison.Ordinal) && way[l.Address.Length] is '?' or '/' && !way.Contains('#', StringComparison.Ordinal)));
        return list.Address is null ? null : new(list.Text, way);
    }
}
