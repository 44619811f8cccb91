using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Assignment;
using Portal.Features.Fill;
using Portal.Features.Units;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Units;

/// <summary>A unit is merged while a request is open: Bình Thạnh (21046) goes to Bình Hiệp (21103).</summary>
[Trait("Engine", "both")]
public sealed class EndUnitTests
{
    private const string Old = "21046", New = "21103", Paper = "Nghị quyết 01/NQ-HĐND, 01/7/2024";

    [Fact]
    public async Task From_the_day_of_change_the_successors_people_act_and_the_report_keeps_its_name_and_place()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Old);
        Assert.Null(await EndAsync(portal, portal.Clock.Now.AddHours(2)));
        await portal.SendUpAsync(Old); // until then its own people act
        portal.Clock.MoveTo(portal.Clock.Now.AddHours(3));

        Assert.Equal(Problem.NotFound, await portal.DoAsync($"{Old}.thutruong", Old, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, s.UnderWay!.Hash, null)));
        Assert.Null(await portal.DoAsync($"{New}.thutruong", Old, Permission.SignOff, (s, act, forms) => s.SignOff(act, forms, s.UnderWay!.Hash, null)));
        Assert.Equal(ItemState.Sent, (await portal.ReadAsync(Old)).Cover.State);
        var tasks = (await portal.As($"{New}.canbo").Get<TaskList>().RunAsync()).Value!;
        Assert.Equal(["UBND xã Bình Hiệp", "UBND xã Bình Thạnh"], tasks.Select(r => r.UnitName).Order());
        await using var db = portal.Open();
        Assert.Equal(28, db.Submissions.Count());
    }

    [Fact]
    public async Task The_successors_people_may_not_review_it_and_can_be_given_its_items()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Old, ItemState.Sent);
        Assert.Null(await EndAsync(portal, portal.Clock.Now.AddMinutes(1), "p-ldtbxh")); // the coordinating unit itself
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(2));
        Assert.Equal(nameof(Problems.OwnReport), (await portal.DoAsync(TestPortal.Coordinator, Old, Permission.Review, (s, act, forms) => s.Accept(act, forms, "XA-01", 1)))?.Code);
        Assert.Null(await portal.DoAsync("lanhdao", Old, Permission.Review, (s, act, forms) => s.Accept(act, forms, "XA-01", 1)));
        var officer = portal.As("p-ldtbxh.canbo").PersonId;
        Assert.Contains((await portal.As("p-ldtbxh.thutruong").Get<AssignmentList>().RunAsync(TestPortal.Report(Old))).Value!.People, p => p.Id == officer);
        Assert.Null(await portal.As("p-ldtbxh.thutruong").Get<AssignItem>().RunAsync(TestPortal.Report(Old), "XA-02", officer, Guid.NewGuid()));
    }

    [Theory]
    [InlineData(Old, 60, Paper, nameof(Problems.SuccessorNeeded))] // itself
    [InlineData("khong-co", 60, Paper, nameof(Problems.SuccessorNeeded))]
    [InlineData(New, -60, Paper, nameof(Problems.UnitEndsLater))]
    [InlineData(New, 60, " ", nameof(Problems.SuccessionPaperNeeded))]
    public async Task Bad_input_says_what_is_wrong_and_changes_nothing(string successor, int minutes, string paper, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.SnapshotAsync();
        Assert.Equal(code, (await portal.As("quantri").Get<EndUnit>().RunAsync(Old, successor, portal.Clock.Now.AddMinutes(minutes), paper, Guid.NewGuid()))?.Code);
        before.AssertSame(await portal.SnapshotAsync());
    }

    private static Task<Problem?> EndAsync(TestPortal portal, DateTimeOffset from, string successor = New) =>
        portal.As("quantri").Get<EndUnit>().RunAsync(Old, successor, from, Paper, Guid.NewGuid());
}
