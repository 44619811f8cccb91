using Portal.Database;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Platform.Commands;

namespace Portal.Features.Consolidation;

/// <summary>Chèn: a block out of a source, or an empty one to write in.</summary>
public sealed class InsertBlock(Writer writer, FormCatalog forms)
{
    /// <summary>Puts it there.</summary>
    /// <param name="requestCode">Of which request.</param>
    /// <param name="after">Behind which block; null for the end.</param>
    /// <param name="recipe">How it is made.</param>
    /// <param name="text">Its words, where a person writes them.</param>
    /// <param name="key">One-time key of the press.</param>
    /// <returns>The new block's key.</returns>
    public Task<Outcome<int>> RunAsync(string requestCode, int? after, BlockRecipe recipe, string text, Guid key) =>
        writer.RunAsync<int>(nameof(InsertBlock), requestCode, key, async work =>
        {
            var opened = await ReportDesk.OpenAsync(work, requestCode, RequestPermission.Compose);
            if (opened.Problem is { } refusal)
            {
                return refusal;
            }

            var (request, report) = opened.Value!;
            if (recipe.Kind is BlockKind.Frame)
            {
                return Problem.Invalid(nameof(Problems.FrameStays));
            }

            var made = recipe.IsMade ? new BlockMaker(await SourceBook.ReadAsync(work.Db, forms, request.Id, report.Choice, work.Act.At)).Make(recipe) : null;
            if (made is not null && made.AsText().Length == 0)
            {
                return Problem.Invalid(nameof(Problems.SourceGone));
            }

            var block = report.Insert(work.Act, after, new(recipe, made?.Text ?? text, made));
            return block.Problem is { } problem ? problem : await work.Db.TrySaveAsync() is { } conflict ? conflict : block.Value!.Id;
        });
}
