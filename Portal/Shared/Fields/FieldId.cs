using Portal.Domain.Requests;

namespace Portal.Shared.Fields;

/// <summary>The id of a field's element on its page, from its path: <c>f-XA05.T1-r1-soKyHieu</c>.</summary>
public static class FieldId
{
    /// <summary>The id of the evidence section.</summary>
    public const string Evidence = "f-" + FormCheck.EvidencePath;

    /// <summary>The id for a path; what has no place of its own leads to the evidence or the top of the form.</summary>
    public static string Of(string? path) => path switch
    {
        null => "form",
        _ when path.StartsWith("document/", StringComparison.Ordinal) => Evidence,
        _ => "f-" + path.Replace('/', '-'),
    };
}
