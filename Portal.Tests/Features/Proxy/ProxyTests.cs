using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Submissions;
using Portal.Features.Deadlines;
using Portal.Features.Evidence;
using Portal.Features.Fill;
using Portal.Features.Proxy;
using Portal.Features.Reports;
using Portal.Features.Workbook;
using Portal.Shared.Fields;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Proxy;

/// <summary>Nhập thay (workflow §4, §6 "Paper"): paper came in, a coordinator enters it, the stamp decides, the unit's head has the last word.</summary>
[Trait("Engine", "both")]
public sealed class ProxyTests
{
    private const string Unit = "21046", Officer = "21046.canbo", Head = "21046.thutruong", Second = "p-tnmt.canbo", Field = "giaiPhap";
    private static readonly DateTimeOffset Due = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public async Task While_it_lasts_the_unit_is_locked_out_and_reads_by_whom_and_since_when()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit);
        var before = portal.Clock.Now;
        Assert.Null(await portal.TryEnterAsync(Unit));
        var after = portal.Clock.Now;

        Assert.Equal(nameof(Problems.EntryUnderWay), (await SaveAsync(portal, Officer)).Problem?.Code);
        Assert.Equal(nameof(Problems.EntryUnderWay), (await portal.As(Officer).Get<FieldsNow>().RunAsync(TestPortal.Report(Unit), "XA-01", 0)).Problem?.Code);
        Assert.Equal(nameof(Problems.EntryUnderWay), (await portal.As(Officer).Get<SendUp>().RunAsync(TestPortal.Report(Unit), null, Guid.NewGuid()))?.Code);
        Assert.Equal(nameof(Problems.EntryUnderWay), (await portal.As(Officer).Get<UnitWorkbook>().RunAsync(TestPortal.Report(Unit))).Problem?.Code);
        var task = Assert.Single((await portal.As(Officer).Get<TaskList>().RunAsync()).Value!);
        Assert.Equal("Cán bộ đầu mối", task.Entry!.Name);
        Assert.InRange(task.Entry.Since, before.AddMilliseconds(-1), after);
        Assert.All(task.Items, i => Assert.Equal((true, false, null), (i.BeingEntered, i.Editable, i.Missing)));
        var sheet = (await SheetAsync(portal, Officer)).Value!;
        Assert.Equal((false, task.Entry.Since, 0), (sheet.Own, sheet.Entry?.Since, sheet.Values.Count));
        Assert.Equal("Cán bộ đầu mối", (await portal.As(Head).Get<ReportView>().RunAsync(TestPortal.Report(Unit), null, [])).Value!.Entry!.Name);
    }

    [Fact]
    public async Task It_begins_blank_or_from_what_was_sent_last_and_only_who_enters_reads_and_edits_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Returned);
        await portal.EditAsync(Unit, "XA-01", Field, "Bản nháp của đơn vị.");
        await GrantAsync(portal, Second);
        Assert.Null(await portal.TryEnterAsync(Unit, Second));

        var sheet = (await SheetAsync(portal, Second)).Value!;
        Assert.Equal((true, true, null, TestPortal.NothingHappened), (sheet.Own, sheet.Entering, sheet.Value(Field), sheet.Value("ketQuaThucHien")));
        Assert.Null((await SaveAsync(portal, Second)).Problem);
        Assert.Equal("Nhập từ giấy.", (await SheetAsync(portal, Second)).Value!.Value(Field));
        foreach (var other in new[] { TestPortal.Coordinator, "lanhdao", Officer, Head })
        {
            var seen = (await SheetAsync(portal, other)).Value!;
            Assert.Equal((false, null), (seen.Own, seen.Value(Field))); // the version that was sent
            Assert.NotNull((await portal.As(other).Get<FieldsNow>().RunAsync(TestPortal.Report(Unit), "XA-01", 0)).Problem);
            Assert.NotNull((await SaveAsync(portal, other)).Problem);
        }
    }

    [Fact]
    public async Task Neither_reads_the_others_documents()
    {
        await using var portal = await TestPortal.CreateAsync();
        var mine = await portal.AttachAsync(Unit, "XA-01");
        Assert.Null(await portal.TryEnterAsync(Unit));
        Assert.Null(await portal.TryFillEntryAsync(Unit));
        var scan = (await portal.ReadAsync(Unit)).Cover.Links.Single().DocumentId;

        Assert.Equal(Problem.NotFound, (await OpenAsync(portal, TestPortal.Coordinator, mine)).Problem);
        Assert.Equal(Problem.NotFound, (await OpenAsync(portal, Officer, scan)).Problem);
        Assert.Equal(TestPortal.Paper, (await OpenAsync(portal, TestPortal.Coordinator, scan)).Value!.FileName);
        Assert.Equal(Problem.NotFound, await portal.As(TestPortal.Coordinator).Get<LinkDocument>().RunAsync(TestPortal.Report(Unit), "XA-01", mine, Guid.NewGuid()));
        Assert.Null(await AbandonAsync(portal));
        Assert.Null((await OpenAsync(portal, Officer, mine)).Problem);
    }

    [Theory]
    [InlineData(ItemState.NotStarted)]
    [InlineData(ItemState.Drafting)]
    [InlineData(ItemState.SentBack)]
    [InlineData(ItemState.Returned)]
    public async Task Abandoned_the_units_own_draft_comes_back_exactly_as_it_was(ItemState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, state);
        if (state != ItemState.NotStarted)
        {
            await portal.EditAsync(Unit, "XA-01", Field, "Lần một.");
            await portal.EditAsync(Unit, "XA-01", Field, "Lần hai.");
            await portal.EditAsync(Unit, "XA-02", "ketQuaThucHien", null);
            await portal.AttachAsync(Unit, "XA-03");
        }

        var before = Draft(await portal.ReadAsync(Unit));
        portal.Clock.MoveTo(portal.Clock.Now.AddHours(2));
        Assert.Null(await portal.TryEnterAsync(Unit));
        Assert.Null((await SaveAsync(portal, TestPortal.Coordinator)).Problem);
        Assert.Null(await portal.TryFillEntryAsync(Unit));
        Assert.NotEqual(before, Draft(await portal.ReadAsync(Unit)));
        Assert.Null(await AbandonAsync(portal));
        Assert.Equal(before, Draft(await portal.ReadAsync(Unit)));
        Assert.Equal(nameof(Problems.OnlyTheUnit), (await SaveAsync(portal, TestPortal.Coordinator)).Problem?.Code);
        await using var db = portal.Open();
        Assert.Equal(0, await db.SetAsideDrafts.CountAsync());
        Assert.Equal([], await Races.Legal.WrongAsync(portal, Unit));
    }

    [Theory]
    [InlineData(-1, Timeliness.OnTime)]
    [InlineData(0, Timeliness.Late)]
    [InlineData(1, Timeliness.Late)]
    public async Task The_stamp_decides_to_the_millisecond_and_not_the_entry(int milliseconds, Timeliness judged)
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.Clock.MoveTo(Due.AddDays(1));
        var stamp = Due.AddMilliseconds(milliseconds);
        Assert.Null(await portal.TryEnterAndSendAsync(Unit, stamp));
        var report = await portal.ReadAsync(Unit);
        var package = Assert.Single(report.Packages);
        Assert.Equal((judged, judged, stamp), (report.Timeliness, package.Judged, package.ReceivedAt!.Value.ToOffset(stamp.Offset)));
        Assert.True(package.SentAt >= Due.AddDays(1));
        Assert.Equal(portal.As(TestPortal.Coordinator).PersonId, package.EnteredBy);
        Assert.All(report.Answers, a => Assert.Equal((ItemState.Sent, true, null), (a.State, a.Unconfirmed, a.EnteringBy)));
        var receipt = (await portal.As(Officer).Get<Receipt>().RunAsync(TestPortal.Report(Unit), 1)).Value!;
        Assert.Equal((package.ReceivedAt, package.SentAt, "Cán bộ đầu mối", 7), (receipt.ReceivedAt, receipt.SentAt, receipt.SentBy, receipt.Items.Count));
        Assert.Contains((await portal.As(Officer).Get<ReportView>().RunAsync(TestPortal.Report(Unit), null, [])).Value!.Trail, e => e.Verb == EventVerb.ProxySent && e.Reasons[0].Text.Contains("theo dấu văn bản đến", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_extension_decided_afterwards_is_measured_by_the_stamp_too()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null(await portal.As(Officer).Get<AskExtension>().RunAsync(TestPortal.Report(Unit), "Bão lũ.", Due.AddHours(4), Guid.NewGuid()));
        portal.Clock.MoveTo(Due.AddDays(1));
        Assert.Null(await portal.TryEnterAndSendAsync(Unit, Due.AddHours(1)));
        Assert.Equal(Timeliness.AwaitingExtension, (await portal.ReadAsync(Unit)).Timeliness);
        Assert.Null(await portal.As("lanhdao").Get<DecideExtension>().RunAsync(TestPortal.Report(Unit), Due.AddHours(4), null, Guid.NewGuid()));
        Assert.Equal(Timeliness.OnTimeByExtension, (await portal.ReadAsync(Unit)).Timeliness);
    }

    [Fact]
    public async Task Late_paper_brings_its_explanation_or_the_head_gives_it_when_he_confirms()
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.Clock.MoveTo(Due.AddDays(1));
        Assert.Null(await portal.TryEnterAsync("21049"));
        Assert.Null(await portal.TryFillEntryAsync("21049"));
        Assert.Null(await portal.TrySendEntryAsync("21049", Due.AddHours(1), "Đường ngập, văn thư không đi được."));
        Assert.Equal(("Đường ngập, văn thư không đi được.", null), ((await portal.ReadAsync("21049")).LateExplanation, (await portal.ReadAsync("21049")).LateExplanationDue));
        Assert.Null(await ConfirmAsync(portal, unit: "21049"));

        Assert.Null(await portal.TryEnterAndSendAsync(Unit, Due.AddHours(1)));
        Assert.True((await portal.ReadAsync(Unit)).LateExplanationDue > portal.Clock.Now);
        Assert.Equal("explanation", (await ConfirmAsync(portal))?.Field);
        Assert.Null(await ConfirmAsync(portal, "Mất điện hai ngày."));
        Assert.Equal(("Mất điện hai ngày.", null), ((await portal.ReadAsync(Unit)).LateExplanation, (await portal.ReadAsync(Unit)).LateExplanationDue));
    }

    [Fact]
    public async Task Without_scan_or_answers_or_a_stamp_that_can_be_it_is_not_sent()
    {
        await using var portal = await TestPortal.CreateAsync();
        portal.IssuedIsPast();
        Assert.Null(await portal.TryEnterAsync(Unit));
        Assert.Equal(nameof(Problems.NotComplete), (await portal.TrySendEntryAsync(Unit))?.Code);
        Assert.Null(await portal.TryFillEntryAsync(Unit, scan: false));
        Assert.Equal(nameof(Problems.ScanNeeded), (await portal.TrySendEntryAsync(Unit))?.Code);
        Assert.Null(await portal.TryFillEntryAsync(Unit));
        Assert.Equal("receivedAt", (await portal.TrySendEntryAsync(Unit, portal.Clock.Now.AddMinutes(1)))?.Field);
        var issued = (await portal.ReadAsync(Unit)).Request.IssuedAt!.Value;
        Assert.Equal("receivedAt", (await portal.TrySendEntryAsync(Unit, issued.AddMilliseconds(-1)))?.Field);
        Assert.Equal("receivedAt", (await portal.As(TestPortal.Coordinator).Get<SendForUnit>().RunAsync(TestPortal.Report(Unit), null, null, Guid.NewGuid()))?.Field);
        Assert.Null(await portal.TrySendEntryAsync(Unit, issued));
    }

    [Fact]
    public async Task A_supplement_on_paper_carries_its_scan_where_the_cover_does_not_travel()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Sent);
        await portal.ReturnAsync(Unit, "XA-02");
        Assert.Null(await portal.TryEnterAsync(Unit));
        Assert.Null(await portal.TryFillEntryAsync(Unit, scan: false));
        Assert.Equal(nameof(Problems.ScanNeeded), (await portal.TrySendEntryAsync(Unit))?.Code);
        Assert.Null(await portal.TryFillEntryAsync(Unit));
        Assert.Null(await portal.TrySendEntryAsync(Unit));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal((ItemState.Resent, true, false), (report.Find("XA-02")!.State, report.Find("XA-02")!.Unconfirmed, report.Cover.Unconfirmed));
        Assert.Equal(nameof(Problems.EnteredForTheUnit), report.WhyNotWithdrawable()?.Code);
    }

    [Theory]
    [InlineData(ItemState.WithHead)]
    [InlineData(ItemState.Approved)]
    public async Task A_package_under_way_stands_in_the_way_and_says_so(ItemState state)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, state);
        Assert.Equal(nameof(Problems.EntryWaitsForHead), (await portal.TryEnterAsync(Unit))?.Code);
    }

    [Fact]
    public async Task Only_who_began_sends_and_another_coordinator_may_only_give_it_up()
    {
        await using var portal = await TestPortal.CreateAsync();
        await GrantAsync(portal, Second);
        Assert.Null(await portal.TryEnterAsync(Unit));
        Assert.Null(await portal.TryFillEntryAsync(Unit));
        Assert.Equal(nameof(Problems.EntryOfAnother), (await portal.TryEnterAsync(Unit, Second))?.Code);
        Assert.Equal(nameof(Problems.EntryOfAnother), (await portal.TrySendEntryAsync(Unit, userName: Second))?.Code);
        Assert.Null((await portal.As(Second).Get<EntryView>().RunAsync(TestPortal.Report(Unit))).Value!.Items[0].Missing);
        Assert.Null(await portal.As(Second).Get<AbandonEntry>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid()));
        Assert.Null((await portal.ReadAsync(Unit)).EnteringBy);
    }

    [Fact]
    public async Task A_second_press_has_one_effect()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (start, send, confirm) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        for (var press = 0; press < 2; press++)
        {
            Assert.Null(await portal.As(TestPortal.Coordinator).Get<EnterForUnit>().RunAsync(TestPortal.Report(Unit), start));
        }

        Assert.Equal(nameof(Problems.EntryIsYours), (await portal.TryEnterAsync(Unit))?.Code);
        Assert.Null(await portal.TryFillEntryAsync(Unit));
        portal.IssuedIsPast();
        for (var press = 0; press < 2; press++)
        {
            Assert.Null(await portal.As(TestPortal.Coordinator).Get<SendForUnit>().RunAsync(TestPortal.Report(Unit), portal.Clock.Now, null, send));
        }

        for (var press = 0; press < 2; press++)
        {
            Assert.Null(await portal.As(Head).Get<ConfirmProxy>().RunAsync(TestPortal.Report(Unit), null, confirm));
        }

        Assert.Single((await portal.ReadAsync(Unit)).Packages);
        await using var db = portal.Open();
        Assert.Equal([7, 7, 7], new[] { EventVerb.ProxyStarted, EventVerb.ProxySent, EventVerb.ProxyConfirmed }.Select(v => db.Events.Count(e => e.Verb == v)));
    }

    private static Task<Outcome<IReadOnlyList<PatchResult>>> SaveAsync(TestPortal portal, string user) => SaveAsync(portal, user, "Nhập từ giấy.");

    private static async Task<Outcome<IReadOnlyList<PatchResult>>> SaveAsync(TestPortal portal, string user, string text)
    {
        var version = (await portal.ReadAsync(Unit)).Find("XA-01")!.Values.FirstOrDefault(v => v.Path == Field)?.Version ?? 0;
        return await portal.As(user).Get<SaveFields>().RunAsync(TestPortal.Report(Unit), "XA-01", [new FieldPatch(Field, text, version, Guid.NewGuid())]);
    }

    private static Task<Outcome<ItemSheetModel>> SheetAsync(TestPortal portal, string user) => portal.As(user).Get<ItemSheet>().RunAsync(TestPortal.Report(Unit), "XA-01");

    private static Task<Outcome<OpenedDocument>> OpenAsync(TestPortal portal, string user, int document) => portal.As(user).Get<DocumentFile>().RunAsync(TestPortal.Report(Unit), document);

    private static Task<Problem?> AbandonAsync(TestPortal portal) => portal.As(TestPortal.Coordinator).Get<AbandonEntry>().RunAsync(TestPortal.Report(Unit), Guid.NewGuid());

    private static Task<Problem?> ConfirmAsync(TestPortal portal, string? explanation = null, string unit = Unit) =>
        portal.As($"{unit}.thutruong").Get<ConfirmProxy>().RunAsync(TestPortal.Report(unit), explanation, Guid.NewGuid());

    private static async Task GrantAsync(TestPortal portal, string user)
    {
        await using var db = portal.Open();
        var person = await db.People.FindAsync(portal.As(user).PersonId!.Value);
        person!.Grant(Role.Coordinator, TestLetter.Coordinating, portal.Clock.Now.AddDays(-1));
        await db.SaveChangesAsync();
    }

    // All that a unit would miss: states, fields with versions, documents with what is said of them.
    private static string Draft(Submission report) => string.Join('\n', report.Answers.OrderBy(a => a.Order).Select(a =>
        $"{a.ItemCode} {a.State} {a.StateSince:O} {a.StateBy} {a.Reason} {a.SupplementDue:O} {a.SavedAt:O} {a.SavedBy} {a.SentBefore}"
        + string.Concat(a.Values.OrderBy(v => v.Path, StringComparer.Ordinal).Select(v => $"\n  {v.Path}={v.Value} {v.Version} {v.ChangedBy} {v.ChangedAt:O} {v.Key}"))
        + string.Concat(a.Links.OrderBy(l => l.DocumentId).Select(l => $"\n  {l.DocumentId} {l.Decision} {l.Document.Description}"))));
}
