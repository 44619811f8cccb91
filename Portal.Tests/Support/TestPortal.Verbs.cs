using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Platform.Commands;

namespace Portal.Tests.Support;

/// <summary>How a test brings a report to where it wants it: by the verbs, through the Writer, by the people who may.</summary>
internal sealed partial class TestPortal
{
    /// <summary>The coordinator of the letter's request.</summary>
    public const string Coordinator = "p-ldtbxh.dieuphoi";

    /// <summary>A reason for nothing to report: long enough, and the cheapest answer that is complete.</summary>
    public const string NothingHappened = "Trong kỳ báo cáo không phát sinh trường hợp nào trên địa bàn.";

    /// <summary>A field of the cover without which nothing is sent, and which stays open after the sign-off.</summary>
    public const string CoverSigner = "nguoiKy";

    /// <summary>Runs a verb of a report as a person.</summary>
    public Task<Problem?> DoAsync(string userName, string unitLogin, Permission right, Func<Submission, Work, Task<Problem?>> verb, Guid? key = null) =>
        As(userName).Get<Writer>().RunAsync("Test", Report(unitLogin), right, key ?? Guid.NewGuid(), verb);

    /// <inheritdoc cref="DoAsync(string, string, Permission, Func{Submission, Work, Task{Problem}}, Guid?)"/>
    public Task<Problem?> DoAsync(string userName, string unitLogin, Permission right, Func<Submission, Act, FormTemplate, Problem?> verb, Guid? key = null) =>
        DoAsync(userName, unitLogin, right, async (submission, work) => verb(submission, work.Act, await Get<FormCatalog>().FormsOfAsync(submission)), key);

    /// <summary>Runs a verb that the test needs and that must succeed.</summary>
    public async Task MustAsync(string userName, string unitLogin, Permission right, Func<Submission, Act, FormTemplate, Problem?> verb)
    {
        var problem = await DoAsync(userName, unitLogin, right, verb);
        Assert.True(problem is null, $"{problem?.Code}: {problem?.Text}");
    }

    /// <summary>Puts a value into a field of one item, over whatever stands there.</summary>
    public Task EditAsync(string unitLogin, string itemCode, string path, string? value) =>
        MustAsync($"{unitLogin}.canbo", unitLogin, Permission.Edit, (s, act, _) => Edit(s, act, s.Find(itemCode)!, path, value));

    /// <summary>Answers everything that is open: nothing to report, with a reason; the cover too.</summary>
    /// <param name="unitLogin">Whose report.</param>
    /// <param name="signer">The cover's signer; null leaves the cover incomplete, so that the head's sign-off stops before the sending.</param>
    public Task FillAsync(string unitLogin, string? signer = "Chủ tịch UBND xã") => MustAsync($"{unitLogin}.canbo", unitLogin, Permission.Edit, (s, act, _) =>
    {
        foreach (var item in s.OpenItems)
        {
            var answers = item.IsCover
                ? new Dictionary<string, string?> { ["ngayBaoCao"] = "2024-07-01", [CoverSigner] = signer, ["nguoiLap"] = "Cán bộ văn phòng" }
                : new() { [ItemForm.StatusField] = ItemForm.NothingToReport, [ItemForm.NarrativeField] = NothingHappened };
            foreach (var (path, value) in answers.Where(a => a.Value != item.Values.FirstOrDefault(v => v.Path == a.Key)?.Value))
            {
                if (Edit(s, act, item, path, value) is { } problem)
                {
                    return problem;
                }
            }
        }

        return null;
    });

    /// <summary>Puts a document on an item.</summary>
    /// <param name="unitLogin">Whose report.</param>
    /// <param name="itemCode">On which item.</param>
    /// <param name="described">Whether it is described too; what is not cannot be sent up.</param>
    /// <returns>The document's key.</returns>
    public async Task<int> AttachAsync(string unitLogin, string itemCode, bool described = true)
    {
        var problem = await TryAttachAsync(unitLogin, itemCode);
        Assert.True(problem is null, problem?.Text);
        var id = (await ReadAsync(unitLogin)).Find(itemCode)!.Links.Max(l => l.DocumentId);
        if (described)
        {
            await MustAsync($"{unitLogin}.canbo", unitLogin, Permission.Edit, (s, act, _) =>
                s.Describe(act, id, new DocumentDescription(EvidenceKind.Other, null, null, null, "Ảnh chụp buổi làm việc"), s.DocumentOf(id)!.Version).Problem);
        }

        return id;
    }

    /// <summary>Puts a document on an item, when the unit may.</summary>
    public Task<Problem?> TryAttachAsync(string unitLogin, string itemCode) => DoAsync($"{unitLogin}.canbo", unitLogin, Permission.Edit, async (submission, work) =>
    {
        var document = new EvidenceDocument(submission.Id, new string('a', 64), 10, "quyet-dinh.pdf", "application/pdf", work.Act);
        if (submission.Find(itemCode)!.Attach(submission, work.Act, document, 20) is { } refused)
        {
            return refused;
        }

        work.Db.Documents.Add(document);
        return null;
    });

