using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;

namespace Portal.Features.Fill;

/// <summary>One unit's report as this feature reads it: working copies, documents and packages, without what was sent.</summary>
internal sealed record UnitReport(Submission Submission, RequestDefinition Definition, string UnitName, string UnitLogin, IReadOnlyDictionary<int, string> Names, EntryUnderWay? Entry)
{
    /// <summary>Reads it. The caller has asked the gate.</summary>
    public static async Task<UnitReport> LoadAsync(PortalDb db, FormCatalog forms, int submissionId)
    {
        var submission = await db.Submissions.AsSplitQuery()
            .Include(s => s.Request).Include(s => s.Packages)
            .Include(s => s.Answers).ThenInclude(a => a.Values)
            .Include(s => s.Answers).ThenInclude(a => a.Links).ThenInclude(l => l.Document)
            .SingleAsync(s => s.Id == submissionId);
        var unit = await db.Units.Where(u => u.Code == submission.UnitCode).Select(u => new { u.FullName, u.Name, u.LoginCode }).SingleAsync();
        var people = submission.Answers.SelectMany(a => new[] { a.SavedBy, a.StateBy, a.AssigneeId, a.QuestionBy }).OfType<int>().Distinct().ToList();
        var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
        return new(submission, await forms.OfAsync(submission), unit.Name, unit.LoginCode, names,
            submission.EnteringBy is null ? null : await db.EntryAsync(submissionId));
    }

    /// <summary>What keeps one item from being sent up; of the cover all that it lacks for sending.</summary>
    public IReadOnlyList<Finding> Missing(ItemAnswer item) => item.IsCover
        ? [.. FormCheck.Item(Definition.Template, Submission.Sheet(), item.ItemCode).Where(f => f.Blocks)]
        : Submission.Blocking(Definition.Template, [item]);

    /// <summary>The item's name.</summary>
    public string Title(ItemAnswer item) => item.IsCover ? FillText.CoverTitle : Definition.Items.First(i => i.Code == item.ItemCode).Title;

    /// <summary>A person's name, or an empty text.</summary>
    public string Name(int? personId) => personId is { } id ? Names.GetValueOrDefault(id, "") : "";
}
