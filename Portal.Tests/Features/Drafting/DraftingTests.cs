using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Drafting;
using Portal.Domain.Submissions;
using Portal.Features.Drafting;
using Portal.Features.Requests;
using Portal.Tests.Domain.Requests;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Drafting;

/// <summary>From nothing, a copy or a file to an issued request; every change is saved at once and by one person at a time.</summary>
[Trait("Engine", "both")]
public sealed class DraftingTests
{
    private const string Leader = "lanhdao";
    private static readonly DateTimeOffset Due = new(2024, 9, 1, 17, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task A_request_from_nothing_is_issued_once_and_its_units_are_told_at_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var code = await BeginAsync(portal);
        Assert.Equal("YC-2024-001", code);
        await WriteAsync(portal, code);
        Assert.Equal([], PublishedSchemaTests.Faults((await portal.As(TestPortal.Coordinator).Get<RequestExport>().RunAsync(code)).Value!));
        var before = await NoticesAsync(portal, "21046.canbo");
        var issue = portal.As(TestPortal.Coordinator).Get<IssueRequest>();
        Assert.Null(await issue.RunAsync(code, false, Guid.NewGuid()));
        Assert.Null(await issue.RunAsync(code, false, Guid.NewGuid()));
        await using var db = portal.Open();
        var request = await db.Requests.SingleAsync(r => r.Code == code);
        Assert.Equal((RequestState.Open, 1, "báo cáo công tác trẻ em quý III", Due), (request.State, request.FormVersion, request.Title, request.DeadlineAt));
        Assert.Equal(["CAH CA-01", "XA-21046 UX-01"], await ItemsAsync(db, request.Id));
        Assert.False(await db.Drafts.AnyAsync(d => d.RequestId == request.Id));
        Assert.Equal(before + 1, await NoticesAsync(portal, "21046.canbo"));
        var seen = (await portal.As("21046.canbo").Get<LetterView>().RunAsync(code)).Value!;
        Assert.Equal((null, null), (seen.Letter.Number, seen.Letter.Date));
    }

