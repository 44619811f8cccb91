using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Submissions;
using Portal.Features.Assignment;
using Portal.Features.Fill;
using Portal.Features.Reports;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Assignment;

/// <summary>The head hands items to his people: an aid, not a right.</summary>
[Trait("Engine", "both")]
public sealed class AssignmentTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong";

    [Fact]
    public async Task An_officer_finds_his_own_first_and_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await GiveAsync(portal, "XA-03", Officer));
        var report = Assert.Single((await portal.As(Officer).Get<TaskList>().RunAsync()).Value!);
        Assert.Equal(("XA-03", "Cán bộ UBND xã Bình Thạnh"), report.Items.Where(i => i.Mine).Select(i => (i.Code, i.Assignee)).Single());
        Assert.False(report.Heads);
        var heads = Assert.Single((await portal.As(Head).Get<TaskList>().RunAsync()).Value!);
        Assert.True(heads.Heads);
        Assert.DoesNotContain(heads.Items, i => i.Mine);
        Assert.Equal("Cán bộ UBND xã Bình Thạnh", (await portal.As(Officer).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), "XA-03")).Value!.Assignee);
        Assert.Equal([Officer], await ToldAsync(portal));
    }

    [Fact]
    public async Task It_can_be_taken_back_and_nothing_happens_twice()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await GiveAsync(portal, "XA-03", Officer));
        Assert.Null(await GiveAsync(portal, "XA-03", Officer));
        Assert.Equal(1, await EventsAsync(portal));
        Assert.Null(await GiveAsync(portal, "XA-03", null));
        Assert.Null((await portal.ReadAsync(Unit)).Find("XA-03")!.AssigneeId);
        Assert.Equal(2, await EventsAsync(portal));
        Assert.Equal([Officer], await ToldAsync(portal));
    }

    [Fact]
    public async Task The_rest_goes_to_one_person_and_what_was_given_stays()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await GiveAsync(portal, "XA-03", Head));
        var given = await portal.As(Head).Get<AssignRest>().RunAsync(TestPortal.Report(Unit), portal.As(Officer).PersonId!.Value, Guid.NewGuid());
        Assert.Equal(6, given.Value);
        Assert.All((await portal.ReadAsync(Unit)).Answers, a => Assert.Equal(portal.As(a.ItemCode == "XA-03" ? Head : Officer).PersonId, a.AssigneeId));
        Assert.Equal([Officer], await ToldAsync(portal)); // one notice for all; of his own act nobody is told
    }

    [Theory]
    [InlineData("21049.canbo")]
    [InlineData("21046.thoiviec")]
    [InlineData("lanhdao")]
    public async Task Who_does_not_work_in_the_unit_cannot_have_it(string who)
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(nameof(Problems.NotOfTheUnit), (await GiveAsync(portal, "XA-03", who))?.Code);
        Assert.Equal(nameof(Problems.NotOfTheUnit), (await portal.As(Head).Get<AssignRest>().RunAsync(TestPortal.Report(Unit), portal.As(who).PersonId!.Value, Guid.NewGuid())).Problem?.Code);
        Assert.Equal(nameof(Problems.NotOfTheUnit), (await portal.As(Head).Get<AssignItem>().RunAsync(TestPortal.Report(Unit), "XA-03", 99999, Guid.NewGuid()))?.Code);
        Assert.Equal(["21046.canbo", "21046.thutruong"], await OfferedAsync(portal));
    }

    [Fact]
    public async Task What_somebody_had_who_left_the_unit_counts_as_not_given()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await GiveAsync(portal, "XA-03", Officer));
        await using (var db = portal.Open())
        {
            (await db.People.Include(p => p.Roles).SingleAsync(p => p.Id == portal.As(Officer).PersonId, TestContext.Current.CancellationToken)).Disable(portal.Clock.Now);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        Assert.All((await ListAsync(portal)).Lines, l => Assert.Null(l.AssigneeId));
        Assert.Equal(7, (await portal.As(Head).Get<AssignRest>().RunAsync(TestPortal.Report(Unit), portal.As(Head).PersonId!.Value, Guid.NewGuid())).Value);
    }

    [Fact]
    public async Task Who_has_what_is_told_to_the_unit_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await GiveAsync(portal, "XA-03", Officer));
        var own = Assert.Single(await TrailAsync(portal, Officer), e => e.Verb == EventVerb.Assigned);
        Assert.Equal("Cán bộ UBND xã Bình Thạnh", Assert.Single(own.Reasons).Text);
        Assert.DoesNotContain(await TrailAsync(portal, TestPortal.Coordinator), e => e.Verb == EventVerb.Assigned);
        Assert.Null((await portal.As(TestPortal.Coordinator).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), "XA-03")).Value!.Assignee);
    }

    private static Task<Problem?> GiveAsync(TestPortal portal, string item, string? to) =>
        portal.As(Head).Get<AssignItem>().RunAsync(TestPortal.Report(Unit), item, to is null ? null : portal.As(to).PersonId, Guid.NewGuid());

    private static async Task<AssignmentModel> ListAsync(TestPortal portal) => (await portal.As(Head).Get<AssignmentList>().RunAsync(TestPortal.Report(Unit))).Value!;

    private static async Task<IReadOnlyList<TrailEntry>> TrailAsync(TestPortal portal, string who) => (await portal.As(who).Get<ReportView>().RunAsync(TestPortal.Report(Unit), null, [])).Value!.Trail;

    private static async Task<IReadOnlyList<string?>> OfferedAsync(TestPortal portal)
    {
        var offered = (await ListAsync(portal)).People.Select(p => p.Id).ToList();
        await using var db = portal.Open();
        return await db.Users.Where(u => offered.Contains(u.PersonId)).OrderBy(u => u.UserName).Select(u => u.UserName).ToListAsync();
    }

    private static async Task<IReadOnlyList<string?>> ToldAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await (from n in db.Notices join u in db.Users on n.PersonId equals u.PersonId where n.Verb == EventVerb.Assigned orderby u.UserName select u.UserName).ToListAsync();
    }

    private static async Task<int> EventsAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await db.Events.CountAsync(e => e.Verb == EventVerb.Assigned);
    }
}
