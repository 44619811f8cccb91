using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;
using Portal.Platform.Documents;
using Portal.Shared;

namespace Portal.Features.Workbook;

/// <summary>What can be brought into a report.</summary>
/// <param name="SubmissionId">The report's key.</param>
/// <param name="UnitName">Whose it is.</param>
/// <param name="SomethingOpen">Some item takes answers now.</param>
/// <param name="Earlier">What the earlier report is called that can fill in; null when there is none.</param>
public sealed record ImportSource(int SubmissionId, string UnitName, bool SomethingOpen, string? Earlier);

/// <summary>What can be brought into a report: a workbook always, an earlier report where there is one.</summary>
public sealed class ImportSources(Reader reader, FormCatalog forms)
{
    /// <summary>Reads it.</summary>
    public Task<Outcome<ImportSource>> RunAsync(ReportKey report) =>
        reader.RunAsync<ImportSource>(nameof(ImportSources), report, Permission.Edit, async (db, _, submissionId) =>
        {
            var draft = await UnitDraft.LoadAsync(db, forms, submissionId);
            var earlier = await EarlierReport.FindAsync(db, draft.Submission);
            return new ImportSource(submissionId, draft.UnitName, draft.Submission.Answers.Any(a => a.MayEdit("") is null), earlier?.Title);
        });
}

/// <summary>What a workbook that was read would change, compared with what stands on the portal at this moment.</summary>
public sealed class WorkbookProposal(Reader reader, FormCatalog forms, BroughtFiles files)
{
    /// <summary>Compares.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="file">Under which name the workbook is kept.</param>
    public Task<Outcome<ProposalModel>> RunAsync(ReportKey report, Guid file) =>
        reader.RunAsync<ProposalModel>(nameof(WorkbookProposal), report, Permission.Edit, async (db, actor, submissionId) =>
            files.Find<BroughtFile>(actor.PersonId, report, file) is { } brought
                ? await ProposalModel.OfAsync(db, await UnitDraft.LoadAsync(db, forms, submissionId), WorkbookText.FromFile.With(brought.FileName, VietTime.ShortDateTime(brought.MadeAt)), brought.Brought, brought.Refused)
                : Problem.Invalid(nameof(Problems.WorkbookForgotten)));
}

/// <summary>What the unit's last accepted report to an earlier request can fill in, where the present one is blank.</summary>
public sealed class EarlierProposal(Reader reader, FormCatalog forms)
{
    /// <summary>Compares.</summary>
    public Task<Outcome<ProposalModel>> RunAsync(ReportKey report) =>
        reader.RunAsync<ProposalModel>(nameof(EarlierProposal), report, Permission.Edit, async (db, _, submissionId) =>
        {
            var draft = await UnitDraft.LoadAsync(db, forms, submissionId);
            if (await EarlierReport.FindAsync(db, draft.Submission) is not { } earlier)
            {
                return Problem.Invalid(nameof(Problems.NoEarlierReport));
            }

            var accepted = await earlier.AcceptedAsync(db);
            var then = (await forms.ComposeAsync(earlier.RequestId, earlier.FormVersion, accepted.Select(a => (a.Key, a.Value.FormVersion, true)))).Template;
            var brought = EarlierAnswers.Of(draft.Submission, draft.Definition.Template, accepted.ToDictionary(a => a.Key, a => a.Value.Content), then, earlier.Title);
            return await ProposalModel.OfAsync(db, draft, WorkbookText.FromReport.With(earlier.Title), brought, []);
        });
}
