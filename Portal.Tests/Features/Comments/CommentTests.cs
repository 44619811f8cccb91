using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Comments;
using Portal.Features.Fill;
using Portal.Features.Inbox;
using Portal.Features.Reports;
using Portal.Features.Review;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Comments;

/// <summary>Unit and reviewers talk about one item; whoever only watches hears nothing of it.</summary>
[Trait("Engine", "both")]
public sealed class CommentTests
{
    private const string Unit = "21046", Item = "XA-01", Officer = "21046.canbo", Head = "21046.thutruong", Leader = "lanhdao", Observer = "quansat";

    [Fact]
    public async Task What_one_side_says_the_other_reads_and_answers()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await SayAsync(portal, TestPortal.Coordinator, "Số liệu này tính đến ngày nào?"));
        Assert.Null(await SayAsync(portal, Officer, "Tính đến\r\n30/6/2024."));

        var talk = await TalkAsync(portal, Officer);
        Assert.Equal(["Số liệu này tính đến ngày nào?", "Tính đến\n30/6/2024."], talk!.Comments.Select(c => c.Text));
        Assert.Equal([CommentSide.Reviewer, CommentSide.Unit], talk.Comments.Select(c => c.Side));
        Assert.Equal(["Cán bộ đầu mối", "Cán bộ UBND xã Bình Thạnh"], talk.Comments.Select(c => c.Author));
        Assert.Equal((2, true), (talk.Open, talk.MayWrite));
        Assert.Equivalent(talk, await TalkAsync(portal, TestPortal.Coordinator));
        Assert.Equivalent(talk, await TalkAsync(portal, Leader));
    }

    [Fact]
    public async Task Neither_state_nor_version_of_the_item_changes()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        var before = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.Null(await SayAsync(portal, Officer, "Số liệu của thôn 3 gửi sau."));
        Assert.Null(await ResolveAsync(portal, Officer, await LastAsync(portal)));
        var after = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.Equal((before.State, before.Version, before.SavedAt), (after.State, after.Version, after.SavedAt));
    }

    [Fact]
    public async Task Only_the_other_side_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await SayAsync(portal, Officer, "Số liệu của thôn 3 gửi sau."));
        Assert.Equal([TestPortal.Coordinator], await ToldAsync(portal));
        Assert.Null(await SayAsync(portal, TestPortal.Coordinator, "Đã rõ."));
        Assert.Equal([Officer, Head, TestPortal.Coordinator], await ToldAsync(portal));
        Assert.Null(await SayAsync(portal, Leader, "Đề nghị khẩn trương."));
        Assert.Equal([Officer, Officer, Head, Head, TestPortal.Coordinator], await ToldAsync(portal));
        Assert.Null(await ResolveAsync(portal, Head, await LastAsync(portal)));
        Assert.Equal(5, (await ToldAsync(portal)).Count);

        var line = (await portal.As(Officer).Get<NoticeList>().RunAsync(null)).Value!.Lines.Rows.First(l => l.Verb == EventVerb.Commented);
        Assert.EndsWith("/don-vi/21046/noi-dung/XA-01#trao-doi", line.Href, StringComparison.Ordinal);
    }

    [Fact]
    public async Task About_the_coordinating_units_own_report_its_people_talk_with_the_leader()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.As("p-ldtbxh.canbo").Get<AddComment>().RunAsync(TestPortal.Report("p-ldtbxh"), "LD-01", "Xin ý kiến về số liệu.", Guid.NewGuid()));
        Assert.Equal([Leader], await ToldAsync(portal));
        Assert.Equal(nameof(Problems.OwnReportTalk), (await portal.As(TestPortal.Coordinator).Get<AddComment>().RunAsync(TestPortal.Report("p-ldtbxh"), "LD-01", "Đã rõ.", Guid.NewGuid()))?.Code);
        var read = (await portal.As(TestPortal.Coordinator).Get<ItemSheet>().RunAsync(TestPortal.Report("p-ldtbxh"), "LD-01")).Value!;
        Assert.False(read.Talk!.MayWrite);
    }

    [Fact]
    public async Task Who_only_watches_sees_that_there_was_talk_and_no_word_of_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await SayAsync(portal, Officer, "Chỉ để cơ quan đầu mối biết."));
        Assert.Null(await TalkAsync(portal, Observer));
        var records = await portal.AccessRecordsAsync();
        Assert.Equal(nameof(Problems.OnlyTheTalkers), (await SayAsync(portal, Observer, "Tôi cũng hỏi."))?.Code);
        Assert.Equal(nameof(Problems.OnlyTheTalkers), (await ResolveAsync(portal, Observer, await LastAsync(portal)))?.Code);
        Assert.Equal(records + 2, await portal.AccessRecordsAsync());

        var trail = (await portal.As(Observer).Get<ReportView>().RunAsync(TestPortal.Report(Unit), null, [])).Value!.Trail;
        var step = Assert.Single(trail, e => e.Verb == EventVerb.Commented);
        Assert.Equal((true, 0), (step.Open, step.Reasons.Count));
        Assert.Null((await portal.ReadAsync(Unit)).Find(Item)!.Comments[0].ResolvedAt);
    }

    [Fact]
    public async Task Resolved_settles_what_came_before_and_stands_in_the_timeline()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await SayAsync(portal, TestPortal.Coordinator, "Một."));
        Assert.Null(await SayAsync(portal, Officer, "Hai."));
        var seen = await LastAsync(portal);
        Assert.Null(await SayAsync(portal, TestPortal.Coordinator, "Ba, chưa ai xem."));
        Assert.Null(await ResolveAsync(portal, Officer, seen));

        var talk = (await TalkAsync(portal, TestPortal.Coordinator))!;
        Assert.Equal(["Cán bộ UBND xã Bình Thạnh", "Cán bộ UBND xã Bình Thạnh", null], talk.Comments.Select(c => c.ResolvedBy));
        var trail = (await portal.As(Leader).Get<ReportView>().RunAsync(TestPortal.Report(Unit), null, [])).Value!.Trail;
        Assert.Equal([true, false, false], trail.Where(e => e.Verb == EventVerb.Commented).Select(e => e.Open));
        Assert.Single(trail, e => e.Verb == EventVerb.CommentResolved);
    }

    [Fact]
    public async Task Two_people_who_resolve_at_once_have_one_effect()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await SayAsync(portal, TestPortal.Coordinator, "Số liệu này tính đến ngày nào?"));
        var comment = await LastAsync(portal);
        var answers = await Task.WhenAll(new[] { Officer, Head, TestPortal.Coordinator, Leader }.Select(who => Task.Run(() => ResolveAsync(portal, who, comment), TestContext.Current.CancellationToken)));
        Assert.All(answers, Assert.Null);
        Assert.Equal(1, await EventsAsync(portal, EventVerb.CommentResolved));
    }

    [Fact]
    public async Task The_same_press_twice_is_said_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var key = Guid.NewGuid();
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => SayAsync(portal, Officer, "Chỉ một lần.", key), TestContext.Current.CancellationToken)));
        Assert.Contains(answers, a => a is null);
        Assert.Null(await SayAsync(portal, Officer, "Chỉ một lần.", key));
        Assert.Single((await portal.ReadAsync(Unit)).Find(Item)!.Comments);
        Assert.Equal(1, await EventsAsync(portal, EventVerb.Commented));
    }

    [Theory]
    [InlineData("", nameof(Problems.CommentBlank))]
    [InlineData(" \r\n\t\u200e ", nameof(Problems.CommentBlank))]
    [InlineData(null, nameof(Problems.CommentBlank))]
    public async Task Blank_is_refused(string? text, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.SnapshotAsync();
        Assert.Equal(code, (await SayAsync(portal, Officer, text))?.Code);
        Assert.Equal([], before.Differences(await portal.SnapshotAsync()));
    }

    [Fact]
    public async Task Four_thousand_characters_are_taken_as_they_are_counted_and_one_more_is_refused()
    {
        await using var portal = await TestPortal.CreateAsync();
        var decomposed = string.Concat(Enumerable.Repeat("e\u0302\u0301", Comment.MaxLength)); // ế in three parts
        Assert.Null(await SayAsync(portal, Officer, decomposed));
        Assert.Equal(new string('ế', Comment.MaxLength), (await TalkAsync(portal, Officer))!.Comments[0].Text);
        var refused = await SayAsync(portal, Officer, new string('a', Comment.MaxLength + 1));
        Assert.Equal((nameof(Problems.CommentTooLong), "text"), (refused?.Code, refused?.Field));
        Assert.Contains("4.001", refused!.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accepting_all_leaves_out_what_is_still_talked_about()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Null(await SayAsync(portal, TestPortal.Coordinator, "Đề nghị nêu rõ nguồn số liệu."));
        var skipped = (await portal.As(TestPortal.Coordinator).Get<AcceptAll>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid())).Value!;
        Assert.Equal((Item, Problems.HasOpenComment), (Assert.Single(skipped).ItemCode, skipped[0].Why));
        Assert.All((await portal.ReadAsync(Unit)).Answers, a => Assert.Equal(a.ItemCode == Item ? ItemState.Sent : ItemState.Accepted, a.State));

        Assert.Null(await ResolveAsync(portal, Officer, await LastAsync(portal)));
        Assert.Equal([], (await portal.As(TestPortal.Coordinator).Get<AcceptAll>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid())).Value!);
    }

    [Fact]
    public async Task Talk_goes_on_while_the_request_is_locked_and_ends_with_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await MoveRequestAsync(portal, RequestState.Locked);
        Assert.Null(await SayAsync(portal, Officer, "Vẫn trao đổi được."));
        await MoveRequestAsync(portal, RequestState.Closed);
        Assert.Equal(nameof(Problems.RequestNotOpen), (await SayAsync(portal, Officer, "Muộn rồi."))?.Code);
        Assert.False((await TalkAsync(portal, Officer))!.MayWrite);
    }

    [Fact]
    public async Task The_list_of_talk_holds_what_each_may_read_newest_first()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await SayAsync(portal, Officer, "Của xã Bình Thạnh."));
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<AddComment>().RunAsync(TestPortal.Report("21049"), ItemAnswer.Cover, "Của xã khác.", Guid.NewGuid()));
        Assert.Null(await portal.As("21049.canbo").Get<ResolveComment>().RunAsync(TestPortal.Report("21049"), ItemAnswer.Cover, (await portal.ReadAsync("21049")).Cover.Comments[0].Id, Guid.NewGuid()));

        Assert.Equal(["COVER", Item], await ListAsync(portal, TestPortal.Coordinator, all: true));
        Assert.Equal([Item], await ListAsync(portal, TestPortal.Coordinator, all: false));
        Assert.Equal([Item], await ListAsync(portal, Officer, all: true));
        Assert.Equal([], await ListAsync(portal, "21049.canbo", all: false));
        Assert.Equal(["COVER"], await ListAsync(portal, "21049.canbo", all: true));
        Assert.Equal(nameof(Problems.OnlyTheTalkers), (await portal.As(Observer).Get<TalkList>().RunAsync(true, null)).Problem?.Code);
    }

    private static Task<Problem?> SayAsync(TestPortal portal, string who, string? text, Guid? key = null) =>
        portal.As(who).Get<AddComment>().RunAsync(TestPortal.Report(Unit), Item, text, key ?? Guid.NewGuid());

    private static Task<Problem?> ResolveAsync(TestPortal portal, string who, int comment) =>
        portal.As(who).Get<ResolveComment>().RunAsync(TestPortal.Report(Unit), Item, comment, Guid.NewGuid());

    private static async Task<int> LastAsync(TestPortal portal) => (await portal.ReadAsync(Unit)).Find(Item)!.Comments.Max(c => c.Id);

    private static async Task<ItemTalk?> TalkAsync(TestPortal portal, string who) => (await portal.As(who).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item)).Value!.Talk;

    private static async Task<IEnumerable<string>> ListAsync(TestPortal portal, string who, bool all) =>
        (await portal.As(who).Get<TalkList>().RunAsync(all, null)).Value!.Threads.Rows.Select(t => t.ItemCode);

    private static async Task<IReadOnlyList<string?>> ToldAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await (from n in db.Notices join u in db.Users on n.PersonId equals u.PersonId where n.Verb == EventVerb.Commented || n.Verb == EventVerb.CommentResolved orderby u.UserName select u.UserName).ToListAsync();
    }

    private static async Task<int> EventsAsync(TestPortal portal, EventVerb verb)
    {
        await using var db = portal.Open();
        return await db.Events.CountAsync(e => e.Verb == verb);
    }

    private static async Task MoveRequestAsync(TestPortal portal, RequestState state)
    {
        await using var db = portal.Open();
        await db.Requests.ExecuteUpdateAsync(set => set.SetProperty(r => r.State, state)); // locking and closing have no verb yet
    }
}
