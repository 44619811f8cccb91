using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Proxy;
using Portal.Features.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>How the state table presses each verb: as the person who may, with everything in order but the state.</summary>
internal static class StateVerbs
{
    /// <summary>The unit that is tried: a commune with six items and the cover.</summary>
    public const string Unit = "21046";

    private const string Officer = "21046.canbo";
    private const string Head = "21046.thutruong";

    /// <summary>Verb → the item it is tried on, and the press.</summary>
    public static IReadOnlyDictionary<string, (string Item, Func<TestPortal, Submission, Task<Problem?>> Press)> All { get; } = new Dictionary<string, (string, Func<TestPortal, Submission, Task<Problem?>>)>
    {
        ["EditField"] = ("XA-01", (portal, s) => EditAsync(portal, s, "XA-01", "giaiPhap")),
        ["EditCoverNumber"] = (ItemAnswer.Cover, (portal, s) => EditAsync(portal, s, ItemAnswer.Cover, "soKyHieuBaoCao")),
        ["Attach"] = ("XA-01", (portal, _) => portal.TryAttachAsync(Unit, "XA-01")),
        ["AttachScan"] = (ItemAnswer.Cover, (portal, _) => portal.TryAttachAsync(Unit, ItemAnswer.Cover)),
        ["Describe"] = ("XA-01", (portal, seen) => portal.DoAsync(Officer, Unit, Permission.Edit, (s, act, _) =>
            s.Describe(act, DocumentOf(seen), new DocumentDescription(EvidenceKind.Other, null, null, null, "Ảnh chụp hiện trường"), seen.DocumentOf(DocumentOf(seen))?.Version ?? 0).Problem)),
        ["Unlink"] = ("XA-01", (portal, seen) => portal.DoAsync(Officer, Unit, Permission.Edit, (s, act, _) => s.Find("XA-01")!.Unlink(s, act, DocumentOf(seen)))),
        ["SendUp"] = ("XA-01", (portal, _) => portal.DoAsync(Officer, Unit, Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, null))),
        ["SendBack"] = ("XA-01", (portal, _) => portal.DoAsync(Head, Unit, Permission.SignOff, (s, act, _) => s.SendBack(act, new Dictionary<string, string> { ["XA-01"] = "Bổ sung số liệu." }))),
        ["SignOff"] = ("XA-01", (portal, seen) => portal.DoAsync(Head, Unit, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, seen.UnderWay?.Hash ?? "", null))),
        ["Send"] = ("XA-01", (portal, _) => portal.DoAsync(Officer, Unit, Permission.SendUp, (s, act, forms) => s.Send(act, forms, null))),
        ["Recall"] = ("XA-01", (portal, _) => portal.DoAsync(Officer, Unit, Permission.SendUp, (s, act, _) => s.Recall(act))),
        ["RevokeApproval"] = ("XA-01", (portal, _) => portal.DoAsync(Head, Unit, Permission.SignOff, (s, act, _) => s.RevokeApproval(act, "Sửa lại số liệu."))),
        ["Withdraw"] = ("XA-01", (portal, _) => portal.DoAsync(Head, Unit, Permission.SignOff, (s, act, _) => s.Withdraw(act, "Gửi nhầm bản."))),
        ["DecideDocument"] = ("XA-01", (portal, seen) => ReviewAsync(portal, (s, act, _) => s.DecideDocument(act, "XA-01", DocumentOf(seen), LinkDecision.Accepted, null))),
        ["RestrictDocument"] = ("XA-01", (portal, seen) => portal.DoAsync(TestPortal.Coordinator, Unit, Permission.Review, async (s, work) =>
            await work.Db.Documents.FindAsync(DocumentOf(seen)) is { } document ? s.RestrictDocument(work.Act, document, true) : Problem.NotFound)),
        ["Accept"] = ("XA-02", (portal, seen) => ReviewAsync(portal, (s, act, forms) => s.Accept(act, forms, "XA-02", VersionOf(seen, "XA-02")))),
        ["AcceptAll"] = ("XA-01", (portal, _) => ReviewAsync(portal, (s, act, forms) => s.AcceptAll(act, forms).Problem)),
        ["Return"] = ("XA-01", (portal, seen) => ReviewAsync(portal, (s, act, _) => s.Return(act, "XA-01", "Bổ sung số liệu.", act.At.AddDays(1), VersionOf(seen, "XA-01")))),
        ["ReturnForSigner"] = (ItemAnswer.Cover, (portal, seen) => ReviewAsync(portal, (s, act, _) => s.ReturnForSigner(act, "Chưa đúng thẩm quyền.", act.At.AddDays(1), VersionOf(seen, ItemAnswer.Cover)))),
        ["CancelReturn"] = ("XA-01", (portal, _) => ReviewAsync(portal, (s, act, forms) => s.CancelReturn(act, forms, "XA-01"))),
        ["AskReopen"] = ("XA-01", (portal, _) => AskReopenAsync(portal)),
        ["GrantReopen"] = ("XA-01", (portal, seen) => AnswerAsync(portal, seen, (s, act, _) => s.GrantReopen(act, "XA-01", "Sửa lại số liệu.", act.At.AddDays(1)))),
        ["RefuseReopen"] = ("XA-01", (portal, seen) => AnswerAsync(portal, seen, (s, act, _) => s.RefuseReopen(act, "XA-01", "Số liệu đã đúng."))),
        ["AskExtension"] = ("XA-01", (portal, _) => AskAsync(portal)),
        ["DecideExtension"] = ("XA-01", async (portal, _) => await AskAsync(portal) ?? await ReviewAsync(portal, (s, act, _) => s.DecideExtension(act, s.PendingExtension!.WantedUntil, null, act.At.AddDays(1)))),
        ["GiveExtension"] = ("XA-01", (portal, _) => ReviewAsync(portal, (s, act, _) => s.GiveExtension(act, s.EffectiveDeadline.At!.Value.AddDays(1), "Đơn vị có bão lũ."))),
        ["ExplainLate"] = ("XA-01", (portal, _) => portal.DoAsync(Officer, Unit, Permission.Ask, (s, act, _) => s.ExplainLate(act, "Chờ số liệu của thôn."))),
        ["Comment"] = ("XA-01", (portal, _) => SayAsync(portal)),
        ["ResolveComment"] = ("XA-01", async (portal, _) => await SayAsync(portal) ?? await portal.DoAsync(Officer, Unit, Permission.Comment, (s, act, _) => s.ResolveComment(act, "XA-01", s.Find("XA-01")!.Comments.Max(c => c.Id)))),
        ["Assign"] = ("XA-01", (portal, _) => portal.DoAsync(Head, Unit, Permission.SignOff, async (s, work) =>
            s.Assign(work.Act, ["XA-01"], await work.Db.People.Include(p => p.Roles).SingleAsync(p => p.Id == portal.As(Officer).PersonId), s.UnitCode))),
        ["EnterForUnit"] = ("XA-01", (portal, _) => portal.TryEnterAsync(Unit)),
        ["SendForUnit"] = ("XA-01", (portal, _) => portal.TryEnterAndSendAsync(Unit)),
        ["AbandonEntry"] = ("XA-01", async (portal, _) => await portal.TryEnterAsync(Unit) ?? await portal.TryFillEntryAsync(Unit)
            ?? await portal.As(TestPortal.Coordinator).Get<AbandonEntry>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid())),
        ["ConfirmProxy"] = ("XA-01", async (portal, _) => await portal.TryEnterAndSendAsync(Unit)
            ?? await portal.As(Head).Get<ConfirmProxy>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid())),
        ["ObjectToProxy"] = ("XA-01", async (portal, _) => await portal.TryEnterAndSendAsync(Unit)
            ?? await portal.As(Head).Get<ObjectToProxy>().RunAsync(TestPortal.Report(Unit), new Dictionary<string, string> { ["XA-01"] = "Số liệu nhập sai." }, Guid.NewGuid())),
        ["Amend"] = ("XA-01", (portal, seen) => AmendAsync(portal, seen, AmendedLetter.New.AddField("XA-01", "XA01.06"))),
        ["AmendAway"] = ("XA-01", (portal, seen) => AmendAsync(portal, seen, AmendedLetter.New.RemoveItem("XA-01"))),
    };

    // What was sent is asked for again.
    private static async Task<Problem?> AmendAsync(TestPortal portal, Submission seen, AmendedLetter letter) => (await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(
        TestPortal.RequestCode, letter.Json, new("Công văn 99/UBND-VX", null, true, portal.Clock.Now.AddDays(1)), seen.Request.Version, Guid.NewGuid())).Problem;

    private static Task<Problem?> EditAsync(TestPortal portal, Submission seen, string item, string path) => portal.DoAsync(Officer, Unit, Permission.Edit, (s, act, _) =>
        s.Find(item)!.Edit(s, act, path, "12/BC-UBND", seen.Find(item)!.Values.FirstOrDefault(v => v.Path == path)?.Version ?? 0, act.CommandId).Problem);

    private static Task<Problem?> AskAsync(TestPortal portal) =>
        portal.DoAsync(Officer, Unit, Permission.Ask, (s, act, _) => s.AskExtension(act, "Chờ số liệu của thôn.", s.EffectiveDeadline.At!.Value.AddDays(1)));

    private static Task<Problem?> AskReopenAsync(TestPortal portal) =>
        portal.DoAsync(Officer, Unit, Permission.Ask, (s, act, _) => s.AskReopen(act, "XA-01", "Nhập sai số liệu."));

    // Where there is something to ask it is asked first; of what is Included a leader decides.
    private static async Task<Problem?> AnswerAsync(TestPortal portal, Submission seen, Func<Submission, Act, FormTemplate, Problem?> verb)
    {
        var state = seen.Find("XA-01")!.State;
        var asked = state is ItemState.Accepted or ItemState.Included ? await AskReopenAsync(portal) : null;
        return asked ?? await portal.DoAsync(state == ItemState.Included ? "lanhdao" : TestPortal.Coordinator, Unit, Permission.Reopen, verb);
    }

    private static Task<Problem?> SayAsync(TestPortal portal) =>
        portal.DoAsync(TestPortal.Coordinator, Unit, Permission.Comment, (s, act, _) => s.Comment(act, "XA-01", "Số liệu này tính đến ngày nào?").Problem);

    private static Task<Problem?> ReviewAsync(TestPortal portal, Func<Submission, Act, FormTemplate, Problem?> verb) =>
        portal.DoAsync(TestPortal.Coordinator, Unit, Permission.Review, verb);

    private static int DocumentOf(Submission seen) => seen.Find("XA-01")!.Links.FirstOrDefault()?.DocumentId ?? 1;

    private static int VersionOf(Submission seen, string item) => seen.Find(item)!.CurrentVersion?.Number ?? 1;
}
