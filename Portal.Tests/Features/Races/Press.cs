using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Proxy;
using Portal.Features.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Races;

/// <summary>What somebody may press at a random moment on one commune's report, with what he has just seen.</summary>
/// <param name="Name">Which verb.</param>
/// <param name="RunAsync">Reads what there is to see, then presses.</param>
/// <param name="Often">How much oftener than what is pressed rarely.</param>
internal sealed record Press(string Name, Func<TestPortal, string, Task<Problem?>> RunAsync, int Often = 3)
{
    private const string Item = "XA-01", Other = "XA-02";

    /// <summary>Everything that is pressed on a report, and what stops or moves a request.</summary>
    public static IReadOnlyList<Press> All { get; } =
    [
        new("EditField", (p, unit) => EditAsync(p, unit, Item)),
        new("EditOther", (p, unit) => EditAsync(p, unit, Other)),
        new("EditCover", (p, unit) => EditAsync(p, unit, ItemAnswer.Cover)),
        new("SignerGoes", (p, unit) => SignerAsync(p, unit, null)), // what is signed off then waits for the cover, and can be revoked or sent
        new("SignerComes", (p, unit) => SignerAsync(p, unit, "Chủ tịch UBND xã")),
        new("SendUp", (p, unit) => p.DoAsync($"{unit}.canbo", unit, Permission.SendUp, (s, act, forms) => s.SendUp(act, forms, "Chờ số liệu của thôn.")), Often: 9),
        new("SendBack", (p, unit) => p.DoAsync($"{unit}.thutruong", unit, Permission.SignOff, (s, act, _) => s.SendBack(act, new Dictionary<string, string> { [Item] = "Ghi rõ số liệu." }))),
        new("SignOff", async (p, unit) =>
        {
            var shown = (await p.ReadAsync(unit)).UnderWay?.Hash ?? "";
            return await p.DoAsync($"{unit}.thutruong", unit, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, shown, "Chờ số liệu của thôn."));
        }, Often: 9),
        new("Recall", (p, unit) => p.DoAsync($"{unit}.canbo", unit, Permission.SendUp, (s, act, _) => s.Recall(act))),
        new("RevokeApproval", (p, unit) => p.DoAsync($"{unit}.thutruong", unit, Permission.SignOff, (s, act, _) => s.RevokeApproval(act, "Sửa lại số liệu.")), Often: 9),
        new("Withdraw", (p, unit) => p.DoAsync($"{unit}.thutruong", unit, Permission.SignOff, (s, act, _) => s.Withdraw(act, "Gửi nhầm bản.")), Often: 9),
        new("Send", (p, unit) => p.DoAsync($"{unit}.canbo", unit, Permission.SendUp, (s, act, forms) => s.Send(act, forms, "Chờ số liệu của thôn.")), Often: 9),
        new("Accept", (p, unit) => SeenAsync(p, unit, Item, version => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, forms) => s.Accept(act, forms, Item, version)))),
        new("AcceptAll", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, forms) => s.AcceptAll(act, forms).Problem)),
        new("Return", (p, unit) => SeenAsync(p, unit, Item, version => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, _) => s.Return(act, Item, "Bổ sung.", act.At.AddDays(1), version)))),
        new("ReturnCover", (p, unit) => SeenAsync(p, unit, ItemAnswer.Cover, version => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, _) => s.Return(act, ItemAnswer.Cover, "Chưa đúng thẩm quyền.", act.At.AddDays(1), version)))),
        new("CancelReturn", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, forms) => s.CancelReturn(act, forms, Item))),
        new("ReturnForSigner", (p, unit) => SeenAsync(p, unit, ItemAnswer.Cover, version => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, _) => s.ReturnForSigner(act, "Chưa đúng thẩm quyền.", act.At.AddDays(1), version)))),
        new("AskReopen", (p, unit) => p.DoAsync($"{unit}.canbo", unit, Permission.Ask, (s, act, _) => s.AskReopen(act, Item, "Nhập sai số liệu."))),
        new("GrantReopen", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Reopen, (s, act, _) => s.GrantReopen(act, Item, "Sửa lại số liệu.", act.At.AddDays(1)))),
        new("RefuseReopen", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Reopen, (s, act, _) => s.RefuseReopen(act, Item, "Số liệu đã đúng."))),
        new("AskExtension", (p, unit) => p.DoAsync($"{unit}.canbo", unit, Permission.Ask, (s, act, _) => s.AskExtension(act, "Bão lũ.", s.EffectiveDeadline.At!.Value.AddDays(1)))),
        new("GrantExtension", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, _) => s.DecideExtension(act, s.EffectiveDeadline.At!.Value.AddHours(6), null, act.At.AddDays(1)))),
        new("RefuseExtension", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, _) => s.DecideExtension(act, null, "Còn đủ thời gian.", act.At.AddDays(1)))),
        new("GiveExtension", (p, unit) => p.DoAsync(TestPortal.Coordinator, unit, Permission.Review, (s, act, _) => s.GiveExtension(act, act.At.AddDays(5), "Bão lũ."))),
        new("ExplainLate", (p, unit) => p.DoAsync($"{unit}.thutruong", unit, Permission.Ask, (s, act, _) => s.ExplainLate(act, "Mất điện.")), Often: 9),
        new("EnterForUnit", (p, unit) => p.TryEnterAsync(unit)),
        new("EditEntry", (p, unit) => p.TryFillEntryAsync(unit)),
        new("SendForUnit", (p, unit) => p.TrySendEntryAsync(unit)),
        new("AbandonEntry", (p, unit) => p.As(TestPortal.Coordinator).Get<AbandonEntry>().RunAsync(TestPortal.Report(unit), Guid.NewGuid())),
        new("ConfirmProxy", (p, unit) => p.As($"{unit}.thutruong").Get<ConfirmProxy>().RunAsync(TestPortal.Report(unit), "Mất điện.", Guid.NewGuid())),
        new("ObjectToProxy", async (p, unit) =>
        {
            var chosen = (await p.ReadAsync(unit)).Unconfirmed.Where(Submission.MayObject).Take(2).ToDictionary(i => i.ItemCode, _ => "Nhập sai.");
            return await p.As($"{unit}.thutruong").Get<ObjectToProxy>().RunAsync(TestPortal.Report(unit), chosen, Guid.NewGuid());
        }),
        new("AcceptByLeader", (p, unit) => p.DoAsync("lanhdao", unit, Permission.Review, (s, act, forms) => s.AcceptAll(act, forms).Problem)),
        new("Lock", (p, _) => p.As(TestPortal.Coordinator).Get<LockRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()), Often: 1),
        new("Unlock", (p, _) => p.As("lanhdao").Get<UnlockRequest>().RunAsync(TestPortal.RequestCode, "Bổ sung.", Guid.NewGuid())),
        new("MoveDeadline", async (p, unit) =>
        {
            var later = (await p.ReadAsync(unit)).Request.DeadlineAt!.Value.AddHours(1);
            return await p.As(TestPortal.Coordinator).Get<MoveDeadline>().RunAsync(TestPortal.RequestCode, later, "Số 99/UBND", Guid.NewGuid());
        }, Often: 1),
        new("HoursPass", (p, _) =>
        {
            p.Clock.MoveTo(p.Clock.Now.AddHours(7));
            return Task.FromResult<Problem?>(null);
        }, Often: 1),
    ];

    private static async Task<Problem?> EditAsync(TestPortal portal, string unit, string item)
    {
        var path = item == ItemAnswer.Cover ? "ghiChuChung" : "giaiPhap";
        var seen = (await portal.ReadAsync(unit)).Find(item)!.Values.FirstOrDefault(v => v.Path == path)?.Version ?? 0;
        return await portal.DoAsync($"{unit}.canbo", unit, Permission.Edit, (s, act, _) => s.Find(item)!.Edit(s, act, path, $"Lần {act.CommandId}", seen, act.CommandId).Problem);
    }

    private static async Task<Problem?> SignerAsync(TestPortal portal, string unit, string? signer)
    {
        var seen = (await portal.ReadAsync(unit)).Cover.Values.FirstOrDefault(v => v.Path == TestPortal.CoverSigner)?.Version ?? 0;
        return await portal.DoAsync($"{unit}.canbo", unit, Permission.Edit, (s, act, _) => s.Cover.Edit(s, act, TestPortal.CoverSigner, signer, seen, act.CommandId).Problem);
    }

    private static async Task<Problem?> SeenAsync(TestPortal portal, string unit, string item, Func<int, Task<Problem?>> press) =>
        await press((await portal.ReadAsync(unit)).Find(item)!.CurrentVersion?.Number ?? 1);
}
