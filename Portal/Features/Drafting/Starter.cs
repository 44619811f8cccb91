namespace Portal.Features.Drafting;

/// <summary>The file every request begins with: <c>Letters/starter.json</c>, beside the program, so that an office can change its base forms.</summary>
public sealed class Starter
{
    private readonly Lazy<Task<string>> text = new(() => File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Letters", "starter.json")));

    /// <summary>Its text, read once.</summary>
    public Task<string> ReadAsync() => text.Value;
}
