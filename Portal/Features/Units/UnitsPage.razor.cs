using Microsoft.AspNetCore.Components;
using Portal.Domain;

namespace Portal.Features.Units;

/// <summary>The tree of units, and over it the one thing that is being done to them.</summary>
public sealed partial class UnitsPage
{
    private (string?, int?)? asked;
    private Outcome<UnitTree>? shown; // the framework hands the prerender's again when the address changes
    private UnitNameList? names; // to choose from; only where something is chosen, and never through the prerender: it may be long

    /// <summary>Words that the units are narrowed down by.</summary>
    [SupplyParameterFromQuery(Name = "q")] public string? Filter { get; set; }

    /// <summary>Which page.</summary>
    [SupplyParameterFromQuery(Name = "trang")] public int? Page { get; set; }

    /// <summary>The unit that ends.</summary>
    [SupplyParameterFromQuery(Name = "ket-thuc")] public string? Ending { get; set; }

    /// <summary>Units are merged.</summary>
    [SupplyParameterFromQuery(Name = "hop-nhat")] public string? Merging { get; set; }

    /// <summary>The unit that is split.</summary>
    [SupplyParameterFromQuery(Name = "tach")] public string? Splitting { get; set; }

    /// <summary>A unit is added.</summary>
    [SupplyParameterFromQuery(Name = "them")] public string? Adding { get; set; }

    /// <summary>The tree, loaded once for prerender and circuit.</summary>
    [PersistentState] public Outcome<UnitTree>? Loaded { get; set; }

    [Inject] private UnitList Units { get; set; } = null!;

    [Inject] private UnitNames Names { get; set; } = null!;

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        if (asked != (Filter, Page))
        {
            var first = asked is null;
            asked = (Filter, Page);
            shown = Loaded = first && Loaded is { } loaded ? loaded : await Units.RunAsync(Filter, Page);
        }

        if (names is null && shown is { Problem: null })
        {
            await NameAsync();
        }
    }

    private async Task LoadAsync()
    {
        shown = Loaded = await Units.RunAsync(Filter, Page);
        await NameAsync();
    }

    private async Task NameAsync()
    {
        if ((Ending ?? Merging ?? Splitting ?? Adding) is not null)
        {
            names = (await Names.RunAsync()).Value;
        }
    }
}
