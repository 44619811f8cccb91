using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>One unit's report as this feature reads it: working copies and forms.</summary>
internal sealed record UnitDraft(Submission Submission, RequestDefinition Definition, string UnitName, string UnitFullName, string UnitLogin)
{
    private const int LongestName = 31;

    /// <summary>Reads it. The caller has asked the gate.</summary>
    public static async Task<UnitDraft> LoadAsync(PortalDb db, FormCatalog forms, int submissionId)
    {
        var submission = await db.Submissions.AsSplitQuery().Include(s => s.Request).Include(s => s.Answers).ThenInclude(a => a.Values).SingleAsync(s => s.Id == submissionId);
        var unit = await db.Units.Where(u => u.Code == submission.UnitCode).Select(u => new { u.Name, u.FullName, u.LoginCode }).SingleAsync();
        return new(submission, await forms.OfAsync(submission), unit.Name, unit.FullName, unit.LoginCode);
    }

    /// <summary>The items in letter order, the cover last, each with its form.</summary>
    public IEnumerable<(ItemAnswer Item, ItemForm Form)> Items =>
        from item in Submission.Items.Append(Submission.Cover)
        let form = Definition.Template.Form(item.ItemCode)
        where form is not null
        select (item, form);

    /// <summary>An item's name.</summary>
    public string Title(string itemCode) => Definition.Items.FirstOrDefault(i => i.Code == itemCode) is { } item ? $"{item.Code} · {item.Title}" : WorkbookText.CoverTitle;

    /// <summary>What stands in the fields, item by item, for a stamp: blanks and what belongs to removed rows left out.</summary>
    public IReadOnlyDictionary<string, Dictionary<string, string>> Values()
    {
        var sheet = Submission.Sheet();
        return Submission.Answers.ToDictionary(a => a.ItemCode, a => a.Values.Where(v => sheet.Get(a.ItemCode, v.Path) is not null).ToDictionary(v => v.Path, v => v.Value!));
    }

    /// <summary>The sheets of all items over these values.</summary>
    /// <param name="values">What stands in the fields.</param>
    public IReadOnlyList<LaidSheet> Lay(AnswerSheet values) => [.. Items.Select(i => Lay(i.Item, i.Form, values))];

    /// <summary>The name of an item's sheet: what spreadsheets forbid in names is replaced.</summary>
    public static string SheetName(string itemCode)
    {
        var name = itemCode == ItemAnswer.Cover ? WorkbookText.CoverSheet : string.Concat(itemCode.Select(c => "[]:*?/\\'".Contains(c) ? '-' : c));
        return name.Length > LongestName ? name[..LongestName] : name;
    }

    private LaidSheet Lay(ItemAnswer item, ItemForm form, AnswerSheet values)
    {
        var assigned = Definition.Items.FirstOrDefault(i => i.Code == item.ItemCode);
        var guide = item.MayEdit("") is { } locked ? WorkbookText.SheetLocked.With(locked.Text) : item.IsCover ? WorkbookText.SheetGuideCover : WorkbookText.SheetGuide;
        return WorkbookLayout.Of(form, SheetName(item.ItemCode), Title(item.ItemCode), assigned is null ? null : WorkbookText.Verbatim.With(assigned.LetterRef, assigned.Verbatim), guide,
            values, path => item.MayEdit(path) is null);
    }
}
