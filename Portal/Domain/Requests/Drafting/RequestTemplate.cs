namespace Portal.Domain.Requests.Drafting;

/// <summary>A request kept to begin others with: groups, items and forms, under a name of the office that keeps it.</summary>
public sealed class RequestTemplate
{
    /// <summary>The longest name.</summary>
    public const int MaxName = 120;

    private RequestTemplate() { }

    private RequestTemplate(string unitCode, string name, string definition, DateTimeOffset at) => (UnitCode, Name, Definition, SavedAt) = (unitCode, name, definition, at);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose it is.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>Its name, once per office.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The file (JSON, see <see cref="DraftFile"/>); what belongs to one letter is left out when a request begins with it.</summary>
    public string Definition { get; private set; } = "";

    /// <summary>When it was kept.</summary>
    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Keeps a request as a template.</summary>
    /// <param name="unitCode">Whose it is.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="definition">The file.</param>
    /// <param name="at">The server's instant.</param>
    public static Outcome<RequestTemplate> Keep(string unitCode, string? name, string definition, DateTimeOffset at) =>
        Fold.Nfc(name ?? "").Trim() is { Length: > 0 and <= MaxName } given ? new RequestTemplate(unitCode, given, definition, at) : Problem.Invalid(nameof(Problems.TemplateName), MaxName).At("name");
}