    /// <summary>Somebody says something about an item.</summary>
    /// <returns>The comment's key.</returns>
    public async Task<int> CommentAsync(string userName, string unitLogin, string itemCode, string text)
    {
        await MustAsync(userName, unitLogin, Permission.Comment, (s, act, _) => s.Comment(act, itemCode, text).Problem);
        return (await ReadAsync(unitLogin)).Find(itemCode)!.Comments.Max(c => c.Id);
    }

    /// <summary>The officer sends up.</summary>
    public Task SendUpAsync(string unitLogin, string? lateExplanation = null) =>
        MustAsync($"{unitLogin}.canbo", unitLogin, Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, lateExplanation));

    /// <summary>The head signs off what is before him.</summary>
    public Task SignOffAsync(string unitLogin, string? lateExplanation = null) =>
        MustAsync($"{unitLogin}.thutruong", unitLogin, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, s.UnderWay!.Hash, lateExplanation));

    /// <summary>The head sends everything that is before him back.</summary>
    public Task SendBackAsync(string unitLogin) =>
        MustAsync($"{unitLogin}.thutruong", unitLogin, Permission.SignOff, (s, act, _) => s.SendBack(act, s.ItemsOf(s.UnderWay!).ToDictionary(i => i.ItemCode, _ => "Bổ sung số liệu.")));

    /// <summary>The coordinator returns everything that was sent, the cover too.</summary>
    public Task ReturnAsync(string unitLogin, params string[] itemCodes) => MustAsync(Reviewer(unitLogin), unitLogin, Permission.Review, (s, act, _) =>
        s.Answers.Where(a => itemCodes.Length == 0 || itemCodes.Contains(a.ItemCode))
            .Select(a => s.Return(act, a.ItemCode, "Bổ sung số liệu.", act.At.AddDays(1), a.CurrentVersion!.Number)).FirstOrDefault(p => p is not null));

    /// <summary>The coordinator accepts everything.</summary>
    public Task AcceptAsync(string unitLogin) => MustAsync(Reviewer(unitLogin), unitLogin, Permission.Review, (s, act, forms) =>
        s.AcceptAll(act, forms) is var all && all.Problem is { } problem ? problem : all.Value is [var (_, why), ..] ? why : null);

    /// <summary>Brings every item and the cover of a report that nobody has touched into one state, by the verbs that lead there. Sent before: after everything was sent and returned once.</summary>
    /// <param name="unitLogin">Whose report.</param>
    /// <param name="state">Included and Cancelled have no verb yet: they are written over Accepted and Drafting.</param>
    /// <param name="sentBefore">Only for the states that can be reached again: WithHead, SentBack, Approved.</param>
    public async Task BringAsync(string unitLogin, ItemState state, bool sentBefore = false)
    {
        if (sentBefore && state is not (ItemState.WithHead or ItemState.SentBack or ItemState.Approved))
        {
            throw new ArgumentException($"{state} cannot be reached again.", nameof(sentBefore));
        }

        if (sentBefore)
        {
            await BringAsync(unitLogin, ItemState.Returned);
        }

        switch (state)
        {
            case ItemState.NotStarted:
                break;
            case ItemState.Drafting:
                await FillAsync(unitLogin);
                break;
            case ItemState.WithHead:
                await FillAsync(unitLogin);
                await SendUpAsync(unitLogin);
                break;
            case ItemState.SentBack:
                await BringAsync(unitLogin, ItemState.WithHead);
                await SendBackAsync(unitLogin);
                break;
            case ItemState.Approved:
                await FillAsync(unitLogin, signer: null);
                await SendUpAsync(unitLogin);
                await SignOffAsync(unitLogin);
                break;
            case ItemState.Sent:
                await BringAsync(unitLogin, ItemState.WithHead);
                await SignOffAsync(unitLogin);
                break;
            case ItemState.Returned:
                await BringAsync(unitLogin, ItemState.Sent);
                await ReturnAsync(unitLogin);
                break;
            case ItemState.Resent:
                await BringAsync(unitLogin, ItemState.Returned);
                await SendUpAsync(unitLogin);
                await SignOffAsync(unitLogin);
                break;
            case ItemState.Accepted:
                await BringAsync(unitLogin, ItemState.Sent);
                await AcceptAsync(unitLogin);
                break;
            case ItemState.Included:
                await BringAsync(unitLogin, ItemState.Accepted);
                await WriteStateAsync(unitLogin, state);
                break;
            case ItemState.Cancelled:
                await BringAsync(unitLogin, ItemState.Drafting);
                await WriteStateAsync(unitLogin, state);
                break;
        }

        Assert.All((await ReadAsync(unitLogin)).Answers, a => Assert.Equal(state, a.State));
    }

    private T Get<T>() where T : notnull => services.GetRequiredService<T>();

    private static string Reviewer(string unitLogin) => unitLogin == "p-ldtbxh" ? "lanhdao" : Coordinator;

    private static Problem? Edit(Submission submission, Act act, ItemAnswer item, string path, string? value) =>
        item.Edit(submission, act, path, value, item.Values.FirstOrDefault(v => v.Path == path)?.Version ?? 0, Guid.NewGuid()).Problem;

    private async Task WriteStateAsync(string unitLogin, ItemState state)
    {
        await using var db = Open();
        var id = (await ReadAsync(unitLogin)).Id;
        await db.Answers.Where(a => a.SubmissionId == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.State, state));
    }
}
