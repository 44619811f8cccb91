using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Shared.Fields;

namespace Portal.Features.Proxy;

/// <summary>One item as it was entered for the unit.</summary>
/// <param name="Title">The item's title; null for the cover.</param>
/// <param name="Objectable">The head may object to it.</param>
public sealed record EnteredItem(string Code, string? Title, ItemState State, bool Objectable, IReadOnlyList<AnswerLine> Lines, IReadOnlyList<AnswerDocument> Documents);

/// <summary>One package that was entered for the unit.</summary>
/// <param name="By">Who entered it.</param>
/// <param name="At">When it was entered and sent.</param>
/// <param name="ReceivedAt">The time on the incoming stamp.</param>
public sealed record EnteredPackage(int Number, string By, DateTimeOffset At, DateTimeOffset ReceivedAt);

/// <summary>What was entered for a unit and waits for its head.</summary>
/// <param name="Due">Until when a supplement would be due.</param>
/// <param name="Explain">It came late and nobody has said why: the head says it.</param>
public sealed record ConfirmationContent(ReportKey Report, int SubmissionId, string UnitName, IReadOnlyList<EnteredPackage> Packages, IReadOnlyList<EnteredItem> Items, DateTimeOffset Due, bool Explain);

/// <summary>What a coordinator entered from paper, before the unit's head.</summary>
public sealed class ConfirmationView(Reader reader, FormCatalog forms, PortalClock clock)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<ConfirmationContent>> RunAsync(ReportKey report) =>
        reader.RunAsync<ConfirmationContent>(nameof(ConfirmationView), report, Permission.SignOff, async (db, _, id) =>
        {
            var s = await Gate.LoadAsync(db, id);
            var (definition, sent) = (await forms.OfAsync(s), await forms.SentFormsOfAsync(s));
            var numbers = s.Unconfirmed.Select(i => i.CurrentVersion!.PackageNumber).ToHashSet();
            var packages = s.Packages.Where(p => numbers.Contains(p.Number) && p.EnteredBy is not null).OrderBy(p => p.Number).ToList();
            var people = packages.ConvertAll(p => p.EnteredBy!.Value);
            var names = await db.People.Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name);
            return new ConfirmationContent(report, id, await db.Units.Where(u => u.Code == s.UnitCode).Select(u => u.Name).SingleAsync(),
                [.. packages.Select(p => new EnteredPackage(p.Number, names.GetValueOrDefault(p.EnteredBy!.Value, ""), p.SentAt!.Value, p.ReceivedAt!.Value))],
                [.. s.Unconfirmed.Select(i => new EnteredItem(i.ItemCode, definition.Items.FirstOrDefault(d => d.Code == i.ItemCode)?.Title, i.State, Submission.MayObject(i),
                    AnswerLines.Of(sent.Form(i.ItemCode)!, null, i.CurrentVersion!.Content.Values, confidential: true),
                    AnswerDocument.Of(null, i.CurrentVersion.Content, d => d.Description.Restricted, confidential: true, d => Urls.Document(report, d))))],
                SupplementDue.Usual(s.EffectiveDeadline, clock.Now, await db.CalendarAsync()), s.LateExplanationDue is not null);
        });
}