    [Fact]
    public async Task What_is_missing_keeps_it_from_being_issued_and_changes_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var code = await BeginAsync(portal);
        var refused = await portal.As(TestPortal.Coordinator).Get<IssueRequest>().RunAsync(code, false, Guid.NewGuid());
        Assert.Equal(nameof(Problems.DraftIncomplete), refused?.Code);
        Assert.Contains("Chưa có trích yếu.", refused!.Text, StringComparison.Ordinal);
        Assert.Equal(nameof(Problems.RequestIsDraft), (await portal.As(TestPortal.Coordinator).Get<LetterView>().RunAsync(code)).Problem?.Code);
        await using var db = portal.Open();
        Assert.Equal(RequestState.Draft, (await db.Requests.SingleAsync(r => r.Code == code)).State);
        Assert.Equal(0, (await db.Requests.SingleAsync(r => r.Code == code)).FormVersion);
    }

    [Fact]
    public async Task Who_comes_second_is_told_and_nothing_of_the_first_is_lost()
    {
        await using var portal = await TestPortal.CreateAsync();
        var code = await BeginAsync(portal);
        var seen = (await ReadAsync(portal, code)).Version;
        Assert.Null(await EditAsync(portal, code, seen, new SetFact("subject", "của người thứ nhất")));
        Assert.Equal(nameof(Problems.DraftChanged), (await EditAsync(portal, code, seen, new SetFact("subject", "của người thứ hai")))?.Code);
        Assert.Equal("của người thứ nhất", DraftFile.Of((await ReadAsync(portal, code)).Json).Value!.Fact("subject"));
    }

    [Fact]
    public async Task A_draft_is_seen_by_its_coordinators_and_leaders_alone_and_changed_by_coordinators()
    {
        await using var portal = await TestPortal.CreateAsync();
        var code = await BeginAsync(portal);
        foreach (var outsider in new[] { "21046.canbo", "quansat", "quantri" })
        {
            Assert.Equal(ProblemKind.NotFound, (await portal.As(outsider).Get<DraftView>().RunAsync(code)).Problem?.Kind);
        }

        Assert.False((await portal.As(Leader).Get<DraftView>().RunAsync(code)).Value!.MayEdit);
        Assert.Equal(ProblemKind.Refused, (await portal.As(Leader).Get<EditDraft>().RunAsync(code, 0, new SetFact("subject", "x")))?.Kind);
        Assert.Contains((await portal.As(TestPortal.Coordinator).Get<RequestList>().RunAsync()).Value!.Requests, r => r.Code == code);
        Assert.DoesNotContain((await portal.As("quansat").Get<RequestList>().RunAsync()).Value!.Requests, r => r.Code == code);
    }

    [Fact]
    public async Task A_copy_and_an_import_make_the_same_forms_and_are_issued()
    {
        await using var portal = await TestPortal.CreateAsync();
        var coordinator = portal.As(TestPortal.Coordinator);
        var exported = (await coordinator.Get<RequestExport>().RunAsync(TestPortal.RequestCode)).Value!;
        var copy = (await coordinator.Get<CopyRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid())).Value!;
        var import = (await coordinator.Get<ImportRequest>().RunAsync(exported, Guid.NewGuid())).Value!;
        Assert.Equal(("YC-2024-001", "YC-2024-002"), (copy, import));
        foreach (var code in new[] { copy, import })
        {
            foreach (var point in OpenPoint.All)
            {
                Assert.Null(await EditAsync(portal, code, new SettlePoint(point, "Không cần.")));
            }

            Assert.Null(await coordinator.Get<IssueRequest>().RunAsync(code, true, Guid.NewGuid()));
        }

        await using var db = portal.Open();
        var stands = await db.FormVersions.Where(f => f.Request.Code != TestPortal.RequestCode).Select(f => f.Definition).ToListAsync();
        Assert.All(stands, json => Assert.Equal(BinhSonLetter.Request.Template.Items.Keys.Order(), RequestFile.Parse(json).Value!.Template.Items.Keys.Order()));
        Assert.Equal(3 * 140, await db.Answers.CountAsync(a => a.ItemCode != ItemAnswer.Cover));
    }

    [Fact]
    public async Task Units_that_the_portal_does_not_know_are_named_before_issuing()
    {
        await using var portal = await TestPortal.CreateAsync();
        var coordinator = portal.As(TestPortal.Coordinator);
        var code = (await coordinator.Get<ImportRequest>().RunAsync(BinhSonLetter.Json.Replace("XA-21046", "XA-99999", StringComparison.Ordinal), Guid.NewGuid())).Value!;
        foreach (var point in OpenPoint.All)
        {
            Assert.Null(await EditAsync(portal, code, new SettlePoint(point, "Không cần.")));
        }

        var refused = await coordinator.Get<IssueRequest>().RunAsync(code, true, Guid.NewGuid());
        Assert.Equal(nameof(Problems.UnitsNotHere), refused?.Code);
        Assert.Contains("Bình Thạnh", refused!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_is_gone_and_an_issued_request_stays()
    {
        await using var portal = await TestPortal.CreateAsync();
        var coordinator = portal.As(TestPortal.Coordinator);
        var code = await BeginAsync(portal);
        Assert.Null(await coordinator.Get<DiscardDraft>().RunAsync(code, Guid.NewGuid()));
        Assert.Null(await coordinator.Get<ReviseRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()));
        Assert.Null(await coordinator.Get<DiscardDraft>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()));
        await using var db = portal.Open();
        Assert.Equal([TestPortal.RequestCode], await db.Requests.Select(r => r.Code).ToListAsync());
        Assert.False(await db.Drafts.AnyAsync());
        Assert.Equal(2, await db.AccessRecords.CountAsync(r => r.Kind == AccessKind.DraftDiscarded));
    }

    [Fact]
    public async Task A_template_begins_requests_and_is_the_offices_own()
    {
        await using var portal = await TestPortal.CreateAsync();
        var coordinator = portal.As(TestPortal.Coordinator);
        Assert.Null(await coordinator.Get<ReviseRequest>().RunAsync(TestPortal.RequestCode, Guid.NewGuid()));
        Assert.Equal("name", (await coordinator.Get<KeepTemplate>().RunAsync(TestPortal.RequestCode, " ", Guid.NewGuid()))?.Field);
        Assert.Null(await coordinator.Get<KeepTemplate>().RunAsync(TestPortal.RequestCode, " Trẻ em hằng năm ", Guid.NewGuid()));
        Assert.Equal(nameof(Problems.TemplateTwice), (await coordinator.Get<KeepTemplate>().RunAsync(TestPortal.RequestCode, "Trẻ em hằng năm", Guid.NewGuid()))?.Code);
        var template = Assert.Single((await coordinator.Get<RequestList>().RunAsync()).Value!.Templates);
        var code = (await coordinator.Get<UseTemplate>().RunAsync(template.Id, Guid.NewGuid())).Value!;
        var begun = DraftFile.Of((await ReadAsync(portal, code)).Json).Value!;
        Assert.Equal((new DraftNumbers(7, 28, 14, 140, 1), null), (begun.Numbers, begun.Deadline.At));
        Assert.Empty((await portal.As(Leader).Get<RequestList>().RunAsync()).Value!.Templates);
        Assert.Null(await coordinator.Get<RemoveTemplate>().RunAsync(template.Id, Guid.NewGuid()));
        Assert.Equal(ProblemKind.NotFound, (await coordinator.Get<UseTemplate>().RunAsync(template.Id, Guid.NewGuid())).Problem?.Kind);
    }

    private static async Task<string> BeginAsync(TestPortal portal)
    {
        var begun = await portal.As(TestPortal.Coordinator).Get<StartDraft>().RunAsync(null, Guid.NewGuid());
        Assert.Null(begun.Problem);
        return begun.Value!;
    }

    private static async Task WriteAsync(TestPortal portal, string code)
    {
        IReadOnlyList<DraftEdit> edits =
        [
            new SetFact("subject", "báo cáo công tác trẻ em quý III"), new SetFact("issuingBody", "Ủy ban nhân dân huyện Bình Sơn"), new SetFact("deadline.instant", Due.ToString("O")),
            new AddGroup("Công an huyện"), new AddItem("G1", "Công tác thực hiện nghiêm Luật Trẻ em", null), new AddGroup("UBND xã"), new AddItem("G2", "Công tác lãnh đạo, chỉ đạo", null),
            .. OpenPoint.All.Select(p => new SettlePoint(p, "Không cần.")),
        ];
        foreach (var edit in edits)
        {
            Assert.Null(await EditAsync(portal, code, edit));
        }

        foreach (var (group, unit) in new[] { ("G1", "CAH"), ("G2", "XA-21046") })
        {
            Assert.Null(await portal.As(TestPortal.Coordinator).Get<PickUnits>().RunAsync(code, (await ReadAsync(portal, code)).Version, new(group, [unit], [])));
        }
    }

    private static async Task<DraftModel> ReadAsync(TestPortal portal, string code) => (await portal.As(TestPortal.Coordinator).Get<DraftView>().RunAsync(code)).Value!;

    private static async Task<Problem?> EditAsync(TestPortal portal, string code, DraftEdit edit) => await EditAsync(portal, code, (await ReadAsync(portal, code)).Version, edit);

    private static Task<Problem?> EditAsync(TestPortal portal, string code, int seen, DraftEdit edit) => portal.As(TestPortal.Coordinator).Get<EditDraft>().RunAsync(code, seen, edit);

    private static async Task<int> NoticesAsync(TestPortal portal, string user)
    {
        await using var db = portal.Open();
        var person = portal.As(user).PersonId;
        return await db.Notices.CountAsync(n => n.PersonId == person);
    }

    private static async Task<List<string>> ItemsAsync(Portal.Database.PortalDb db, int requestId) =>
        [.. (await db.Submissions.Where(s => s.RequestId == requestId).SelectMany(s => s.Answers, (s, a) => new { s.UnitCode, a.ItemCode }).Where(a => a.ItemCode != ItemAnswer.Cover).ToListAsync()).Select(a => $"{a.UnitCode} {a.ItemCode}").Order()];
}
