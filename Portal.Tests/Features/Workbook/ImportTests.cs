using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Workbook;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Workbook;

/// <summary>"Nhập": all that was chosen, or nothing; and what others changed meanwhile.</summary>
[Trait("Engine", "both")]
public sealed class ImportTests
{
    private const string Item = "XA-04", Figure = "XA04.02", Area = "Diện tích đất đã quy hoạch", Remedy = "Giải pháp khắc phục";

    [Fact]
    public async Task One_cell_that_changed_meanwhile_keeps_all_out_and_is_named()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        var shown = await portal.LookAsync(book.Type(Item, book.At(Item, Area), "12").Type(Item, book.At(Item, Remedy), "Bố trí quỹ đất"));
        await portal.EditAsync(Desk.Unit, Item, Figure, "99");
        var before = await portal.SnapshotAsync();
        var problem = await portal.ImportAsync(shown.Lines);
        Assert.Equal((ProblemKind.Stale, nameof(Problems.ImportStale)), (problem?.Kind, problem?.Code));
        Assert.Contains($"1 ô vừa thay đổi trên cổng ({Item}: {Area})", problem!.Text, StringComparison.Ordinal);
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task Two_texts_for_one_cell_are_both_shown_and_the_portals_stays_until_the_other_is_chosen()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.EditAsync(Desk.Unit, Item, Figure, "10");
        var book = await portal.WorkbookAsync();
        await portal.EditAsync(Desk.Unit, Item, Figure, "20");
        var shown = await portal.LookAsync(book.Type(Item, book.At(Item, Area), "30").Type(Item, book.At(Item, Remedy), "Bố trí quỹ đất"));
        Assert.Equal((2, 1), (shown.Lines.Count, shown.Lines.Count(l => l.ChangedBy is not null)));
        var conflict = shown.Lines.Single(l => l.ChangedBy is not null);
        Assert.Equal(("20", "30"), (conflict.Before, conflict.After));
        Assert.StartsWith("Cán bộ ", conflict.ChangedBy, StringComparison.Ordinal);

        Assert.Null(await portal.ImportAsync(shown.Lines.Where(l => l.ChangedBy is null)));
        Assert.Equal(("20", 2), ((await portal.ValueAsync(Item, Figure))!.Value, (await portal.ValueAsync(Item, Figure))!.Version));
        Assert.Null(await portal.ImportAsync([conflict]));
        Assert.Equal(("30", 3), ((await portal.ValueAsync(Item, Figure))!.Value, (await portal.ValueAsync(Item, Figure))!.Version));
    }

    [Fact]
    public async Task What_nobody_touched_in_the_workbook_never_goes_back_over_a_newer_text()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.EditAsync(Desk.Unit, Item, Figure, "10");
        var book = await portal.WorkbookAsync();
        await portal.EditAsync(Desk.Unit, Item, Figure, "20");
        var shown = await portal.LookAsync(book);
        Assert.Empty(shown.Lines);
        Assert.Equal(1, shown.Unchanged);
    }

    [Fact]
    public async Task The_same_press_twice_is_put_in_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.FillAsync(Desk.Unit); // nothing starts with this import, so no event tells of it
        var book = await portal.WorkbookAsync();
        var shown = await portal.LookAsync(book.Type(Item, book.At(Item, Area), "12").Type(Item, book.InTable(Item, "Vị trí (thôn/tổ dân phố, xã/thị trấn)", "Vị trí (thôn/tổ dân phố, xã/thị trấn)", 1), "Thôn Đông"));
        var key = Guid.NewGuid();
        Assert.Null(await portal.ImportAsync(shown.Lines, key));
        var before = await portal.SnapshotAsync();
        Assert.Null(await portal.ImportAsync(shown.Lines, key));
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task An_import_starts_drafts_with_one_event_each_and_tells_other_pages_once()
    {
        await using var portal = await TestPortal.CreateAsync();
        var book = await portal.WorkbookAsync();
        var shown = await portal.LookAsync(book.Type(Item, book.At(Item, Area), "12").Type("XA-05", book.At("XA-05", Remedy), "Phân công cán bộ"));
        var told = new List<long>();
        using var subscription = portal.Feed.Subscribe(change => told.Add(change.EventNumber));
        await portal.MustImportAsync(shown);
        await using var db = portal.Open();
        var events = await db.Events.Where(e => e.Verb == EventVerb.DraftStarted).ToListAsync();
        Assert.Equal([Item, "XA-05"], events.Select(e => e.ItemCode));
        Assert.Single(events.Select(e => e.CommandId).Distinct());
        Assert.Equal([events[^1].Number, 0], told);
    }

    [Theory]
    [InlineData(Item, Figure, "1.5", ProblemKind.Invalid)]
    [InlineData(Item, "khongCoO", "1", ProblemKind.Invalid)]
    [InlineData(Item, "XA04.T1/r1/dienTich", "1", ProblemKind.Stale)]
    [InlineData("TN-01", "giaiPhap", "1", ProblemKind.NotFound)]
    public async Task What_the_page_sends_is_checked_again_as_if_it_had_been_typed(string item, string path, string raw, ProblemKind kind)
    {
        await using var portal = await TestPortal.CreateAsync();
        var before = await portal.SnapshotAsync();
        var problem = await portal.As(Desk.Officer).Get<ImportAnswers>().RunAsync(TestPortal.Report(Desk.Unit), [new(Item, "giaiPhap", "Bố trí quỹ đất", 0), new(item, path, raw, 0)], Guid.NewGuid());
        Assert.Equal(kind, problem?.Kind);
        before.AssertSame(await portal.SnapshotAsync());
    }

    [Fact]
    public async Task Rows_over_the_tables_limit_are_refused_before_and_at_the_press()
    {
        await using var portal = await TestPortal.CreateAsync();
        var rows = Enumerable.Range(1, 201).Select(n => new ImportCell("XA-06", $"XA06.T1/r{n}/{AnswerSheet.OrderKey}", $"{n}", 0)).ToList();
        Assert.Contains("nhận nhiều nhất 200 dòng", (await portal.As(Desk.Officer).Get<ImportAnswers>().RunAsync(TestPortal.Report(Desk.Unit), rows, Guid.NewGuid()))?.Text, StringComparison.Ordinal);
        Assert.Null(await portal.As(Desk.Officer).Get<ImportAnswers>().RunAsync(TestPortal.Report(Desk.Unit), rows[..200], Guid.NewGuid()));
    }
}
