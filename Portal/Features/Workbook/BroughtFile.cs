using Portal.Domain.Submissions;

namespace Portal.Features.Workbook;

/// <summary>A workbook that was read and not yet imported.</summary>
/// <param name="FileName">As its sender called it.</param>
/// <param name="MadeAt">When the workbook was made.</param>
/// <param name="Brought">What it brings.</param>
/// <param name="Refused">What in it cannot be read.</param>
internal sealed record BroughtFile(string FileName, DateTimeOffset MadeAt, Brought Brought, IReadOnlyList<ProposalRefusal> Refused);
