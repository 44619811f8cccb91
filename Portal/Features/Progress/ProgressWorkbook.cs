using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Platform.Live;

namespace Portal.Features.Progress;

/// <summary>A workbook, and under which name it is saved.</summary>
public sealed record ProgressFile(string FileName, byte[] Bytes);

/// <summary>The grid as a workbook: all units × all items, for who may see the whole request. That it was taken out is recorded.</summary>
public sealed class ProgressWorkbook(Reader reader, ProgressBoards boards, AccessLog access)
{
    /// <summary>Makes it, of the same picture that the pages show.</summary>
    /// <param name="requestCode">Of which request.</param>
    public Task<Outcome<ProgressFile>> RunAsync(string requestCode) => reader.RunAsync<ProgressFile>(nameof(ProgressWorkbook), requestCode, async (db, actor) =>
    {
        if (Rights.CheckBoards(actor) is { } refusal)
        {
            return refusal;
        }

        if (await db.Requests.WhollyVisibleTo(actor).Where(r => r.Code == requestCode).Select(r => (int?)r.Id).SingleOrDefaultAsync() is not { } id)
        {
            return Problem.NotFound;
        }

        var board = (await boards.OpenAsync(id)).Current;
        await access.WriteAsync(AccessKind.Exported, actor.PersonId, nameof(ProgressWorkbook), [requestCode]);
        return new ProgressFile(string.Format(ProgressText.SheetFile, requestCode), XlsxWriter.Write(ProgressSheets.Of(board), []));
    });
}
