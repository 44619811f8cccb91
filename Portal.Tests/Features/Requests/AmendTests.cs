using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Features.Reports;
using Portal.Features.Requests;
using Portal.Features.Review;
using Portal.Tests.Features.Races;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Requests;

/// <summary>What becomes of a report when the form is amended (workflow §7), row by row, with values that fit and values that do not.</summary>
[Trait("Engine", "both")]
public sealed class AmendTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong", Leader = "lanhdao", Item = "XA-01", Reason = "Công văn 99/UBND-VX ngày 01/7/2024";
    private static readonly DateTimeOffset Due = new(2024, 7, 5, 17, 0, 0, TimeSpan.FromHours(7));

    /// <summary>XA01.04 becomes a text, XA01.05 goes, XA01.06 comes, a column goes.</summary>
    private static AmendedLetter Changed => AmendedLetter.New.Retype(Item, "XA01.04", "text").RemoveField(Item, "XA01.05").AddField(Item, "XA01.06").RemoveColumn(Item, "XA01.T1", "coQuan");

    [Theory]
    [InlineData(ItemState.NotStarted)]
    [InlineData(ItemState.Drafting)]
    [InlineData(ItemState.SentBack)]
    [InlineData(ItemState.Returned)]
    public async Task An_open_item_moves_what_fits_stays_what_does_not_is_kept_aside_and_never_sent(ItemState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        if (state != ItemState.NotStarted)
        {
            await AnswerAsync(portal);
        }

        await portal.BringAsync(Unit, state);
        var kept = (await portal.ReadAsync(Unit)).Find(Item)!.Values.FirstOrDefault(v => v.Path == "XA01.03")?.Version;
        await AmendAsync(portal, Changed);
        var item = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.Equal((state, 2, 2), (item.State, item.FormVersion, (await portal.ReadAsync(Unit)).Cover.FormVersion));
        var sheet = (await portal.As(Officer).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item)).Value!;
        Assert.Contains(sheet.Fields, f => f.Code == "XA01.06");
        if (state != ItemState.NotStarted)
        {
            Assert.Equal(("7", kept), (sheet.Value("XA01.03"), item.Values.First(v => v.Path == "XA01.03").Version));
            Assert.Equal("Kế hoạch năm", sheet.Value("XA01.T1/r1/trichYeu"));
            Assert.DoesNotContain(item.Values, v => v.Path is "XA01.04" or "XA01.05" or "XA01.T1/r1/coQuan");
            var old = Assert.Single(sheet.OldAnswers);
            Assert.Equal([("Số buổi tuyên truyền về bảo vệ, chăm sóc trẻ em", "3"), ("Số lượt người được tuyên truyền", "1.200"), ("Cơ quan ban hành", "UBND xã")], old.Lines.Select(l => (l.Label, l.After!)));
            Assert.Equal((1, "Danh mục văn bản đã ban hành"), (old.FormVersion, old.Lines[^1].Table));
        }

        Assert.Empty((await portal.As(TestPortal.Coordinator).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item)).Value!.OldAnswers);
        await portal.EditAsync(Unit, Item, "XA01.04", "ba buổi");
        await portal.FillAsync(Unit);
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        var sent = (await portal.ReadAsync(Unit)).Find(Item)!.CurrentVersion!;
        Assert.Equal(2, sent.FormVersion);
        Assert.DoesNotContain(sent.Content.Values, v => v.Value is "3" or "1200" or "UBND xã");
        Assert.Equal("ba buổi", sent.Content.Values["XA01.04"]);
        var check = (await portal.As(Officer).Get<ReceiptCheck>().RunAsync(TestPortal.Report(Unit), (await portal.ReadAsync(Unit)).Packages.Count)).Value!;
        Assert.All(check.Lines.Where(l => l.Kind is CheckedKind.Item or CheckedKind.Package), l => Assert.Equal(CheckResult.Same, l.Result));
        Assert.Equal([], await Legal.WrongAsync(portal, Unit));
    }

    [Theory]
    [InlineData(ItemState.WithHead, false, ItemState.Drafting)]
    [InlineData(ItemState.WithHead, true, ItemState.Returned)]
    [InlineData(ItemState.Approved, false, ItemState.Drafting)]
    [InlineData(ItemState.Approved, true, ItemState.Returned)]
    public async Task A_package_under_way_is_dissolved_sender_and_head_are_told_and_it_can_go_up_again(ItemState state, bool again, ItemState after)
    {
        await using var portal = await TestPortal.CreateAsync();
        await AnswerAsync(portal);
        await portal.BringAsync(Unit, state, again);
        var number = (await portal.ReadAsync(Unit)).UnderWay!.Number;
        await AmendAsync(portal, Changed);
        var report = await portal.ReadAsync(Unit);
        Assert.All(report.Answers, a => Assert.Equal(after, a.State));
        Assert.Equal((PackageState.Dissolved, (Package?)null), (report.Packages.Single(p => p.Number == number).State, report.UnderWay));
        Assert.DoesNotContain(report.Find(Item)!.Values, v => v.Path == "XA01.05");
        await using (var db = portal.Open())
        {
            var told = await db.Notices.Where(n => n.SubmissionId == report.Id && n.Verb == EventVerb.DissolvedByAmendment).Select(n => n.PersonId).ToListAsync();
            Assert.Equal(new[] { portal.As(Officer).PersonId!.Value, portal.As(Head).PersonId!.Value }.Order(), told.Order());
            Assert.Equal(0, await db.Notices.CountAsync(n => n.SubmissionId == report.Id && n.Verb == EventVerb.FormMoved)); // said already
        }

        await portal.FillAsync(Unit);
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        Assert.Equal([], await Legal.WrongAsync(portal, Unit));
    }

    [Fact]
    public async Task A_package_in_which_nothing_changes_stays_under_way()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("cah", ItemState.WithHead);
        await AmendAsync(portal, Changed);
        Assert.Equal(PackageState.WithHead, (await portal.ReadAsync("cah")).UnderWay?.State);
        await portal.SignOffAsync("cah"); // its hash still holds
    }

    [Theory]
    [InlineData(ItemState.Sent)]
    [InlineData(ItemState.Resent)]
    [InlineData(ItemState.Accepted)]
    [InlineData(ItemState.Included)]
    public async Task What_was_sent_stays_on_its_version_and_is_read_by_it(ItemState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        await AnswerAsync(portal);
        await portal.BringAsync(Unit, state);
        await AmendAsync(portal, Changed.AddRule("R90", Item, "XA01.06 > 0"));
        var item = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.Equal((state, 1, 1), (item.State, item.FormVersion, item.CurrentVersion!.FormVersion));
        Assert.Contains(item.Values, v => v.Path == "XA01.05");
        Assert.Equal(2, (await portal.ReadAsync(Unit)).Find("XA-02")!.FormVersion); // of which nothing changed
        var shown = (await portal.As(TestPortal.Coordinator).Get<ReportView>().RunAsync(TestPortal.Report(Unit), Item, [])).Value!.Open!;
        Assert.Contains(shown.Lines, l => l is { Path: "XA01.05", After: "1.200" });
        var others = (await portal.As(TestPortal.Coordinator).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item)).Value!;
        Assert.Equal(("1200", false), (others.Value("XA01.05"), others.Fields.Any(f => f.Code == "XA01.06")));
        if (state is ItemState.Sent or ItemState.Resent)
        {
            var reviewed = (await portal.As(TestPortal.Coordinator).Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), Item)).Value!;
            Assert.Equal(("3", (string?)null), (reviewed.Lines.First(l => l.Path == "XA01.04").After, reviewed.NotAcceptable));
            Assert.Null(await portal.As(TestPortal.Coordinator).Get<AcceptItem>().RunAsync(TestPortal.Report(Unit), Item, item.CurrentVersion.Number, Guid.NewGuid()));
        }
    }

    [Theory]
    [InlineData(ItemState.Sent, ItemState.Returned)]
    [InlineData(ItemState.Resent, ItemState.Returned)]
    [InlineData(ItemState.Accepted, ItemState.Returned)]
    [InlineData(ItemState.Included, ItemState.Included)]
    public async Task Asked_for_again_it_comes_back_with_the_amendment_as_reason_and_the_version_before_stays_readable(ItemState state, ItemState after)
    {
        await using var portal = await TestPortal.CreateAsync();
        await AnswerAsync(portal);
        await portal.BringAsync(Unit, state);
        var timeliness = (await portal.ReadAsync(Unit)).Timeliness;
        await AmendAsync(portal, Changed, asks: true);
        var report = await portal.ReadAsync(Unit);
        var item = report.Find(Item)!;
        Assert.Equal((after, timeliness), (item.State, report.Timeliness));
        Assert.All(report.Answers.Where(a => a.ItemCode != Item), a => Assert.Equal(state, a.State));
        if (after != ItemState.Returned)
        {
            return;
        }

        Assert.Equal((Reason, (DateTimeOffset?)Due, 2, 1), (item.Reason, item.SupplementDue, item.FormVersion, item.CurrentVersion!.FormVersion));
        var reviewed = (await portal.As(TestPortal.Coordinator).Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), Item)).Value!;
        Assert.Equal("1.200", reviewed.Lines.First(l => l.Path == "XA01.05").After);
        await portal.EditAsync(Unit, Item, "XA01.06", "4");
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        var compared = (await portal.As(TestPortal.Coordinator).Get<ReviewItem>().RunAsync(TestPortal.Report(Unit), Item)).Value!;
        Assert.Equal([("XA01.05", "1.200", null), ("XA01.06", null, "4")], compared.Lines.Where(l => l.Path is "XA01.05" or "XA01.06").Select(l => (l.Path, l.Before, l.After)).Order());
        Assert.Equal([], await Legal.WrongAsync(portal, Unit));
    }

    [Fact]
    public async Task A_return_taken_back_puts_it_where_it_was_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        await AmendAsync(portal, AmendedLetter.New.AddField(Item, "XA01.06", required: true), asks: true);
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<CancelReturn>().RunAsync(TestPortal.Report(Unit), Item, Guid.NewGuid()));
        var item = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.Equal((ItemState.Sent, 1), (item.State, item.FormVersion));
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<AcceptItem>().RunAsync(TestPortal.Report(Unit), Item, 1, Guid.NewGuid()));
    }

    [Fact]
    public async Task Of_his_own_unit_the_coordinator_asks_no_supplement_and_the_leader_is_told()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync("p-ldtbxh", ItemState.Sent);
        var done = await AmendAsync(portal, AmendedLetter.New.AddField("LD-01", "LD01.08"), asks: true);
        Assert.Equal(["P-LDTBXH"], done.Left);
        var item = (await portal.ReadAsync("p-ldtbxh")).Find("LD-01")!;
        Assert.Equal((ItemState.Sent, 1), (item.State, item.FormVersion));
        await using var db = portal.Open();
        Assert.Equal([portal.As(Leader).PersonId!.Value], await db.Notices.Where(n => n.Verb == EventVerb.ReturnLeft).Select(n => n.PersonId).ToListAsync());
        Assert.Null(await portal.As(Leader).Get<ReturnItem>().RunAsync(TestPortal.Report("p-ldtbxh"), "LD-01", Reason, Due, 1, Guid.NewGuid()));
    }

    [Fact]
    public async Task An_item_taken_away_while_paper_is_entered_ends_its_entry_and_the_units_own_draft_is_refitted()
    {
        await using var portal = await TestPortal.CreateAsync();
        await AnswerAsync(portal);
        await portal.EditAsync(Unit, "XA-06", "giaiPhap", "Của đơn vị.");
        Assert.Null(await portal.TryEnterAsync(Unit));
        await AmendAsync(portal, Changed.RemoveItem("XA-06"));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal((ItemState.Cancelled, (int?)null, "Của đơn vị."), (report.Find("XA-06")!.State, report.Find("XA-06")!.EnteringBy, report.Find("XA-06")!.Values.Single().Value));
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<Portal.Features.Proxy.AbandonEntry>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid()));
        var item = (await portal.ReadAsync(Unit)).Find(Item)!;
        Assert.DoesNotContain(item.Values, v => v.Path is "XA01.04" or "XA01.05");
        Assert.Equal("7", item.Values.First(v => v.Path == "XA01.03").Value);
        var sheet = (await portal.As(Officer).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), Item)).Value!;
        Assert.Contains(sheet.OldAnswers.Single().Lines, l => l.After == "1.200");
    }

    [Fact]
    public async Task An_item_that_an_amendment_passed_by_while_it_lay_sent_follows_with_the_next_when_it_is_open()
    {
        await using var portal = await TestPortal.CreateAsync();
        await AnswerAsync(portal);
        await portal.BringAsync(Unit, ItemState.Sent);
        await AmendAsync(portal, Changed);
        await portal.ReturnAsync(Unit, Item);
        Assert.Equal(1, (await portal.ReadAsync(Unit)).Find(Item)!.FormVersion);
        await AmendAsync(portal, Changed.AddField("XA-02", "XA02.99"));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal((3, 2), (report.Find(Item)!.FormVersion, report.Find("XA-02")!.FormVersion)); // passed by in its turn
        Assert.DoesNotContain(report.Find(Item)!.Values, v => v.Path == "XA01.05");
    }

    [Fact]
    public async Task Pressed_twice_it_amends_once_and_on_a_stale_page_not_at_all()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (amend, key, seen) = (portal.As(TestPortal.Coordinator).Get<AmendRequest>(), Guid.NewGuid(), await VersionAsync(portal));
        var order = new AmendmentOrder(Reason, null, false, null);
        Assert.Equal(2, (await amend.RunAsync(TestPortal.RequestCode, Changed.Json, order, seen, key)).Value!.FormVersion);
        Assert.Null((await amend.RunAsync(TestPortal.RequestCode, Changed.Json, order, seen, key)).Problem);
        var before = await portal.SnapshotAsync();
        Assert.Equal(nameof(Problems.StalePage), (await amend.RunAsync(TestPortal.RequestCode, AmendedLetter.New.Json, order, seen, Guid.NewGuid())).Problem?.Code);
        Assert.Equal(nameof(Problems.AmendmentNothing), (await amend.RunAsync(TestPortal.RequestCode, Changed.Json, order, seen + 1, Guid.NewGuid())).Problem?.Code);
        Assert.Equal(nameof(Problems.RequestFileBroken), (await amend.RunAsync(TestPortal.RequestCode, "{", order, seen + 1, Guid.NewGuid())).Problem?.Code);
        Assert.Equal("letterOrReason", (await amend.RunAsync(TestPortal.RequestCode, AmendedLetter.New.Json, order with { LetterOrReason = " " }, seen + 1, Guid.NewGuid())).Problem?.Field);
        Assert.Equal("supplementDue", (await amend.RunAsync(TestPortal.RequestCode, AmendedLetter.New.Json, order with { ReturnWhatWasSent = true, SupplementDue = TestPortal.Start }, seen + 1, Guid.NewGuid())).Problem?.Field);
        before.AssertSame(await portal.SnapshotAsync());
        await using var db = portal.Open();
        Assert.Equal((2, 1), (await db.FormVersions.CountAsync(), await db.Events.CountAsync(e => e.Verb == EventVerb.Amended)));
    }

    [Fact]
    public async Task Looked_at_beforehand_it_says_what_changes_for_whom_and_changes_nothing()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);
        await portal.BringAsync("21049", ItemState.Sent);
        var before = await portal.SnapshotAsync();
        var seen = (await portal.As(TestPortal.Coordinator).Get<AmendmentPreview>().RunAsync(TestPortal.RequestCode, Changed.AddItem("XA-07", "G7", "XA-06").AddField("LD-01", "LD01.08").Json)).Value!;
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Equal((21, 1, 1, 0, 22), (seen.Kept.Count(AmendmentRow.Moves), seen.Kept.Count(AmendmentRow.Dissolves), seen.Kept.Count(AmendmentRow.Stays), seen.Kept.Count(AmendmentRow.Asked), seen.Kept.Count(AmendmentRow.Added)));
        Assert.Equal((1, 140, 162), (seen.Asked.Count(AmendmentRow.Asked), seen.Kept.Before, seen.Kept.After));
        Assert.Equal(["XA-21046"], seen.Kept.Dissolved);
        Assert.Equal(await VersionAsync(portal), seen.Version);
    }

    // Answers that fit and answers that do not.
    private static async Task AnswerAsync(TestPortal portal)
    {
        foreach (var (path, value) in new[] { ("XA01.03", "7"), ("XA01.04", "3"), ("XA01.05", "1200"), ("XA01.T1/r1/#", "1"), ("XA01.T1/r1/soKyHieu", "12/KH-UBND"), ("XA01.T1/r1/ngayBanHanh", "2024-01-05"), ("XA01.T1/r1/coQuan", "UBND xã"), ("XA01.T1/r1/trichYeu", "Kế hoạch năm") })
        {
            await portal.EditAsync(Unit, Item, path, value);
        }
    }

    private static async Task<int> VersionAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        return await db.Requests.Select(r => r.Version).SingleAsync();
    }

    private static async Task<AmendedRequest> AmendAsync(TestPortal portal, AmendedLetter letter, bool asks = false)
    {
        var done = await portal.As(TestPortal.Coordinator).Get<AmendRequest>().RunAsync(TestPortal.RequestCode, letter.Json, new(Reason, Due, asks, asks ? Due : null), await VersionAsync(portal), Guid.NewGuid());
        Assert.True(done.Ok, done.Problem?.Text);
        return done.Value!;
    }
}
