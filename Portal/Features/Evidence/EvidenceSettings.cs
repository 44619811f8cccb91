using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Files;
using Portal.Platform.Uploads;

namespace Portal.Features.Evidence;

/// <summary>How much the installation takes (<c>Evidence</c> in the configuration).</summary>
/// <param name="MaxFileMegabytes"><c>Evidence:MaxFileMegabytes</c>: the greatest size of one file, whatever a form says.</param>
/// <param name="UnitMegabytes"><c>Evidence:UnitMegabytes</c>: all files of one unit together, of all its reports.</param>
/// <param name="OnTheWayFiles"><c>Evidence:OnTheWayFiles</c>: how many files one person may be sending at once.</param>
/// <param name="OnTheWayMegabytes"><c>Evidence:OnTheWayMegabytes</c>: and how much together.</param>
public sealed record EvidenceSettings(int MaxFileMegabytes = 20, int UnitMegabytes = 2000, int OnTheWayFiles = 30, int OnTheWayMegabytes = 400)
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>What one person may have on the way.</summary>
    public UploadLimits OnTheWay => new(OnTheWayFiles, OnTheWayMegabytes * Megabyte);

    /// <summary>Whether so many more bytes fit into what the unit may keep; null, or the refusal.</summary>
    public async Task<Problem?> NoRoomAsync(PortalDb db, string unitCode, long bytes)
    {
        var used = await db.Documents.Where(d => db.Submissions.Any(s => s.Id == d.SubmissionId && s.UnitCode == unitCode)).SumAsync(d => d.Size);
        return used + bytes > UnitMegabytes * Megabyte ? Problem.Invalid(nameof(Problems.DocumentQuota), UnitMegabytes, Math.Round(used / (decimal)Megabyte, 1)) : null;
    }
}

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
