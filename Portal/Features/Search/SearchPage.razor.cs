using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Domain.Search;

namespace Portal.Features.Search;

/// <summary>Tìm kiếm: results while one types; the address says what was searched for, so that it can be sent on.</summary>
public sealed partial class SearchPage(SearchEverything search, NavigationManager navigation) : IDisposable
{
    private const int MaxTyped = 100;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150); // between two keys of somebody who types on

    private (string?, string?)? asked;
    private string? initial;
    private bool busy;
    private ElementReference field;
    private int keys;

    /// <summary>What is searched for.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Typed { get; set; }

    /// <summary>One kind alone.</summary>
    [SupplyParameterFromQuery(Name = "loai")] public string? Only { get; set; }

    /// <summary>What was found, searched once for prerender and circuit.</summary>
    [PersistentState] public Outcome<SearchContent>? Loaded { get; set; }

    private SearchKind? kind => SearchSlugs.KindOf(Only);

    private string Status => Loaded?.Value is not { Enough: true } c ? "" : c.Kinds.Count == 0 ? string.Format(SearchText.Nothing, Typed)
        : string.Join(", ", c.Kinds.Select(k => $"{Word(k.Kind)}: {k.Found.Count}{(k.More ? "+" : "")}"));

    /// <inheritdoc/>
    protected override void OnInitialized() => initial = Typed;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != (Typed, Only) && (asked is not null || Loaded is null))
        {
            asked = (Typed, Only);
            await SearchAsync();
        }

        asked = (Typed, Only);
    }

    // Coming from another page of the portal the browser does not do it by itself.
    /// <inheritdoc/>
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await field.FocusAsync(preventScroll: true);
        }
    }

    private async Task SearchAsync()
    {
        var of = asked;
        busy = true;
        var found = await search.RunAsync(Typed is { Length: > MaxTyped } t ? t[..MaxTyped] : Typed, kind);
        if (of == asked) // else something else is being searched for by now
        {
            (Loaded, busy) = (found, false);
        }
    }

    private async Task TypeAsync(string? text)
    {
        var mine = ++keys;
        await Task.Delay(Pause);
        if (mine != keys)
        {
            return; // typed on, or left
        }

        navigation.NavigateTo(navigation.GetUriWithQueryParameters(new Dictionary<string, object?> { ["q"] = string.IsNullOrWhiteSpace(text) ? null : text }), replace: true);
    }

    private string Address(SearchKind? of) => navigation.GetUriWithQueryParameter("loai", of is { } k ? SearchSlugs.Of(k) : null);

    private static string Word(SearchKind of) => SearchText.ResourceManager.GetString(of.ToString())!;

    private static RenderFragment Marked(IReadOnlyList<TextPart> parts) => b =>
    {
        foreach (var part in parts)
        {
            if (part.Found)
            {
                b.OpenElement(0, "mark");
                b.AddContent(1, part.Text);
                b.CloseElement();
            }
            else
            {
                b.AddContent(2, part.Text);
            }
        }
    };

    /// <inheritdoc/>
    public void Dispose() => keys++;
}
