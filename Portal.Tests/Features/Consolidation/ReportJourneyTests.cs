using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Demo;
using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Consolidation;
using Portal.Features.Evidence;
using Portal.Features.Requests;
using Portal.Platform.Files;
using Portal.Platform.Live;
using Portal.Shared.Fields;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Consolidation;

/// <summary>The report from its first draft to the body above, and back where something was wrong.</summary>
[Trait("Engine", "both")]
public sealed class ReportJourneyTests
{
    private const string Unit = "21046", Code = TestPortal.RequestCode;

    [Fact]
    public async Task Approved_report_takes_what_it_draws_from_is_sent_up_and_closes_the_request()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync(Unit, ("XA-01", "XA01.01", "7"));
        await portal.SentAsync("21049");
        await portal.DraftAsync();
        Assert.Null(await portal.SubmitAsync());
        var version = (await portal.LookAsync(user: ComposedPortal.Leader)).Versions.Single();
        Assert.Equal((1, ReportState.Waiting), (version.Number, version.State));
        Assert.Empty((await portal.LookAsync(user: "quansat")).Versions);
        Assert.Equal(nameof(Problems.NotFound), (await portal.As("quansat").Get<ReportFile>().RunAsync(Code, 1)).Problem?.Code);
        Assert.Equal(ItemState.Accepted, (await portal.ReadAsync(Unit)).Find("XA-01")!.State);

        Assert.Null(await portal.As(ComposedPortal.Leader).Get<ApproveReport>().RunAsync(Code, 1, version.File, Guid.NewGuid()));
        Assert.All((await portal.ReadAsync(Unit)).Items, i => Assert.Equal(ItemState.Included, i.State));
        Assert.All((await portal.ReadAsync("21049")).Items, i => Assert.Equal(ItemState.Sent, i.State));
        Assert.Single((await portal.LookAsync(user: "quansat")).Versions);
        Assert.Equal(TestPortal.Hash((await portal.FileAsync(1, "quansat")).Bytes), version.File);

        var close = portal.As(TestPortal.Coordinator).Get<CloseRequest>();
        Assert.Equal(nameof(Problems.SendingUpNotRecorded), (await close.RunAsync(Code, null, Guid.NewGuid()))?.Code);
        var ticket = await BringAsync(portal);
        var record = portal.As(TestPortal.Coordinator).Get<RecordSending>();
        Assert.Equal(["number", "day", "file"], new[]
        {
            (await record.RunAsync(Code, 1, "/BC-UBND", new(2024, 7, 1), SendingWay.Mail, ticket, Guid.NewGuid()))?.Field,
            (await record.RunAsync(Code, 1, "125/BC-UBND", new(2024, 7, 2), SendingWay.Mail, ticket, Guid.NewGuid()))?.Field,
            (await record.RunAsync(Code, 1, "125/BC-UBND", new(2024, 7, 1), SendingWay.Mail, Guid.NewGuid(), Guid.NewGuid()))?.Field,
        });
        Assert.Null(await record.RunAsync(Code, 1, "125/BC-UBND", new(2024, 7, 1), SendingWay.DocumentSystem, ticket, Guid.NewGuid()));
        var sending = (await portal.LookAsync()).Sendings.Single();
        Assert.Equal(("125/BC-UBND", SendingWay.DocumentSystem, "bao-cao-da-ky.pdf"), (sending.Number, sending.Way, sending.FileName));
        Assert.NotNull(sending.Signatures);

        Assert.True(await DutyDoneAsync(portal));
        var voiding = portal.As(TestPortal.Coordinator).Get<VoidSending>();
        Assert.Equal("reason", (await voiding.RunAsync(Code, sending.Id, " ", Guid.NewGuid()))?.Field);
        Assert.Null(await voiding.RunAsync(Code, sending.Id, "Ghi nhầm số.", Guid.NewGuid()));
        Assert.False(await DutyDoneAsync(portal));
        Assert.Equal(nameof(Problems.SendingVoidAlready), (await voiding.RunAsync(Code, sending.Id, "Lần nữa.", Guid.NewGuid()))?.Code);
        Assert.Equal(nameof(Problems.SendingUpNotRecorded), (await close.RunAsync(Code, null, Guid.NewGuid()))?.Code);

