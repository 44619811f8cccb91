using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;

namespace Portal.Features.Reports;

/// <summary>The receipt of one package as a letter. That it was taken out is recorded.</summary>
public sealed class ReceiptLetter(Reader reader, FormCatalog forms, PortalClock clock, AccessLog access)
{
    /// <summary>Makes it.</summary>
    /// <param name="report">Which report.</param>
    /// <param name="package">Which package.</param>
    /// <returns>The letter; not found while the package was not sent.</returns>
    public Task<Outcome<ReportLetterFile>> RunAsync(ReportKey report, int package) => reader.RunAsync<ReportLetterFile>(nameof(ReceiptLetter), report, Permission.See, async (db, actor, id) =>
    {
        var read = await Receipt.ReadAsync(db, forms, actor, report, id, package);
        if (read.Value is not { } receipt)
        {
            return read.Problem!;
        }

        var asked = await db.Submissions.Where(s => s.Id == id).Select(s => new { s.Request, s.FormVersion }).SingleAsync();
        var office = await db.Units.SingleAsync(u => u.Code == asked.Request.CoordinatingUnitCode);
        var letter = ReceiptDraft.Of(receipt, office, asked.Request.Facts((await forms.OfAsync(asked.Request.Id, asked.FormVersion)).Letter), clock.Now);
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(ReceiptLetter), [report.ToString()]);
        return new ReportLetterFile(string.Format(ReportLetterText.ReceiptFileName, report.UnitLogin, receipt.Number), letter);
    });
}
