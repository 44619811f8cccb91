using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Progress;

/// <summary>The board laid as a grid.</summary>
public sealed class ProgressGridTests
{
    private static readonly BoardSnapshot Board = MadeBoard.Sent(10, MadeBoard.Issued);

    [Fact]
    public void Six_offices_with_items_of_their_own_stand_above_the_communes_that_share_theirs()
    {
        var grid = ProgressGrid.Of(Board, _ => true);
        Assert.Equal([(6, 0, 3), (22, 6, 6)], grid.Blocks.Select(b => (b.Rows.Count, b.Columns.Count, b.Width)));
        Assert.Equal(["XA-01", "XA-02", "XA-03", "XA-04", "XA-05", "XA-06"], grid.Blocks[1].Columns.Select(c => c.Item.Code));
        Assert.Equal(28, grid.Total);
    }

    [Fact]
    public void The_cells_are_the_unit_items_of_the_counts_and_a_duty_is_none()
    {
        var cells = Board.Rows.SelectMany(r => ProgressGrid.ItemsOf(Board, r.Report.GroupCode).Select(i => ProgressGrid.Cell(r, i.Code))).ToList();
        Assert.Equal(Board.Counts.Items.Total, cells.Count(c => c is not null));
        Assert.Equal(Board.Counts.SentItems, cells.Count(c => c is { SentBefore: true }));
        Assert.Equal("LD-03", Assert.Single(Board.Request.Items, i => i.Duty).Code);
        Assert.Null(ProgressGrid.Cell(Board.Rows.Single(r => r.Unit.Code == Board.Request.CoordinatingUnitCode), "LD-03"));
    }

    [Fact]
    public void A_column_counts_the_whole_block_whatever_is_filtered()
    {
        var grid = ProgressGrid.Of(Board, r => !r.Report.Sent);
        var communes = Assert.Single(grid.Blocks);
        Assert.Equal((18, 22, 4), (communes.Rows.Count, communes.Units.Count, communes.Columns[0].Sent));
    }

    [Theory]
    [InlineData(0, 4, new[] { 4 })]
    [InlineData(4, 4, new[] { 2, 2 })]
    [InlineData(24, 4, new[] { 4 })]
    [InlineData(28, 4, new int[0])]
    public void A_page_may_begin_and_end_within_a_block(int skip, int take, int[] rows)
    {
        var grid = ProgressGrid.Of(Board, _ => true, skip, take);
        Assert.Equal(rows, grid.Blocks.Select(b => b.Rows.Count));
        Assert.Equal(28, grid.Total);
    }

    [Theory]
    [InlineData(true, 0, null, true)]
    [InlineData(true, 0, "KHONG_PHAT_SINH", false)]
    [InlineData(true, 1, null, false)]
    [InlineData(false, 0, null, false)]
    public void Sent_without_a_document_is_without_evidence_unless_nothing_happened(bool sent, int documents, string? resolution, bool expected) =>
        Assert.Equal(expected, new ItemProgress("XA-01", ItemState.Sent, sent, 1, null) { Documents = documents, Resolution = resolution }.WithoutEvidence);
}
