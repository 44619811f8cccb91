using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Proxy;

namespace Portal.Tests.Support;

/// <summary>How a coordinator enters a paper report, as far as each step is allowed.</summary>
internal sealed partial class TestPortal
{
    /// <summary>What a scanned paper is called.</summary>
    public const string Paper = "bao-cao-giay.pdf";

    /// <summary>Begins to enter.</summary>
    public Task<Problem?> TryEnterAsync(string unitLogin, string userName = Coordinator) => As(userName).Get<EnterForUnit>().RunAsync(Report(unitLogin), Guid.NewGuid());

    /// <summary>Enters the cheapest complete answers, and puts a described scan where it belongs.</summary>
    public Task<Problem?> TryFillEntryAsync(string unitLogin, string userName = Coordinator, bool scan = true) => DoAsync(userName, unitLogin, Permission.Edit, async (s, work) =>
    {
        foreach (var item in s.EntryItems)
        {
            var answers = item.IsCover
                ? new Dictionary<string, string?> { ["ngayBaoCao"] = "2024-07-01", [CoverSigner] = "Chủ tịch UBND xã", ["nguoiLap"] = "Cán bộ văn phòng" }
                : new() { [ItemForm.StatusField] = ItemForm.NothingToReport, [ItemForm.NarrativeField] = NothingHappened };
            foreach (var (path, value) in answers.Where(a => a.Value != item.Values.FirstOrDefault(v => v.Path == a.Key)?.Value))
            {
                if (Edit(s, work.Act, item, path, value) is { } problem)
                {
                    return problem;
                }
            }
        }

        if (!scan || s.EntryItems.Count == 0 || s.EntryItems.Any(i => i.Links.Any(l => l.Document.UploadedBy == work.Act.Actor.PersonId)))
        {
            return null;
        }

        var document = new EvidenceDocument(s.Id, new string('c', 64), 10, Paper, "application/pdf", work.Act);
        work.Db.Documents.Add(document);
        await work.Db.SaveChangesAsync();
        return (s.EntryItems.FirstOrDefault(i => i.IsCover) ?? s.EntryItems[0]).Attach(s, work.Act, document, 20)
            ?? s.Describe(work.Act, document.Id, new DocumentDescription(EvidenceKind.Other, null, null, null, "Bản chụp báo cáo giấy"), document.Version).Problem;
    });

    /// <summary>Sends what was entered; received just now unless said otherwise.</summary>
    public Task<Problem?> TrySendEntryAsync(string unitLogin, DateTimeOffset? receivedAt = null, string? explanation = null, string userName = Coordinator)
    {
        IssuedIsPast();
        return As(userName).Get<SendForUnit>().RunAsync(Report(unitLogin), receivedAt ?? Clock.Now, explanation, Guid.NewGuid());
    }

    /// <summary>The request was issued a moment after every clock starts; nothing is received before that.</summary>
    public void IssuedIsPast()
    {
        if (Clock.Now < Start.AddHours(1))
        {
            Clock.MoveTo(Start.AddHours(1));
        }
    }

    /// <summary>All of it: begins, enters, sends.</summary>
    public async Task<Problem?> TryEnterAndSendAsync(string unitLogin, DateTimeOffset? receivedAt = null, string userName = Coordinator) =>
        await TryEnterAsync(unitLogin, userName) ?? await TryFillEntryAsync(unitLogin, userName) ?? await TrySendEntryAsync(unitLogin, receivedAt, userName: userName);
}
