using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Platform.Files;

namespace Portal.Features.Workbook;

/// <summary>Reads a filled workbook and keeps what it brings until its sender has looked at it. Nothing of the report changes.</summary>
public sealed class ReadWorkbook(Reader reader, FormCatalog forms, IDataProtectionProvider keys, BroughtFiles files)
{
    /// <summary>Reads it.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="fileName">The file's name.</param>
    /// <param name="body">The file, read once and only as far as it may be long.</param>
    /// <returns>The name under which it is kept, or what is wrong with the file and what to do.</returns>
    public Task<Outcome<Guid>> RunAsync(ReportKey report, string fileName, Stream body) =>
        reader.RunAsync<Guid>(nameof(ReadWorkbook), report, Permission.Edit, async (db, actor, submissionId) =>
        {
            var name = FileName.Clean(fileName);
            var read = await XlsxReader.ReadAsync(body, name);
            if (read.Problem is { } broken)
            {
                return broken;
            }

            var opened = WorkbookStamp.Open(read.Value!, keys, name);
            if (opened.Problem is { } foreign)
            {
                return foreign;
            }

            var (draft, stamp) = (await UnitDraft.LoadAsync(db, forms, submissionId), opened.Value!);
            if (await DiffersAsync(db, draft, stamp, name) is { } other)
            {
                return other;
            }

            var (brought, refused) = WorkbookReading.Of(draft.Lay(stamp.Answers), stamp.Answers, read.Value!);
            return files.Keep(actor.PersonId, report, new BroughtFile(name, stamp.MadeAt, brought, refused));
        });

    /// <summary>Another request's, another unit's, or one of forms that no longer hold.</summary>
    private static async Task<Problem?> DiffersAsync(PortalDb db, UnitDraft draft, WorkbookStamp stamp, string name)
    {
        if (stamp.RequestCode != draft.Submission.Request.Code)
        {
            return Problem.Invalid(nameof(Problems.WorkbookOtherRequest), stamp.RequestCode);
        }

        if (stamp.UnitCode != draft.Submission.UnitCode)
        {
            return Problem.Invalid(nameof(Problems.WorkbookOtherUnit), await db.Units.Where(u => u.Code == stamp.UnitCode).Select(u => u.Name).FirstOrDefaultAsync() ?? stamp.UnitCode);
        }

        return stamp.FormVersion != draft.Submission.FormVersion ? Problem.Invalid(nameof(Problems.WorkbookOtherForm), stamp.FormVersion, draft.Submission.FormVersion)
            : stamp.Format != WorkbookStamp.CurrentFormat ? Problem.Invalid(nameof(Problems.WorkbookOldFormat), name)
            : null;
    }
}
