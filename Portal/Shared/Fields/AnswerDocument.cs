using Portal.Domain.Submissions;

namespace Portal.Shared.Fields;

/// <summary>What became of a document between two contents.</summary>
public enum DocumentChange
{
    /// <summary>Stands in both, or nothing is compared.</summary>
    Kept,
    /// <summary>Only in the content now.</summary>
    Added,
    /// <summary>Only in the content before.</summary>
    Dropped,
}

/// <summary>A document of an answer, as a link.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Href">Where it is opened; null for a restricted one that the reader may not open.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Detail">Number, day, issuer and summary, or the description.</param>
/// <param name="Change">What became of it.</param>
public sealed record AnswerDocument(int Id, string? Href, string Name, string? Detail, DocumentChange Change)
{
    /// <summary>Only the unit, the coordinator and the leader may open it.</summary>
    public bool Restricted { get; init; }

    /// <summary>What the reviewer says of it, where that is shown.</summary>
    public LinkDecision Decision { get; init; }

    /// <summary>Why not, when rejected.</summary>
    public string? Reason { get; init; }

    /// <summary>The documents of two contents, or of one; a restricted one is left out for who may not know it.</summary>
    /// <param name="before">Null when nothing is compared.</param>
    /// <param name="after">The content now.</param>
    /// <param name="restricted">Which documents are restricted.</param>
    /// <param name="confidential">The reader may open restricted documents.</param>
    /// <param name="href">The address of a document by its key.</param>
    public static IReadOnlyList<AnswerDocument> Of(AnswerContent? before, AnswerContent after, Func<VersionDocument, bool> restricted, bool confidential, Func<int, string> href)
    {
        var now = after.Documents.Select(d => Of(d, before is not null && before.Documents.All(b => b.DocumentId != d.DocumentId) ? DocumentChange.Added : DocumentChange.Kept));
        var gone = (before?.Documents ?? []).Where(b => after.Documents.All(d => d.DocumentId != b.DocumentId)).Select(d => Of(d, DocumentChange.Dropped));
        return [.. now.Concat(gone).Where(d => confidential || !d.Restricted)];

        AnswerDocument Of(VersionDocument d, DocumentChange change) => new(d.DocumentId, href(d.DocumentId), d.FileName, Describe(d.Description), change) { Restricted = restricted(d) };
    }

    /// <summary>What a description says, in a line.</summary>
    public static string? Describe(DocumentDescription d)
    {
        var text = d.Kind == EvidenceKind.Official
            ? string.Join(", ", new[] { d.Number, d.IssuedOn is { } day ? VietTime.Date(day) : null, d.Issuer, d.Summary }.Where(t => !string.IsNullOrWhiteSpace(t)))
            : d.Summary;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }
}
