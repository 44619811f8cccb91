namespace Portal.Domain.Requests;

/// <summary>An immutable version of a request's letter, items and forms, as the file it was loaded from.</summary>
public sealed class FormVersion
{
    private FormVersion() { }

    /// <summary>Makes a version.</summary>
    public FormVersion(ReportingRequest request, int number, string definition) => (Request, Number, Definition) = (request, number, definition);

    /// <summary>Makes the version that an amendment brings.</summary>
    public FormVersion(ReportingRequest request, int number, string definition, DateTimeOffset at, int personId, string reason) : this(request, number, definition) =>
        (AmendedAt, AmendedBy, Reason) = (at, personId, reason);

    /// <summary>The key.</summary>
    public int Id { get; private set; }

    /// <summary>Whose forms.</summary>
    public int RequestId { get; private set; }

    /// <summary>Whose forms.</summary>
    public ReportingRequest Request { get; private set; } = null!;

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>The request file, word for word (JSON).</summary>
    public string Definition { get; private set; } = "";

    /// <summary>When the form was amended to this; null for the first version.</summary>
    public DateTimeOffset? AmendedAt { get; private set; }

    /// <summary>By whom.</summary>
    public int? AmendedBy { get; private set; }

    /// <summary>By which letter, or why.</summary>
    public string? Reason { get; private set; }
}
