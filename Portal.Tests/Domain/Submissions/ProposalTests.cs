using Portal.Domain;
using Portal.Domain.People;
using Portal.Domain.Requests;
using Portal.Domain.Submissions;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.Submissions;

/// <summary>Three texts for one field: the brought one, the one it started from, and the one that stands there now.</summary>
public sealed class ProposalTests
{
    private const string Item = "XA-04", Figure = "XA04.02", Table = "XA04.T1";
    private static readonly DateTimeOffset At = new(2024, 7, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly FormTemplate Forms = BinhSonLetter.Request.Template;
    private static readonly Origin Cell = new("XA-04", "C6");
    private readonly Submission submission = new(1, "XA-21046", "G7", 1, 1, ["XA-04", "XA-06"], At);

    [Theory]
    [InlineData("5", null, null, "change")]
    [InlineData("5", "3", "3", "change")]
    [InlineData(null, "3", "3", "change")]
    [InlineData("3", "3", "3", "same")]
    [InlineData("3", "3", "4", "same")] // not touched in the workbook, newer on the portal
    [InlineData("3", "3", null, "same")]
    [InlineData("4", "3", "4", "same")] // both came to the same
    [InlineData(null, null, "4", "same")]
    [InlineData("5", "3", "4", "conflict")]
    [InlineData("5", null, "4", "conflict")]
    [InlineData("5", "3", null, "conflict")]
    [InlineData(null, "3", "4", "conflict")]
    public void Three_texts_make_a_change_a_conflict_or_nothing(string? brought, string? started, string? stands, string expected)
    {
        Put(Figure, "1");
        Put(Figure, stands);
        var proposal = Of(new BroughtValue(Cell, Item, Figure, brought, started));
        Assert.Empty(proposal.Refused);
        if (expected == "same")
        {
            Assert.Empty(proposal.Lines);
            return;
        }

        var line = Assert.Single(proposal.Lines);
        Assert.Equal(expected == "conflict", line.Conflict is not null);
        Assert.Equal((stands, brought, 2), (line.Cells[0].Before, line.Cells[0].After, line.Cells[0].SeenVersion));
    }

    [Fact]
    public void A_new_row_comes_after_the_others_with_its_place_first_and_the_same_line_is_always_the_same_row()
    {
        Put($"{Table}/r1/#", "7");
        var line = Assert.Single(Of(NewRow("Thôn Đông")).Lines);
        Assert.Equal(ProposalKind.NewRow, line.Kind);
        Assert.Equal([$"8", "Thôn Đông"], line.Cells.Select(c => c.After));
        Assert.EndsWith("/#", line.Cells[0].Path, StringComparison.Ordinal);
        Assert.Equal(line.Cells[0].Path, Assert.Single(Of(NewRow("Thôn Đông")).Lines).Cells[0].Path);
        Assert.NotEqual(line.Cells[0].Path, Assert.Single(Of(NewRow("Thôn Tây")).Lines).Cells[0].Path);
    }

    [Fact]
    public void A_row_that_stands_there_already_is_not_brought_twice_but_one_the_workbook_knew_may_have_a_double()
    {
        Put($"{Table}/r1/#", "1");
        Put($"{Table}/r1/viTri", "Thôn Đông");
        Assert.Empty(Of(NewRow("Thôn Đông")).Lines);
        var known = new BroughtRow(Cell, Item, Table, "r1", [new(Cell, Item, $"{Table}/r1/viTri", "Thôn Đông", "Thôn Đông")]);
        Assert.Single(Proposal.Of(submission, Forms, new([], [known, NewRow("Thôn Đông")])).Lines);
    }

    [Theory]
    [InlineData("Thôn Đông", false)]
    [InlineData("Thôn Nam", true)]
    public void An_emptied_row_goes_and_asks_where_somebody_changed_it_meanwhile(string stands, bool conflict)
    {
        Put($"{Table}/r1/#", "1");
        Put($"{Table}/r1/viTri", stands);
        var line = Assert.Single(Of(new BroughtRow(Cell, Item, Table, "r1", [new(Cell, Item, $"{Table}/r1/viTri", null, "Thôn Đông")])).Lines);
        Assert.Equal((ProposalKind.RowGone, conflict), (line.Kind, line.Conflict is not null));
        Assert.Equal(($"{Table}/r1/#", null), (line.Cells.Single().Path, line.Cells.Single().After));
    }

    [Fact]
    public void A_cell_of_a_row_that_is_gone_is_refused()
    {
        var row = new BroughtRow(Cell, Item, Table, "r1", [new(Cell, Item, $"{Table}/r1/viTri", "Thôn Tây", "Thôn Đông")]);
        Assert.Equal(nameof(Problems.RowGone), Assert.Single(Of(row).Refused).Problem.Code);
    }

    [Fact]
    public void Rows_over_the_limit_and_fields_that_are_not_there_are_refused()
    {
        var rows = Enumerable.Range(1, 201).Select(n => NewRow($"Thôn {n}") with { Origin = new("XA-04", $"B{n}") }).ToList();
        var proposal = Proposal.Of(submission, Forms, new([new(Cell, Item, "khongCoO", "1", null), new(Cell, "TN-01", "giaiPhap", "1", null)], rows));
        Assert.Equal(200, proposal.Lines.Count);
        Assert.Equal([nameof(Problems.FieldUnknown), nameof(Problems.FieldUnknown), nameof(Problems.TooManyRows)], proposal.Refused.Select(r => r.Problem.Code));
    }

    private static BroughtRow NewRow(string place) => new(new("XA-04", "B30"), Item, Table, null, [new(Cell, Item, "viTri", place, null), new(Cell, Item, "dienTich", null, null)]);

    private Proposal Of(BroughtValue value) => Proposal.Of(submission, Forms, new([value], []));

    private Proposal Of(BroughtRow row) => Proposal.Of(submission, Forms, new([], [row]));

    private void Put(string path, string? value)
    {
        var act = new Act(new Actor(1, "Cán bộ", "XA-21046", [new(Role.Officer, "XA-21046")]), At, Guid.NewGuid());
        var item = submission.Find(Item)!;
        Assert.True(item.Edit(submission, act, path, value, item.Values.FirstOrDefault(v => v.Path == path)?.Version ?? 0, act.CommandId).Ok);
    }
}
