namespace Portal.Features.Units;

/// <summary>The parts of this feature.</summary>
public static class UnitsSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddUnitsFeature(this IServiceCollection services) => services.AddScoped<UnitList>().AddScoped<UnitView>()
        .AddScoped<EndUnit>().AddScoped<SaveUnit>().AddScoped<MergeUnits>().AddScoped<SplitUnit>().AddScoped<SaveUnitGroup>().AddScoped<RemoveUnitGroup>();
}
