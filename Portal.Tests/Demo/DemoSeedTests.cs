using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Database;
using Portal.Demo;
using Portal.Domain.Progress;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Consolidation;
using Portal.Platform;
using Portal.Platform.Commands;
using Portal.Platform.Files;
using Portal.Platform.Live;
using Portal.Tests.Features.Consolidation;
using Portal.Tests.Support;

namespace Portal.Tests.Demo;

/// <summary>The demonstration as a visitor finds it, filled once for all of these tests.</summary>
[Trait("Engine", "both")]
public sealed class DemoSeedTests(FilledDemo demo) : IClassFixture<FilledDemo>
{
    /// <summary>The nine units that hold answers, and where each stands.</summary>
    public static TheoryData<string, ItemState> Units { get; } = new()
    {
        { "cah", ItemState.Accepted },
        { "21040", ItemState.Accepted },
        { "p-vhtt", ItemState.Sent },
        { "21055", ItemState.Sent },
        { "21067", ItemState.Returned },
        { "21091", ItemState.WithHead },
        { "p-tckh", ItemState.Drafting },
        { "21088", ItemState.Drafting },
        { "21112", ItemState.Drafting },
    };

    [Theory]
    [MemberData(nameof(Units))]
    public async Task Each_unit_stands_where_the_demonstration_says(string unit, ItemState state)
    {
        var report = await demo.ReadAsync(unit);
        var whole = Portal.Domain.Progress.Buckets.Whole([.. report.Items.Select(i => (i.State, i.SentBefore))], (report.Cover.State, report.Cover.SentBefore));
        Assert.Equal(state, whole);
        Assert.Equal(state == ItemState.Returned ? 1 : 0, report.Answers.Count(a => a.State == ItemState.Returned));
        Assert.Equal(2, report.Answers.SelectMany(a => a.Links).Select(l => l.Document).DistinctBy(d => d.Id).Count(d => d.Description.Complete));
    }

    [Fact]
    public async Task All_other_units_have_not_begun()
    {
        await using var db = demo.Open();
        var begun = await db.Submissions.Where(s => s.Request.State == RequestState.Open).Where(s => s.Answers.Any(a => a.State != ItemState.NotStarted)).Select(s => s.UnitCode).ToListAsync();
        Assert.Equal(9, begun.Count);
        Assert.DoesNotContain("XA-21049", begun);
        Assert.DoesNotContain("XA-21046", begun);
    }

    [Fact]
    public async Task Sixty_people_can_sign_in()
    {
        await using var db = demo.Open();
        Assert.Equal(60, await db.Users.CountAsync());
    }

