using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Features.Requests;
using Portal.Features.Review;
using Portal.Features.SignOff;
using Portal.Shared.Fields;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Races;

/// <summary>An amendment against whatever is pressed at the same moment (workflow §11): the later one sees the new state.</summary>
[Trait("Engine", "both")]
public sealed class AmendmentRaceTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong", Item = "XA-01";
    private const int Rounds = 8;
    private static readonly string Json = AmendedLetter.New.AddField(Item, "XA01.06").RemoveField(Item, "XA01.05").RemoveItem("XA-06").AddItem("XA-07", "G7", Item).Json;
    private static int turn;

    [Theory]
    [InlineData("SendUp", ItemState.Drafting)]
    [InlineData("SignOff", ItemState.WithHead)]
    [InlineData("Accept", ItemState.Sent)]
    [InlineData("AcceptAll", ItemState.Sent)]
    [InlineData("Edit", ItemState.Drafting)]
    [InlineData("EditGone", ItemState.Drafting)]
    [InlineData("Amend", ItemState.Drafting)]
    public async Task Whoever_comes_second_sees_what_the_first_did_and_the_report_stays_legal(string verb, ItemState from)
    {
        await using var start = await TestPortal.CreateAsync();
        await start.EditAsync(Unit, Item, "XA01.05", "10");
        await start.BringAsync(Unit, from);
        var first = 0;
        for (var round = 0; round < Rounds; round++)
        {
            await using var portal = await start.ForkAsync();
            var (pressed, amended) = await TogetherAsync(() => PressAsync(portal, verb), () => AmendAsync(portal));
            Assert.True(amended is null || (verb == "Amend" && amended.Code == nameof(Problems.StalePage)), amended?.Code);
            first += pressed is null ? 1 : 0;
            var report = await portal.ReadAsync(Unit);
            var item = report.Find(Item)!;
            Assert.Equal((ItemState.Cancelled, ItemState.NotStarted), (report.Find("XA-06")!.State, report.Find("XA-07")!.State));
            switch (verb)
            {
                case "SendUp" or "Edit" or "EditGone" or "Amend":
                    // Up before the amendment: dissolved by it. After it: the new item is not filled in, and what is gone cannot be typed.
                    Assert.Equal((ItemState.Drafting, 2), (item.State, item.FormVersion));
                    Assert.Null(report.UnderWay);
                    break;
                case "SignOff":
                    Assert.Equal(pressed is null ? (ItemState.Returned, 2) : (ItemState.Drafting, 2), (item.State, item.FormVersion));
                    break;
                default:
                    // Accepted before: returned all the same. After: nothing to accept any more.
                    Assert.Equal((ItemState.Returned, 2, 1), (item.State, item.FormVersion, item.CurrentVersion!.FormVersion));
                    break;
            }

            if (verb is "EditGone")
            {
                Assert.Equal(pressed is null ? "20" : "10", await OldAsync(portal, item.Id));
            }

            Assert.Equal([], await Legal.WrongAsync(portal, Unit));
        }

        Assert.InRange(first, 0, Rounds);
    }

    private static async Task<string> OldAsync(TestPortal portal, int itemId)
    {
        await using var db = portal.Open();
        return await db.OldValues.Where(v => v.ItemAnswerId == itemId && v.Path == "XA01.05").Select(v => v.Value).SingleAsync();
    }

    private static async Task<Problem?> PressAsync(TestPortal portal, string verb)
    {
        var report = TestPortal.Report(Unit);
        switch (verb)
        {
            case "SendUp":
                return await portal.As(Officer).Get<SendUp>().RunAsync(report, null, Guid.NewGuid());
            case "SignOff":
                var shown = (await portal.ReadAsync(Unit)).UnderWay?.Hash ?? "";
                return await portal.As(Head).Get<SignOffReport>().RunAsync(report, shown, null, Guid.NewGuid());
            case "Accept":
                return await portal.As(TestPortal.Coordinator).Get<AcceptItem>().RunAsync(report, Item, 1, Guid.NewGuid());
            case "AcceptAll":
                return (await portal.As(TestPortal.Coordinator).Get<AcceptAll>().RunAsync(report, Guid.NewGuid())).Problem;
            case "Amend":
                return await AmendAsync(portal);
            default:
                var path = verb == "Edit" ? "XA01.03" : "XA01.05";
                var seen = (await portal.ReadAsync(Unit)).Find(Item)!.Values.FirstOrDefault(v => v.Path == path)?.Version ?? 0;
                var saved = await portal.As(Officer).Get<SaveFields>().RunAsync(report, Item, [new FieldPatch(path, "20", seen, Guid.NewGuid())]);
                return saved.Problem ?? saved.Value![0].Problem;
        }
    }

    private static async Task<Problem?> AmendAsync(TestPortal portal)
    {
        var due = TestPortal.Start.AddDays(4);
        return (await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, Json, new("Công văn 99/UBND-VX", due, true, due), 1, Guid.NewGuid())).Problem;
    }

    private static async Task<(Problem? First, Problem? Second)> TogetherAsync(Func<Task<Problem?>> first, Func<Task<Problem?>> second)
    {
        var swapped = Interlocked.Increment(ref turn) % 2 == 0;
        var answers = await Task.WhenAll(new[] { swapped ? second : first, swapped ? first : second }.Select(press => Task.Run(press)));
        return swapped ? (answers[1], answers[0]) : (answers[0], answers[1]);
    }
}
