using Portal.App;
using Portal.Domain.Submissions;

namespace Portal.Features.Evidence;

/// <summary>A document as the browser's script gets it back.</summary>
/// <param name="Id">The document.</param>
/// <param name="Url">Where it is read and described.</param>
/// <param name="Name">As uploaded, cleaned.</param>
/// <param name="Size">In bytes.</param>
/// <param name="MediaType">By content.</param>
/// <param name="Sha256">Of the bytes.</param>
/// <param name="Kind"><c>official</c> or <c>other</c>.</param>
/// <param name="Complete">Described.</param>
/// <param name="Version">Sent back with the next description.</param>
public sealed record DocumentAnswer(int Id, string Url, string Name, long Size, string MediaType, string Sha256, string Kind, bool Complete, int Version)
{
    /// <summary>Of a document that has its row.</summary>
    public static DocumentAnswer Of(ReportKey report, EvidenceDocument d) => new(
        d.Id, Urls.Document(report, d.Id), d.FileName, d.Size, d.MediaType, d.Sha256, d.Kind == EvidenceKind.Official ? Description.Official : Description.Other, d.Description.Complete, d.Version);
}
