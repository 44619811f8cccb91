using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Live;

namespace Portal.Features.Workbook;

/// <summary>One answer to put in.</summary>
/// <param name="ItemCode">The item, or the cover.</param>
/// <param name="Path">Which field or cell; <c>table/rowId/#</c> for a row's place, before the row's cells.</param>
/// <param name="Raw">As it would be typed; blank empties the field, or takes the row away.</param>
/// <param name="SeenVersion">The version of what was seen there; 0 where there was nothing.</param>
/// <param name="Over">Chosen over what a colleague had put there meanwhile: he is told.</param>
public sealed record ImportCell(string ItemCode, string Path, string? Raw, int SeenVersion, bool Over = false);

/// <summary>Nhập: puts all answers in, in one transaction, or none of them.</summary>
public sealed class ImportAnswers(Writer writer, FormCatalog forms, ChangeFeed feed)
{
    private const int Named = 3;

    /// <summary>Imports.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="cells">What was chosen; checked again as if it had been typed.</param>
    /// <param name="key">One-time key of the press: pressed twice, it is put in once.</param>
    /// <returns>Null when all are in; else why none is, with the first fields that stood in the way.</returns>
    public async Task<Problem?> RunAsync(ReportKey report, IReadOnlyList<ImportCell> cells, Guid key)
    {
        Change? change = null;
        Task<Problem?> TryAsync() => writer.RunAsync(nameof(ImportAnswers), report, Permission.Edit, key, async (submission, work) =>
        {
            change = new Change(submission.RequestId, submission.Id, 0);
            return cells.Count == 0 ? Problem.Invalid(nameof(Problems.ImportNothing)) : Put(submission, await forms.FormsOfAsync(submission), work.Act, cells, key);
        });

        var problem = await TryAsync();
        if (problem is { Code: nameof(Problems.StalePage) })
        {
            problem = await TryAsync(); // a colleague came in between: read anew, and judge field by field
        }

        if (problem is null && change is not null)
        {
            feed.Publish(change); // a patch writes no event; colleagues' pages follow all the same
        }

        return problem;
    }

    private static Problem? Put(Submission submission, FormTemplate forms, Act act, IReadOnlyList<ImportCell> cells, Guid key)
    {
        var refused = new List<(ImportCell Cell, Problem Problem)>();
        foreach (var cell in cells)
        {
            if (Put(submission, forms, act, cell, key) is { } problem)
            {
                refused.Add((cell, problem));
            }
        }

        if (refused.Count == 0)
        {
            return null;
        }

        var names = string.Join("; ", refused.Select(r => Name(forms, r.Cell)).Distinct().Take(Named));
        return refused.Select(r => r.Problem).FirstOrDefault(p => p.Kind is not ProblemKind.Stale) is { } worse
            ? Problem.Of(worse.Kind, nameof(Problems.ImportRefused), refused.Count, names, worse.Text)
            : Problem.Stale(nameof(Problems.ImportStale), refused.Count, names);
    }

    private static Problem? Put(Submission submission, FormTemplate forms, Act act, ImportCell cell, Guid key)
    {
        if (submission.Find(cell.ItemCode) is not { } item || forms.Form(cell.ItemCode) is not { } form)
        {
            return Problem.NotFound;
        }

        var read = item.Read(form, cell.Path, cell.Raw);
        return read.Problem ?? item.Edit(submission, act, cell.Path, read.Value, cell.SeenVersion, key, cell.Over).Problem;
    }

    private static string Name(FormTemplate forms, ImportCell cell) =>
        $"{cell.ItemCode}: {forms.Field(cell.ItemCode, cell.Path)?.Label ?? forms.Form(cell.ItemCode)?.Field(cell.Path.Split('/')[0])?.Label ?? cell.Path}";
}
