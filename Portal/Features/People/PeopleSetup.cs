namespace Portal.Features.People;

/// <summary>The parts of this feature.</summary>
public static class PeopleSetup
{
    /// <summary>Adds them.</summary>
    public static IServiceCollection AddPeopleFeature(this IServiceCollection services) => services.AddScoped<PersonList>().AddScoped<DisablePerson>();
}
