using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Features.Fill;

/// <summary>Trình lãnh đạo: everything that is open goes before the head.</summary>
public sealed class SendUp(Writer writer, FormCatalog forms)
{
    /// <summary>Sends up.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="lateExplanation">Why late, when it is late already.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? lateExplanation, Guid key) =>
        writer.RunAsync(nameof(SendUp), report, Permission.SendUp, key, async (submission, work) =>
            submission.SendUp(work.Act, await forms.FormsOfAsync(submission), lateExplanation));
}

/// <summary>Gửi báo cáo: what the head has signed off and still lacked something on the cover.</summary>
public sealed class Send(Writer writer, FormCatalog forms)
{
    /// <summary>Sends.</summary>
    /// <param name="report">Whose report.</param>
    /// <param name="lateExplanation">Why late, when it became late after the sign-off.</param>
    /// <param name="key">One-time key of the press.</param>
    public Task<Problem?> RunAsync(ReportKey report, string? lateExplanation, Guid key) =>
        writer.RunAsync(nameof(Send), report, Permission.SendUp, key, async (submission, work) =>
            submission.Send(work.Act, await forms.FormsOfAsync(submission), lateExplanation));
}
