using Microsoft.Extensions.Localization;
using MudBlazor;

namespace Portal.App;

/// <summary>MudBlazor's own texts (pickers, pagers, dialogs, names for screen readers) in Vietnamese, by MudBlazor's keys.</summary>
public sealed class VietnameseMudLocalizer : MudLocalizer
{
    /// <inheritdoc/>
    public override LocalizedString this[string key] =>
        MudText.ResourceManager.GetString(key) is { } text ? new(key, text) : new(key, key, resourceNotFound: true);

    /// <inheritdoc/>
    public override LocalizedString this[string key, params object[] arguments] =>
        this[key] is { ResourceNotFound: false } found ? new(key, string.Format(found.Value, arguments)) : new(key, key, resourceNotFound: true);
}
