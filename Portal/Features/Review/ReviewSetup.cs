namespace Portal.Features.Review;

/// <summary>What the reviewer's desk needs.</summary>
public static class ReviewSetup
{
    /// <summary>Registers the use cases and queries.</summary>
    public static IServiceCollection AddReviewFeature(this IServiceCollection services) =>
        services.AddScoped<DecideDocument>().AddScoped<RestrictDocument>().AddScoped<AcceptItem>().AddScoped<AcceptAll>().AddScoped<ReturnItem>().AddScoped<ReturnForSigner>()
        .AddScoped<CancelReturn>().AddScoped<GrantReopen>().AddScoped<RefuseReopen>()
        .AddScoped<ReviewQueue>().AddScoped<ReviewItem>().AddTransient<ReviewVerbs>();
}