    [Fact]
    public async Task The_consolidated_report_counts_what_the_grid_shows()
    {
        await using var db = demo.Open();
        var request = await db.Requests.SingleAsync(r => r.State == RequestState.Open);
        var board = (await demo.Services.GetRequiredService<ProgressBoards>().OpenAsync(request.Id)).Current;
        using var docx = new MemoryStream();
        await demo.Services.GetRequiredService<ReportMaker>().WriteAsync(request.Id, docx);
        var file = ComposedPortal.Read(docx);

        static bool Accepted(ItemProgress item) => item is { Counted: true, State: ItemState.Accepted or ItemState.Included };
        string[] Shown(string title, IEnumerable<ItemProgress> items)
        {
            var cells = items.Where(i => i.Counted).ToList();
            var by = new[] { ItemForm.Done, ItemForm.Doing, ItemForm.NotResolved, ItemForm.NothingToReport }.Select(c => cells.Count(i => Accepted(i) && i.Resolution == c)).ToList();
            return [title, .. by.Append(cells.Count - by.Sum()).Append(cells.Count).Select(n => $"{n}")];
        }

        Assert.Equal(board.Groups.Select(g => Shown(g.Group.Title, board.Rows.Where(r => r.Report.GroupCode == g.Group.Code).SelectMany(r => r.Report.Items))).Append(Shown("Tổng cộng", board.Rows.SelectMany(r => r.Report.Items))),
            file.Tables.First(t => t.Caption == "Mức độ giải quyết theo nhóm đơn vị").Rows.Skip(1).Select(r => r[1..]));
        Assert.Contains(file.Paragraphs, p => p.StartsWith($"Có {board.Rows.Count} đơn vị phải báo cáo; {board.Rows.Count(r => r.Report.SentItems > 0)} đơn vị đã gửi báo cáo", StringComparison.Ordinal)
            && p.EndsWith($"Đã tiếp nhận {board.Rows.SelectMany(r => r.Report.Items).Count(Accepted)}/{board.Counts.Items.Total} nội dung báo cáo.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_sent_up_breaks_no_rule()
    {
        foreach (var unit in new[] { "cah", "21040", "p-vhtt", "21055", "21067", "21091" })
        {
            var report = await demo.ReadAsync(unit);
            var forms = await demo.Services.GetRequiredService<FormCatalog>().FormsOfAsync(report);
            Assert.Equal([], report.Blocking(forms, report.Answers).Select(f => $"{unit} {f.ItemCode} {f.Message}"));
        }
    }

    [Fact]
    public async Task One_figure_is_explained()
    {
        var report = await demo.ReadAsync("21055");
        var forms = await demo.Services.GetRequiredService<FormCatalog>().FormsOfAsync(report);
        var finding = Assert.Single(FormCheck.Item(forms, report.Sheet(), "XA-06"), f => f.Kind == FindingKind.Explain);
        Assert.Equal("R18", finding.Code);
        Assert.False(finding.Blocks);
    }

    [Fact]
    public async Task Everything_happened_in_the_week_before_the_visit()
    {
        await using var db = demo.Open();
        var events = await db.Events.OrderBy(e => e.Number).ToListAsync();
        var present = await db.Requests.Where(r => r.State == RequestState.Open).Select(r => r.Id).SingleAsync();
        Assert.All(events.Where(e => e.RequestId == present), e => Assert.InRange(e.At, DemoClock.Earliest, new DateTimeOffset(2024, 7, 1, 7, 59, 0, TimeSpan.FromHours(7))));
        Assert.All(events.Where(e => e.RequestId != present), e => Assert.InRange(e.At, DemoClock.Earliest.AddYears(-1), DemoClock.Earliest.AddMonths(-10)));
        Assert.Equal(events.Select(e => e.At).Order(), events.Select(e => e.At));
        Assert.InRange(demo.Services.GetRequiredService<PortalClock>().Now, TestPortal.Start, TestPortal.Start.AddMinutes(10));
    }

    [Fact]
    public async Task Every_document_is_a_stored_pdf_marked_as_sample()
    {
        await using var db = demo.Open();
        var store = demo.Services.GetRequiredService<EvidenceStore>();
        var documents = await db.Documents.ToListAsync();
        Assert.Equal(18 + 24, documents.Count);
        Assert.All(documents, d => Assert.Equal("application/pdf", d.MediaType));
        foreach (var document in documents)
        {
            Assert.Equal(document.Sha256, await store.RehashAsync(document.Sha256));
        }
    }

    [Fact]
    public async Task Last_years_request_is_closed_with_twelve_reports_in_time_and_rings_no_bell()
    {
        await using var db = demo.Open();
        var request = await db.Requests.SingleAsync(r => r.State == RequestState.Closed);
        Assert.Equal(("BS-2023-TREEM-HDND", new DateTimeOffset(2023, 7, 3, 10, 0, 0, TimeSpan.FromHours(7))), (request.Code, request.DeadlineAt));
        var reports = await db.Submissions.Where(s => s.RequestId == request.Id && s.FirstSentAt != null).ToListAsync();
        Assert.Equal(12, reports.Count);
        Assert.All(reports, r => Assert.Equal(Timeliness.OnTime, r.Timeliness));
        Assert.Equal(8, await db.Submissions.CountAsync(s => s.RequestId == request.Id && s.Answers.All(a => a.State == ItemState.Accepted)));
        Assert.Equal(0, await db.Notices.CountAsync(n => n.RequestId == request.Id && n.ReadAt == null));
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        await using var db = demo.Open();
        var before = await db.Events.CountAsync();
        await demo.Services.GetRequiredService<DemoSeed>().RunAsync();
        Assert.Equal(before, await db.Events.CountAsync());
    }
}

/// <summary>A portal that was filled as the first start of a demonstration fills it.</summary>
public sealed class FilledDemo : IAsyncLifetime
{
    private TestDatabase database = null!;
    private ServiceProvider services = null!;

    /// <summary>Its parts.</summary>
    public IServiceProvider Services => services;

    /// <summary>A context of one's own.</summary>
    public PortalDb Open() => services.GetRequiredService<IDbContextFactory<PortalDb>>().CreateDbContext();

    /// <summary>A unit's whole report.</summary>
    public async Task<Submission> ReadAsync(string unitLogin)
    {
        await using var db = Open();
        return await Gate.LoadAsync(db, await db.Submissions.Where(s => s.Request.State == RequestState.Open && db.Units.Any(u => u.Code == s.UnitCode && u.LoginCode == unitLogin)).Select(s => s.Id).SingleAsync());
    }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        services = TestPortal.Compose(database).BuildServiceProvider();
        await DatabaseSetup.MigrateAsync(services.GetRequiredService<IDbContextFactory<PortalDb>>());
        await services.GetRequiredService<Portal.Features.Requests.LetterLoader>().RunAsync();
        await services.GetRequiredService<DemoSeed>().RunAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await database.DisposeAsync();
    }
}