        Assert.Null(await record.RunAsync(Code, 1, "126/BC-UBND", new(2024, 7, 1), SendingWay.Paper, await BringAsync(portal), Guid.NewGuid()));
        Assert.Null(await close.RunAsync(Code, null, Guid.NewGuid()));
        await using var db = portal.Open();
        var request = await db.Requests.SingleAsync(r => r.Code == Code);
        Assert.Equal(RequestState.Closed, request.State);
        Assert.Equal([EventVerb.ReportDrafted, EventVerb.ReportSubmitted, EventVerb.ReportApproved, EventVerb.SendingRecorded, EventVerb.SendingVoided, EventVerb.SendingRecorded, EventVerb.RequestClosed],
            await db.Events.Where(e => e.SubmissionId == null && e.Verb != EventVerb.Issued && e.RequestId == request.Id).OrderBy(e => e.Number).Select(e => e.Verb).ToListAsync());
    }

    [Fact]
    public async Task Changed_source_is_shown_with_its_difference_and_settled_by_update_or_keep()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync(Unit, ("XA-01", "XA01.01", "7"));
        await portal.DraftAsync();
        Assert.Equal(0, (await portal.LookAsync()).Changed);

        await portal.ReturnAsync(Unit, "XA-01");
        await portal.EditAsync(Unit, "XA-01", "XA01.01", "9");
        await portal.SendUpAsync(Unit);
        await portal.SignOffAsync(Unit);
        await portal.AcceptAsync(Unit);
        Assert.Equal(nameof(Problems.SourcesChanged), (await portal.SubmitAsync())?.Code);

        var block = (await portal.LookAsync("lãnh đạo, chỉ đạo")).Blocks.Single(b => b.Recipe.Kind is BlockKind.Figures);
        Assert.Contains("7 văn bản", block.Before, StringComparison.Ordinal);
        Assert.Contains("9 văn bản", block.Now, StringComparison.Ordinal);
        Assert.Equal((1, 2), (block.Sources.Single().Version, block.Sources.Single().Current));

        var settle = portal.As(TestPortal.Coordinator).Get<SettleBlock>();
        await using (var kept = await portal.ForkAsync())
        {
            Assert.Null(await kept.As(TestPortal.Coordinator).Get<SettleBlock>().RunAsync(Code, block.Id, Settlement.Keep, block.Version, Guid.NewGuid()));
            var same = (await kept.LookAsync("lãnh đạo, chỉ đạo")).Blocks.Single(b => b.Id == block.Id);
            Assert.Contains("7 văn bản", same.Text, StringComparison.Ordinal);
            Assert.Null(same.Now);
        }

        Assert.Equal(nameof(Problems.ReportChanged), (await settle.RunAsync(Code, block.Id, Settlement.Update, block.Version - 1, Guid.NewGuid()))?.Code);
        Assert.Null(await settle.RunAsync(Code, block.Id, Settlement.Update, block.Version, Guid.NewGuid()));
        var updated = (await portal.LookAsync("lãnh đạo, chỉ đạo")).Blocks.Single(b => b.Id == block.Id);
        Assert.Contains("9 văn bản", updated.Text, StringComparison.Ordinal);
        Assert.Null(updated.Now);
    }

    [Fact]
    public async Task Two_people_in_one_block_neither_text_is_lost()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.DraftAsync();
        var block = (await portal.LookAsync()).Blocks.First(b => b.Recipe.Kind is BlockKind.Text);
        var save = portal.As(TestPortal.Coordinator).Get<SaveBlocks>();
        FieldPatch first = new($"{block.Id}", "Bản của người thứ nhất.", block.Version, Guid.NewGuid()), second = new($"{block.Id}", "Bản của người thứ hai.", block.Version, Guid.NewGuid());
        Assert.Null((await save.RunAsync(Code, [first])).Value!.Single().Problem);
        Assert.Null((await save.RunAsync(Code, [first])).Value!.Single().Problem); // the same patch again
        var met = (await save.RunAsync(Code, [second])).Value!.Single();
        Assert.Equal((nameof(Problems.FieldChangedMeanwhile), "Bản của người thứ nhất."), (met.Problem?.Code, met.Now?.Input));
        var chosen = (await save.RunAsync(Code, [second with { Version = met.Now!.Version, Key = Guid.NewGuid() }])).Value!.Single();
        Assert.Equal("Bản của người thứ hai.", chosen.Now?.Input);
        Assert.Contains("Bản của người thứ hai.", (await portal.FileAsync()).Paragraphs);
    }

    [Fact]
    public async Task Leader_sends_back_with_a_reason_and_says_something_of_a_block()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync(Unit);
        await portal.DraftAsync();
        Assert.Equal(nameof(Problems.BlocksNotReviewed), (await portal.As(TestPortal.Coordinator).Get<SubmitReport>().RunAsync(Code, Guid.NewGuid()))?.Code);
        Assert.Null(await portal.SubmitAsync());
        var block = (await portal.LookAsync()).Blocks.First(b => b.Recipe.Kind is BlockKind.Text);
        Assert.Null(await portal.As(ComposedPortal.Leader).Get<RemarkBlock>().RunAsync(Code, block.Id, "Nêu rõ thời điểm lấy số liệu.", Guid.NewGuid()));
        var remark = (await portal.LookAsync()).Blocks.Single(b => b.Id == block.Id).Remarks.Single();
        Assert.False(remark.Resolved);
        Assert.Null(await portal.As(TestPortal.Coordinator).Get<ResolveRemark>().RunAsync(Code, remark.Id, Guid.NewGuid()));
        Assert.True((await portal.LookAsync()).Blocks.Single(b => b.Id == block.Id).Remarks.Single().Resolved);

        var back = portal.As(ComposedPortal.Leader).Get<SendReportBack>();
        Assert.Equal("reason", (await back.RunAsync(Code, 1, "", Guid.NewGuid()))?.Field);
        Assert.Null(await back.RunAsync(Code, 1, "Bổ sung mục III.", Guid.NewGuid()));
        Assert.Null(await portal.SubmitAsync());
        Assert.Null(await portal.SubmitAsync());
        Assert.Equal([(3, ReportState.Waiting), (2, ReportState.Replaced), (1, ReportState.SentBack)], (await portal.LookAsync()).Versions.Select(v => (v.Number, v.State)));
        var old = (await portal.LookAsync()).Versions[1];
        Assert.Equal(nameof(Problems.ReportNotWaiting), (await portal.As(ComposedPortal.Leader).Get<ApproveReport>().RunAsync(Code, 2, old.File, Guid.NewGuid()))?.Code);
        Assert.Equal(nameof(Problems.ReportNotWaiting), (await portal.As(ComposedPortal.Leader).Get<ApproveReport>().RunAsync(Code, 3, new string('0', 64), Guid.NewGuid()))?.Code);
    }

    [Fact]
    public async Task Item_returned_after_the_report_was_submitted_is_not_included()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.AcceptedAsync(Unit);
        await portal.DraftAsync();
        Assert.Null(await portal.SubmitAsync());
        await portal.ReturnAsync(Unit, "XA-01");
        var version = (await portal.LookAsync()).Versions.Single();
        Assert.Null(await portal.As(ComposedPortal.Leader).Get<ApproveReport>().RunAsync(Code, 1, version.File, Guid.NewGuid()));
        var report = await portal.ReadAsync(Unit);
        Assert.Equal((ItemState.Returned, ItemState.Included), (report.Find("XA-01")!.State, report.Find("XA-02")!.State));
    }

    [Fact]
    public async Task File_of_a_version_that_was_changed_on_disk_is_not_sent_and_a_kept_one_is_not_swept()
    {
        await using var portal = await TestPortal.CreateAsync();
        await portal.DraftAsync();
        Assert.Null(await portal.SubmitAsync());
        var file = (await portal.LookAsync()).Versions.Single().File;
        portal.Clock.MoveTo(portal.Clock.Now.AddDays(2));
        await portal.Services.GetServices<Microsoft.Extensions.Hosting.IHostedService>().OfType<EvidenceSweep>().Single().SweepAsync();
        var store = portal.Services.GetRequiredService<EvidenceStore>();
        Assert.True(store.Exists(file));
        await System.IO.File.AppendAllTextAsync(store.PathOf(file), "x");
        Assert.Equal(nameof(Problems.ReportFileBroken), (await portal.As(TestPortal.Coordinator).Get<ReportFile>().RunAsync(Code, 1)).Problem?.Code);
    }

    private static async Task<bool> DutyDoneAsync(TestPortal portal)
    {
        await using var db = portal.Open();
        var board = await portal.Services.GetRequiredService<BoardReader>().LoadAsync(await db.Requests.Where(r => r.Code == Code).Select(r => r.Id).SingleAsync());
        return board.Request.Items.Single(i => i.Duty).Done;
    }

    private static async Task<Guid> BringAsync(TestPortal portal)
    {
        var brought = await portal.As(TestPortal.Coordinator).Get<BringSentFile>().RunAsync(Code, "bao-cao-da-ky.pdf", new MemoryStream(SamplePdf.Write("Báo cáo", ["Số: 125/BC-UBND"])), CancellationToken.None);
        Assert.True(brought.Ok, brought.Problem?.Text);
        return brought.Value;
    }
}
