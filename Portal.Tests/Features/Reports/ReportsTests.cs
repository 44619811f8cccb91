using Microsoft.EntityFrameworkCore;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Reports;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>What a report shows to whom: drafts only to the unit, sent versions to those who may.</summary>
[Trait("Engine", "both")]
public sealed class ReportsTests
{
    private const string Unit = "21046", Officer = "21046.canbo";

    [Fact]
    public async Task Draft_shows_to_others_as_a_state_only()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.WithHead);

        var own = await ReportAsync(portal, Officer);
        var others = await ReportAsync(portal, TestPortal.Coordinator);
        Assert.All(own.Items.Where(i => i.Title is not null), i => Assert.Equal(ItemForm.NothingToReport, i.Resolution));
        Assert.All(others.Items, i => Assert.Equal((ItemState.WithHead, null, 0), (i.State, i.Resolution, i.Versions.Count)));
        Assert.Single(own.Packages);
        Assert.Empty(others.Packages);
        Assert.Contains(own.Trail, e => e.Verb == EventVerb.DraftStarted);
        Assert.DoesNotContain(others.Trail, e => e.Verb == EventVerb.DraftStarted);
    }

    [Fact]
    public async Task Heads_reason_is_the_units_own()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.SentBack);

        Assert.Contains((await ReportAsync(portal, Officer)).Trail, e => e.Verb == EventVerb.SentBackByHead && e.Reasons.Count > 0);
        var others = await ReportAsync(portal, "lanhdao");
        Assert.Contains(others.Trail, e => e.Verb == EventVerb.SentBackByHead);
        Assert.All(others.Trail, e => Assert.Empty(e.Reasons));
        Assert.All(others.Items, i => Assert.Null(i.Reason));
    }

    [Fact]
    public async Task Two_sent_versions_stand_side_by_side()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Returned);
        await portal.EditAsync(Unit, "XA-01", ItemForm.NarrativeField, "Trong kỳ không phát sinh, đã rà soát lại toàn bộ các thôn.");
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);

        var open = (await ReportAsync(portal, "quansat", "XA-01", 1, 2)).Open!;
        Assert.Equal((1, 2), (open.Before?.Number, open.After.Number));
        var line = Assert.Single(open.Lines, l => l.Changed);
        Assert.Equal((TestPortal.NothingHappened, "Trong kỳ không phát sinh, đã rà soát lại toàn bộ các thôn."), (line.Before, line.After));
        Assert.Null((await ReportAsync(portal, "quansat", "XA-01", 1)).Open!.Before);
    }

    [Fact]
    public async Task Working_copy_of_a_returned_item_is_not_shown()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Returned);
        await portal.EditAsync(Unit, "XA-01", ItemForm.NarrativeField, "Bản đang sửa, chưa ai được đọc ngoài đơn vị.");

        var open = (await ReportAsync(portal, TestPortal.Coordinator, "XA-01")).Open!;
        Assert.Contains(open.Lines, l => l.After == TestPortal.NothingHappened);
    }

    [Fact]
    public async Task Sensitive_figure_is_hidden_from_who_only_watches()
    {
        await using var portal = await TestPortal.CreateAsync();
        await using (var db = portal.Open())
        {
            Assert.True(await db.Submissions.AnyAsync(s => s.UnitCode == "CAH"));
        }

        await portal.BringAsync("cah", ItemState.Sent);
        var watched = (await OpenAsync(portal, "quansat")).Where(l => l.Hidden).ToList();
        Assert.NotEmpty(watched);
        Assert.All(watched, l => Assert.Equal((null, null, false), (l.Before, l.After, l.Changed)));
        Assert.DoesNotContain(await OpenAsync(portal, TestPortal.Coordinator), l => l.Hidden);

        static async Task<IReadOnlyList<AnswerLine>> OpenAsync(TestPortal portal, string user) =>
            [.. (await ReportAsync(portal, user, "CA-01", unit: "cah")).Open!.Lines, .. (await ReportAsync(portal, user, "CA-02", unit: "cah")).Open!.Lines];
    }

    [Fact]
    public async Task Restricted_document_is_named_to_nobody_who_only_watches()
    {
        await using var portal = await TestPortal.CreateAsync();
        var id = await portal.AttachAsync(Unit, "XA-01");
        await using (var db = portal.Open())
        {
            await db.Documents.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.Restricted, true));
        }

        await portal.BringAsync(Unit, ItemState.Sent);
        Assert.Empty((await ReportAsync(portal, "quansat", "XA-01")).Open!.Documents);
        Assert.Single((await ReportAsync(portal, "lanhdao", "XA-01")).Open!.Documents);
        var receipt = (await portal.As("quansat").Get<Receipt>().RunAsync(TestPortal.Report(Unit), 1)).Value!;
        Assert.Equal(0, receipt.Items.Sum(i => i.Documents.Count));
    }

    [Fact]
    public async Task Receipt_names_time_people_versions_and_hashes()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AttachAsync(Unit, "XA-01");
        await portal.BringAsync(Unit, ItemState.WithHead);
        Assert.Equal(nameof(Portal.Domain.Problems.NotFound), (await portal.As(Officer).Get<Receipt>().RunAsync(TestPortal.Report(Unit), 1)).Problem?.Code);
        portal.Clock.MoveTo(portal.Clock.Now.AddHours(1));
        await portal.SignOffAsync(Unit);

        var receipt = (await portal.As(Officer).Get<Receipt>().RunAsync(TestPortal.Report(Unit), 1)).Value!;
        var report = await portal.ReadAsync(Unit);
        Assert.Equal(report.FirstSentAt, receipt.SentAt);
        Assert.Equal(report.Answers.OrderBy(a => a.Order).Select(a => (a.ItemCode, a.CurrentVersion!.Hash)), receipt.Items.Select(i => (i.Code, i.Hash)));
        Assert.Equal(new string('a', 64), Assert.Single(receipt.Items[0].Documents).Sha256);
        Assert.NotEqual(receipt.SentUpBy, receipt.SignedBy);
    }

    [Fact]
    public async Task One_press_is_one_entry_of_the_history()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);

        var sent = Assert.Single((await ReportAsync(portal, "lanhdao")).Trail, e => e.Verb == EventVerb.Sent);
        Assert.Equal(7, sent.ItemCodes.Count);
    }

    private static async Task<ReportContent> ReportAsync(TestPortal portal, string user, string? item = null, params int[] versions) => await ReportAsync(portal, user, item, Unit, versions);

    private static async Task<ReportContent> ReportAsync(TestPortal portal, string user, string? item, string unit, params int[] versions) =>
        (await portal.As(user).Get<ReportView>().RunAsync(TestPortal.Report(unit), item, versions)).Value!;
}
