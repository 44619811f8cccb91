using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Fill;
using Portal.Platform.Identity;
using Portal.Shared.Fields;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Fill;

/// <summary>What is typed, field by field: what is taken, what is refused, and that a refusal leaves everything as it was.</summary>
[Trait("Engine", "both")]
public sealed class SaveFieldsTests
{
    private const string Unit = "21046", Item = "XA-06", Figure = "XA06.01", Table = "XA06.T1";

    [Fact]
    public async Task A_figure_is_kept_canonical_and_shown_as_people_write_it()
    {
        await using var portal = await TestPortal.CreateAsync();
        var saved = await SaveAsync(portal, "XA-04", "XA04.02", "1234,5");
        Assert.Equal((1, "1.234,5"), (saved.Value!.Version, saved.Value.Shown));
        Assert.Equal("1234.5", (await ValueAsync(portal, "XA-04", "XA04.02"))!.Value);
    }

    [Fact]
    public async Task The_first_value_starts_the_draft_with_one_event_and_later_ones_write_none()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SaveAsync(portal, Item, Figure, "2");
        await SaveAsync(portal, Item, Figure, "3", seen: 1);
        await using var db = portal.Open();
        var submission = await portal.ReadAsync(Unit);
        Assert.Equal(ItemState.Drafting, submission.Find(Item)!.State);
        Assert.Equal(1, await db.Events.CountAsync(e => e.SubmissionId == submission.Id && e.Verb == EventVerb.DraftStarted));
    }

    [Theory]
    [InlineData(Item, Figure, "1.5", nameof(Problems.FigureDotWhole))]
    [InlineData(Item, Figure, "-1", nameof(Problems.FigureNegative))]
    [InlineData("XA-04", "XA04.05", "0", nameof(Problems.FigureBelowWhole))]
    [InlineData(Item, "thoiHanHoanThanh", "31/02/2024", nameof(Problems.DateNotReal))]
    [InlineData(Item, ItemForm.StatusField, "XONG", nameof(Problems.ChoiceNotOffered))]
    [InlineData(ItemAnswer.Cover, "dienThoai", "không có", nameof(Problems.PhoneUnreadable))]
    [InlineData(Item, "khongCoO", "1", nameof(Problems.FieldUnknown))]
    [InlineData(Item, Table + "/r1/khongCoCot", "1", nameof(Problems.FieldUnknown))]
    [InlineData(Item, Figure + "/r1/#", "1", nameof(Problems.FieldUnknown))]
    [InlineData(Item, Table + "/r-1;/#", "1", nameof(Problems.FieldUnknown))]
    [InlineData(Item, Table, "1", nameof(Problems.FieldHasNoValue))]
    public async Task What_a_field_does_not_take_is_refused_at_the_field_and_changes_nothing(string item, string path, string typed, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.SnapshotAsync();
        var refused = await SaveAsync(portal, item, path, typed);
        Assert.Equal((ProblemKind.Invalid, code, path), (refused.Problem?.Kind, refused.Problem?.Code, refused.Problem?.Field));
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Equal(0, await portal.AccessRecordsAsync());
    }

    [Fact]
    public async Task A_text_over_its_limit_is_refused_and_one_at_its_limit_is_kept()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(nameof(Problems.FieldTooLong), (await SaveAsync(portal, Item, ItemForm.NarrativeField, new string('ế', 20_001))).Problem?.Code);
        Assert.True((await SaveAsync(portal, Item, ItemForm.NarrativeField, new string('ế', 20_000))).Ok);
    }

    [Fact]
    public async Task Blank_is_kept_as_nothing_and_never_as_zero()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SaveAsync(portal, Item, Figure, "0");
        Assert.Equal("0", (await ValueAsync(portal, Item, Figure))!.Value);
        Assert.True((await SaveAsync(portal, Item, Figure, "  ", seen: 1)).Ok);
        Assert.Null((await ValueAsync(portal, Item, Figure))!.Value);
    }

    [Theory]
    [InlineData(ItemState.WithHead, nameof(Problems.LockedWithHead))]
    [InlineData(ItemState.Approved, nameof(Problems.LockedApproved))]
    [InlineData(ItemState.Sent, nameof(Problems.LockedSent))]
    [InlineData(ItemState.Accepted, nameof(Problems.LockedAccepted))]
    public async Task A_locked_item_takes_nothing_and_says_why(ItemState state, string code)
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, state);
        var (before, records) = (await portal.SnapshotAsync(), await portal.AccessRecordsAsync());
        var refused = await SaveAsync(portal, Item, Figure, "2");
        Assert.Equal((ProblemKind.State, code), (refused.Problem?.Kind, refused.Problem?.Code));
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Equal(records + 1, await portal.AccessRecordsAsync());
    }

    [Fact]
    public async Task After_the_sign_off_only_number_date_signer_of_the_cover_are_open()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.BringAsync(Unit, ItemState.Approved);
        Assert.True((await SaveAsync(portal, ItemAnswer.Cover, "soKyHieuBaoCao", "12/BC-UBND")).Ok);
        Assert.Equal(nameof(Problems.LockedApproved), (await SaveAsync(portal, ItemAnswer.Cover, "danhGiaChung", "Tốt")).Problem?.Code);
    }

    [Fact]
    public async Task Who_saw_an_older_version_is_told_whose_text_stands_there()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SaveAsync(portal, Item, Figure, "2");
        await SaveAsync(portal, Item, Figure, "3", seen: 1, who: $"{Unit}.thutruong");
        var before = await portal.SnapshotAsync();
        var stale = await SaveAsync(portal, Item, Figure, "4", seen: 1);
        Assert.Equal((ProblemKind.Stale, nameof(Problems.FieldChangedMeanwhile)), (stale.Problem?.Kind, stale.Problem?.Code));
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Equal((2, "3", "Thủ trưởng", false), (stale.Value!.Version, stale.Value.Input, stale.Value.By[..10], stale.Value.Mine));
    }

    [Fact]
    public async Task Two_people_in_different_fields_of_one_item_both_keep_their_text()
    {
        await using var portal = await TestPortal.CreateAsync();
        var both = await Task.WhenAll(SaveAsync(portal, Item, Figure, "2"), SaveAsync(portal, Item, "XA06.02", "64", who: $"{Unit}.thutruong"));
        Assert.All(both, saved => Assert.True(saved.Ok, saved.Problem?.Text));
        Assert.Equal("2", (await ValueAsync(portal, Item, Figure))!.Value);
        Assert.Equal("64", (await ValueAsync(portal, Item, "XA06.02"))!.Value);
    }

    [Fact]
    public async Task The_same_patch_twice_is_applied_once_and_answered_alike()
    {
        await using var portal = await TestPortal.CreateAsync();
        var (first, later) = (Guid.NewGuid(), Guid.NewGuid());
        var started = await SaveAsync(portal, Item, Figure, "2", key: first);
        var before = await portal.SnapshotAsync();
        Assert.Equal(started.Value, (await SaveAsync(portal, Item, Figure, "2", key: first)).Value); // the one that also started the draft
        before.AssertSame(await portal.SnapshotAsync());
        var changed = await SaveAsync(portal, Item, Figure, "3", seen: 1, key: later);
        before = await portal.SnapshotAsync();
        Assert.Equal(changed.Value, (await SaveAsync(portal, Item, Figure, "3", seen: 1, key: later)).Value);
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task A_patch_repeated_after_the_item_was_sent_up_is_still_answered()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Unit);
        var key = Guid.NewGuid();
        var saved = await SaveAsync(portal, Item, "giaiPhap", "Tăng cường tuyên truyền.", key: key);
        await portal.SendUpAsync(Unit);
        Assert.Equal(saved.Value, (await SaveAsync(portal, Item, "giaiPhap", "Tăng cường tuyên truyền.", key: key)).Value);
    }

    [Theory]
    [InlineData("21091.canbo", ProblemKind.NotFound)]
    [InlineData("quantri", ProblemKind.NotFound)]
    [InlineData("lanhdao", ProblemKind.Refused)]
    [InlineData("quansat", ProblemKind.Refused)]
    [InlineData(TestPortal.Coordinator, ProblemKind.Refused)]
    public async Task Nobody_outside_the_unit_writes_into_its_draft(string who, ProblemKind kind)
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.SnapshotAsync();
        Assert.Equal(kind, (await SaveAsync(portal, Item, Figure, "2", who: who)).Problem?.Kind);
        before.AssertSame(await portal.SnapshotAsync());
        Assert.Equal(1, await portal.AccessRecordsAsync());
    }

    [Fact]
    public async Task A_row_comes_takes_cells_goes_and_comes_back_with_them()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Equal(nameof(Problems.RowGone), (await SaveAsync(portal, Item, Cell("r1"), "Kỹ năng bảo vệ trẻ em")).Problem?.Code);
        await MustAsync(portal, Place("r1"), "1", 0);
        await MustAsync(portal, Cell("r1"), "Kỹ năng bảo vệ trẻ em", 0);
        await MustAsync(portal, Place("r1"), null, 1);
        Assert.Equal(nameof(Problems.RowGone), (await SaveAsync(portal, Item, Cell("r1"), "Khác", seen: 1)).Problem?.Code);
        await MustAsync(portal, Place("r1"), "1", 2);
        var sheet = (await portal.ReadAsync(Unit)).Sheet();
        Assert.Equal("Kỹ năng bảo vệ trẻ em", sheet.Get(Item, Cell("r1")));
    }

    [Fact]
    public async Task A_table_takes_no_more_rows_than_its_form_allows()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.MustAsync($"{Unit}.canbo", Unit, Permission.Edit, (s, act, _) =>
            Enumerable.Range(1, 200).Select(n => s.Find(Item)!.Edit(s, act, Place($"r{n}"), $"{n}", 0, Guid.NewGuid()).Problem).FirstOrDefault(p => p is not null));
        Assert.Equal(nameof(Problems.TooManyRows), (await SaveAsync(portal, Item, Place("r201"), "201")).Problem?.Code);
        await MustAsync(portal, Place("r200"), null, 1);
        await MustAsync(portal, Place("r201"), "201", 0);
    }

    [Fact]
    public async Task A_saved_field_tells_the_pages_of_that_report_without_an_event()
    {
        await using var portal = await TestPortal.CreateAsync();
        var told = new List<long>();
        using var subscription = portal.Feed.Subscribe(change => told.Add(change.EventNumber));
        await SaveAsync(portal, Item, Figure, "2");
        told.Clear();
        await SaveAsync(portal, Item, Figure, "3", seen: 1);
        Assert.Equal([0], told);
    }

    [Fact]
    public async Task Of_many_patches_each_stands_for_itself()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SaveAsync(portal, Item, "giaiPhap", "Của thủ trưởng", who: $"{Unit}.thutruong");
        var saved = await ManyAsync(portal, (Place("r1"), "1", 0), (Cell("r1"), "Kỹ năng bảo vệ trẻ em", 0), (Figure, "1.5", 0), ("giaiPhap", "Của cán bộ", 0), ("XA06.02", "64", 0));
        Assert.Equal([null, null, nameof(Problems.FigureDotWhole), nameof(Problems.FieldChangedMeanwhile), null], saved.Select(r => r.Problem?.Code));
        Assert.Equal("Của thủ trưởng", saved[3].Now!.Input);
        var sheet = (await portal.ReadAsync(Unit)).Sheet();
        Assert.Equal(("Kỹ năng bảo vệ trẻ em", null, "Của thủ trưởng", "64"), (sheet.Get(Item, Cell("r1")), sheet.Get(Item, Figure), sheet.Get(Item, "giaiPhap"), sheet.Get(Item, "XA06.02")));
    }

    [Fact]
    public async Task Five_hundred_rows_land_in_a_table_without_a_limit_and_too_many_are_refused_row_by_row()
    {
        await using var portal = await TestPortal.CreateAsync();
        var rows = await ManyAsync(portal, [.. Enumerable.Range(1, 500).Select(n => ($"kienNghi/r{n}/#", (string?)$"{n}", 0))]);
        Assert.All(rows, r => Assert.Null(r.Problem));
        Assert.Equal(500, (await portal.ReadAsync(Unit)).Sheet().Rows(Item, "kienNghi").Count);
        var over = await ManyAsync(portal, [.. Enumerable.Range(1, 250).Select(n => (Place($"r{n}"), (string?)$"{n}", 0))]);
        Assert.Equal((200, 50), (over.Count(r => r.Problem is null), over.Count(r => r.Problem?.Code == nameof(Problems.TooManyRows))));
    }

    [Fact]
    public async Task An_open_form_learns_what_changed_since_it_was_read_also_what_became_blank()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SaveAsync(portal, Item, Figure, "2");
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(5));
        var read = (await NowAsync(portal, 0)).Value!;
        Assert.Equal([(Figure, "2", true)], read.Fields.Select(f => (f.Path, f.Input, f.Mine)));
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(5));
        await SaveAsync(portal, Item, ItemForm.StatusField, "DANG_GIAI_QUYET", who: $"{Unit}.thutruong");
        await SaveAsync(portal, Item, Figure, "", seen: 1, who: $"{Unit}.thutruong");
        var later = (await NowAsync(portal, read.At)).Value!;
        Assert.Equal([(ItemForm.StatusField, "DANG_GIAI_QUYET", "Đang giải quyết", false), (Figure, "", "", false)],
            later.Fields.OrderByDescending(f => f.Path.Length).Select(f => (f.Path, f.Input, f.Shown, f.Mine)));
        portal.Clock.MoveTo(portal.Clock.Now.AddMinutes(5));
        Assert.Empty((await NowAsync(portal, portal.Clock.Now.ToUnixTimeMilliseconds())).Value!.Fields);
    }

    [Fact]
    public async Task A_choice_over_a_colleagues_text_tells_him_and_keeps_his_text_for_the_unit_alone()
    {
        await using var portal = await TestPortal.CreateAsync();
        await SaveAsync(portal, Item, "giaiPhap", "Của cán bộ.");
        var head = portal.As($"{Unit}.thutruong").Get<SaveFields>();
        var chosen = await head.RunAsync(TestPortal.Report(Unit), Item, [new("giaiPhap", "Của thủ trưởng.", 1, Guid.NewGuid(), Over: true), new("deXuatKienNghi", "Không đè ai.", 0, Guid.NewGuid(), Over: true)]);
        Assert.All(chosen.Value!, r => Assert.Null(r.Problem));

        await using var db = portal.Open();
        var submission = await portal.ReadAsync(Unit);
        var told = await (from n in db.Notices join u in db.Users on n.PersonId equals u.PersonId where n.Verb == EventVerb.FieldReplaced select new { u.UserName, n.ItemCodes }).ToListAsync();
        Assert.Equal(new { UserName = (string?)$"{Unit}.canbo", ItemCodes = (string?)Item }, Assert.Single(told));
        var own = await TrailAsync($"{Unit}.canbo");
        Assert.Equal("Của cán bộ.", Assert.Single(Assert.Single(own, e => e.Verb == EventVerb.FieldReplaced).Reasons).Text);
        Assert.DoesNotContain(await TrailAsync(TestPortal.Coordinator), e => e.Verb == EventVerb.FieldReplaced);

        async Task<IReadOnlyList<TrailEntry>> TrailAsync(string who) =>
            await db.TrailAsync(submission.Id, Item, await DocumentSight.OfAsync(db, (await portal.As(who).Get<CurrentUser>().ReadAsync(db, portal.Clock.Now))!, submission.Id));
    }

    private static Task<Outcome<FormNow>> NowAsync(TestPortal portal, long since) => portal.As($"{Unit}.canbo").Get<FieldsNow>().RunAsync(TestPortal.Report(Unit), Item, since);

    private static async Task<IReadOnlyList<PatchResult>> ManyAsync(TestPortal portal, params (string Path, string? Value, int Seen)[] patches)
    {
        var saved = await portal.As($"{Unit}.canbo").Get<SaveFields>().RunAsync(TestPortal.Report(Unit), Item, [.. patches.Select(p => new FieldPatch(p.Path, p.Value, p.Seen, Guid.NewGuid()))]);
        Assert.Null(saved.Problem);
        return saved.Value!;
    }

    private static string Place(string row) => $"{Table}/{row}/{AnswerSheet.OrderKey}";

    private static string Cell(string row) => $"{Table}/{row}/noiDung";

    private static async Task MustAsync(TestPortal portal, string path, string? value, int seen)
    {
        var saved = await SaveAsync(portal, Item, path, value, seen);
        Assert.True(saved.Ok, saved.Problem?.Text);
    }

    private static async Task<Outcome<FieldNow>> SaveAsync(TestPortal portal, string item, string path, string? value, int seen = 0, Guid? key = null, string who = Unit + ".canbo") =>
        Only(await portal.As(who).Get<SaveFields>().RunAsync(TestPortal.Report(Unit), item, [new(path, value, seen, key ?? Guid.NewGuid())]));

    private static Outcome<FieldNow> Only(Outcome<IReadOnlyList<PatchResult>> saved) =>
        saved.Problem is { } problem ? problem : new Outcome<FieldNow>(saved.Value!.Single().Now, saved.Value!.Single().Problem);

    private static async Task<FieldValue?> ValueAsync(TestPortal portal, string item, string path) =>
        (await portal.ReadAsync(Unit)).Find(item)!.Values.FirstOrDefault(v => v.Path == path);
}
