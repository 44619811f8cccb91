using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Features.Workbook;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Workbook;

/// <summary>"Điền từ báo cáo lần trước": the unit's last accepted report to an earlier request.</summary>
[Trait("Engine", "both")]
public sealed class EarlierReportTests
{
    private const string Item = "XA-04", Figure = "XA04.02", Table = "XA06.T1";

    [Fact]
    public async Task Blank_fields_are_filled_from_the_last_accepted_report_and_nothing_is_written_before_the_press()
    {
        await using var portal = await TestPortal.CreateAsync();
        await EarlierAsync(portal);
        await portal.EditAsync(Desk.Unit, Item, "XA04.03", "7");
        var before = await portal.SnapshotAsync();
        var shown = await LookAsync(portal);
        before.AssertSame(await portal.SnapshotAsync());

        Assert.Empty(shown.Refused);
        Assert.All(shown.Lines, l => Assert.Null(l.ChangedBy));
        Assert.Contains(shown.Lines, l => l is { ItemCode: Item, Before: "", After: "1.234,5" });
        Assert.DoesNotContain(shown.Lines, l => l.Cells.Any(c => c.Path is "XA04.03" or "ngayBaoCao" or "nguoiKy"));
        await portal.MustImportAsync(shown);
        var sheet = (await portal.ReadAsync(Desk.Unit)).Sheet();
        Assert.Equal(("1234.5", "7"), (sheet.Get(Item, Figure), sheet.Get(Item, "XA04.03")));
        Assert.Equal(["Lớp một", "Lớp hai"], sheet.Rows("XA-06", Table).Select(r => sheet.Get("XA-06", $"{Table}/{r}/noiDung")));
        Assert.Empty((await LookAsync(portal)).Lines);
    }

    [Fact]
    public async Task Without_an_accepted_report_before_there_is_nothing_to_fill_from()
    {
        await using var portal = await TestPortal.CreateAsync();
        Assert.Null((await portal.As(Desk.Officer).Get<ImportSources>().RunAsync(TestPortal.Report(Desk.Unit))).Value!.Earlier);
        Assert.Equal(nameof(Problems.NoEarlierReport), (await portal.As(Desk.Officer).Get<EarlierProposal>().RunAsync(TestPortal.Report(Desk.Unit))).Problem?.Code);
    }

    private static async Task<ProposalModel> LookAsync(TestPortal portal)
    {
        var shown = await portal.As(Desk.Officer).Get<EarlierProposal>().RunAsync(TestPortal.Report(Desk.Unit));
        Assert.True(shown.Ok, shown.Problem?.Text);
        return shown.Value!;
    }

    /// <summary>The report of a year ago: brought to its end by the verbs, then moved into a request of its own; the present one begins anew.</summary>
    private static async Task EarlierAsync(TestPortal portal)
    {
        await portal.EditAsync(Desk.Unit, Item, Figure, "1234.5");
        await portal.EditAsync(Desk.Unit, Item, "XA04.03", "5");
        foreach (var (row, words) in new[] { ("a1", "Lớp một"), ("a2", "Lớp hai") })
        {
            await portal.EditAsync(Desk.Unit, "XA-06", $"{Table}/{row}/#", row[1..]);
            foreach (var (column, value) in new[] { ("thoiGian", "2023-05-01"), ("noiDung", words), ("donVi", "UBND xã"), ("soNguoi", "20") })
            {
                await portal.EditAsync(Desk.Unit, "XA-06", $"{Table}/{row}/{column}", value);
            }
        }

        await portal.BringAsync(Desk.Unit, ItemState.Accepted);
        await using var db = portal.Open();
        var present = await db.Requests.SingleAsync();
        var past = new ReportingRequest("BS-2023-TREEM", "Báo cáo năm trước", present.CoordinatingUnitCode, present.Deadline, present.SignedReport);
        db.FormVersions.Add(new FormVersion(past, 1, await db.FormVersions.Select(f => f.Definition).SingleAsync()));
        past.Issue(TestPortal.Start.AddYears(-1), pastDeadlineConfirmed: true);
        await db.SaveChangesAsync();
        var accepted = (await portal.ReadAsync(Desk.Unit)).Id;
        var unit = await db.Submissions.Where(s => s.Id == accepted).Select(s => new { s.UnitCode, s.GroupCode, s.Order, s.FormVersion }).SingleAsync();
        await db.Submissions.Where(s => s.Id == accepted).ExecuteUpdateAsync(set => set.SetProperty(s => s.RequestId, past.Id));
        var items = await db.Answers.Where(a => a.SubmissionId == accepted && a.ItemCode != ItemAnswer.Cover).OrderBy(a => a.Order).Select(a => a.ItemCode).ToListAsync();
        db.Submissions.Add(new Submission(present.Id, unit.UnitCode, unit.GroupCode, unit.Order, unit.FormVersion, items, TestPortal.Start));
        await db.SaveChangesAsync();
    }
}
