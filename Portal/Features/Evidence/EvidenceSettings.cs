using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Files;

namespace Portal.Features.Evidence;

/// <summary>How much the installation takes.</summary>
/// <param name="MaxFileMegabytes"><c>Evidence:MaxFileMegabytes</c>: the greatest size of one file, whatever a form says.</param>
/// <param name="ReportMegabytes"><c>Evidence:ReportMegabytes</c>: all files of one unit's report together.</param>
public sealed record EvidenceSettings(int MaxFileMegabytes = 20, int ReportMegabytes = 1000);

/// <summary>What one item takes: its form's rule within the installation's.</summary>
/// <param name="MaxFiles">How many documents at most.</param>
/// <param name="MaxMegabytes">How large a file at most.</param>
/// <param name="Extensions">Which kinds, by extension.</param>
public sealed record ItemEvidence(int MaxFiles, int MaxMegabytes, IReadOnlyList<string> Extensions)
{
    private const int CoverFiles = 5;

    /// <summary>The size limit in bytes.</summary>
    public EvidenceLimits Limits => new(MaxMegabytes * 1024L * 1024);

    /// <summary>Of one item, or of the cover, where the signed report belongs.</summary>
    public static ItemEvidence Of(FormTemplate template, string itemCode, EvidenceSettings settings)
    {
        if (itemCode == ItemAnswer.Cover)
        {
            var scan = template.Cover.Field(ItemAnswer.SignedScan)?.Extensions;
            return new(CoverFiles, settings.MaxFileMegabytes, scan is { Count: > 0 } ? scan : FileKind.Pdf.Extensions);
        }

        return template.Items.GetValueOrDefault(itemCode)?.Evidence is { } rule
            ? new(rule.MaxFiles, Math.Min(rule.MaxFileMegabytes, settings.MaxFileMegabytes), rule.Extensions)
            : new(0, settings.MaxFileMegabytes, []);
    }

    /// <summary>Whether it takes that kind of file; null, or the refusal.</summary>
    public Problem? Takes(FileKind kind, string fileName) =>
        kind.Extensions.Any(e => Extensions.Contains(e, StringComparer.OrdinalIgnoreCase)) ? null
            : Problem.Invalid(nameof(Problems.DocumentKindNotHere), fileName, kind.Words, string.Join(", ", Extensions));
}
