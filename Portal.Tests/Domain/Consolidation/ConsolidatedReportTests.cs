using Portal.Domain;
using Portal.Domain.Consolidation;
using Portal.Domain.People;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Consolidation;

/// <summary>Blocks and their order.</summary>
public sealed class ConsolidatedReportTests
{
    private static readonly Act Act = new(new Actor(7, "Người soạn", "P", []), DateTimeOffset.UnixEpoch, Guid.NewGuid());

    [Fact]
    public void Block_goes_behind_the_one_that_was_named_and_a_stale_order_is_refused()
    {
        var report = Made("a", "b");
        var added = report.Insert(Act, Id(report, "a"), new(new(BlockKind.Text), "mới"));
        Assert.True(added.Ok);
        Assert.Equal(["a", "mới", "b"], Texts(report));
        Assert.Equal(nameof(Problems.ReportChanged), report.Move(Id(report, "b"), Id(report, "a"), report.Version - 1)?.Code);
        Assert.Null(report.Move(Id(report, "b"), Id(report, "a"), report.Version));
        Assert.Equal(["b", "a", "mới"], Texts(report));
        Assert.Null(report.Remove(Id(report, "a"), report.Version));
        Assert.Equal(["b", "mới"], Texts(report));
    }

    [Fact]
    public void Heading_takes_along_what_stands_below_it()
    {
        var report = Made((BlockKind.Section, "I"), (BlockKind.Text, "x"), (BlockKind.Clause, "1"), (BlockKind.Text, "y"), (BlockKind.Section, "II"), (BlockKind.Text, "z"));
        Assert.Null(report.Move(Id(report, "II"), Id(report, "I"), report.Version));
        Assert.Equal(["II", "z", "I", "x", "1", "y"], Texts(report));
        Assert.Null(report.Move(Id(report, "1"), Id(report, "x"), report.Version));
        Assert.Equal(["II", "z", "I", "1", "y", "x"], Texts(report));
        Assert.Null(report.Move(Id(report, "I"), Id(report, "y"), report.Version)); // into itself: nothing
        Assert.Equal(["II", "z", "I", "1", "y", "x"], Texts(report));
    }

    [Fact]
    public void Words_are_written_once_for_one_key_and_only_over_what_was_seen()
    {
        var report = Made("a");
        var (block, key) = (report.Blocks[0], Guid.NewGuid());
        Assert.Null(block.Write(Act, " cha\u0300o ", 1, key));
        Assert.Null(block.Write(Act, "chào", 1, key));
        Assert.Equal(("chào", 2), (block.Text, block.Version));
        Assert.Equal(nameof(Problems.FieldChangedMeanwhile), block.Write(Act, "khác", 1, Guid.NewGuid())?.Code);
        Assert.Equal(nameof(Problems.BlockTooLong), block.Write(Act, new string('x', ReportBlock.Longest + 1), 2, Guid.NewGuid())?.Code);
    }

    [Fact]
    public void Frame_stays_when_the_report_is_drafted_anew()
    {
        ReportPiece frame = new(new(BlockKind.Frame) { Slot = ReportSlot.Symbol }, "BC-UBND");
        var report = new ConsolidatedReport(1, SourceChoice.Accepted, Act, [frame, new(new(BlockKind.Text), "cũ")]);
        Number(report);
        Assert.Equal(nameof(Problems.FrameStays), report.Remove(report.Blocks[0].Id, report.Version)?.Code);
        Assert.Null(report.Redraft(Act, report.Version, [frame with { Text = "BC-KHÁC" }, new(new(BlockKind.Text), "mới")]));
        Assert.Equal(["BC-UBND", "mới"], Texts(report));
    }

    private static ConsolidatedReport Made(params string[] texts) => Made([.. texts.Select(t => (BlockKind.Text, t))]);

    private static ConsolidatedReport Made(params (BlockKind Kind, string Text)[] blocks)
    {
        var report = new ConsolidatedReport(1, SourceChoice.Accepted, Act, blocks.Select(b => new ReportPiece(new(b.Kind), b.Text)));
        Number(report);
        return report;
    }

    // Keys come from the database; here they are their places.
    private static void Number(ConsolidatedReport report)
    {
        foreach (var (block, k) in report.Blocks.Select((b, k) => (b, k)))
        {
            typeof(ReportBlock).GetProperty(nameof(ReportBlock.Id))!.SetValue(block, k + 1);
        }
    }

    private static int Id(ConsolidatedReport report, string text) => report.Blocks.Single(b => b.Text == text).Id;

    private static IEnumerable<string> Texts(ConsolidatedReport report) => report.InOrder.Select(b => b.Text);
}
