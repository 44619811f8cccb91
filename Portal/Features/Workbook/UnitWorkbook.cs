using Microsoft.AspNetCore.DataProtection;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>A workbook as a file.</summary>
/// <param name="Name">Under which name it is saved.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record WorkbookFile(string Name, byte[] Bytes);

/// <summary>Biểu mẫu Excel của đơn vị: guidance, one sheet for each item and the cover, filled with what stands on the portal now.</summary>
public sealed class UnitWorkbook(Reader reader, FormCatalog forms, PortalClock clock, IDataProtectionProvider keys, AccessLog access)
{
    /// <summary>Makes it; that it was taken out is recorded.</summary>
    public Task<Outcome<WorkbookFile>> RunAsync(ReportKey report) =>
        reader.RunAsync<WorkbookFile>(nameof(UnitWorkbook), report, Permission.ReadDraft, async (db, actor, submissionId) =>
        {
            var draft = await UnitDraft.LoadAsync(db, forms, submissionId);
            var stamp = new WorkbookStamp(WorkbookStamp.CurrentFormat, report.RequestCode, draft.Submission.UnitCode, draft.Submission.FormVersion, clock.Now, draft.Values());
            var sheets = draft.Lay(stamp.Answers);
            var lists = sheets.SelectMany(s => s.Draft.Cells).Select(c => c.List).OfType<string>().Distinct().Select(l => new ListDraft(l, l.Split('\n'))).ToList();
            var bytes = XlsxWriter.Write([Guide(draft), .. sheets.Select(s => s.Draft), stamp.Seal(keys)], lists);
            await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(UnitWorkbook), report.ToString());
            return new WorkbookFile($"bieu-mau-{report.RequestCode}-{draft.UnitLogin}.xlsx", bytes);
        });

    private SheetDraft Guide(UnitDraft draft)
    {
        var (submission, row) = (draft.Submission, 1);
        var cells = new List<SheetCell> { new(row++, 1, WorkbookText.GuideTitle.With(draft.UnitFullName), CellLook.Title) };
        string[] lines =
        [
            WorkbookText.GuideRequest.With(submission.Request.Title),
            WorkbookText.GuideDeadline.With(DeadlineText.Of(submission.EffectiveDeadline)),
            WorkbookText.GuideMade.With(VietTime.DateTime(clock.Now)),
            .. WorkbookText.GuideLines.Split('\n'),
        ];
        cells.AddRange(lines.Select(line => new SheetCell(row++, 1, line.Trim(), CellLook.Text)));
        cells.Add(new(++row, 1, WorkbookText.GuideSheets, CellLook.Head));
        foreach (var (item, _) in draft.Items)
        {
            var title = draft.Title(item.ItemCode);
            cells.Add(new(++row, 1, item.MayEdit("") is null ? title : $"{title} ({WorkbookText.GuideLocked})", CellLook.Label));
        }

        return new(WorkbookText.GuideSheet, cells) { Widths = [130] };
    }
}
