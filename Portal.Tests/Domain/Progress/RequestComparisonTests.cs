using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Progress;

/// <summary>Two requests side by side: always the same units, whatever the groups are called.</summary>
public sealed class RequestComparisonTests
{
    private static readonly BoardSnapshot Then = MadeBoard.Sent(12, MadeBoard.Deadline, ItemState.Accepted);
    private static readonly BoardSnapshot Now = MadeBoard.Sent(20, MadeBoard.Deadline, ItemState.Sent, Timeliness.OnTime);

    [Fact]
    public void A_group_is_compared_with_its_own_units()
    {
        var compared = RequestComparison.Of(Now, Then);
        Assert.Equal(7, compared.Groups.Count);
        Assert.Equal((20, 28, 12, 28), (compared.All.Now!.InTime, compared.All.Now.Counts.Units, compared.All.Then!.InTime, compared.All.Then.Counts.Units));
        var communes = compared.Groups[^1];
        Assert.Equal("G7", communes.Group!.Code);
        Assert.Equal((14, 6), (communes.Now!.InTime, communes.Then!.InTime));
        Assert.Equal((84, 36), (communes.Now.Counts.SentItems, communes.Then.Counts.SentItems));
        Assert.Equal((0, 36), (communes.Now.Counts.Items.Accepted, communes.Then.Counts.Items.Accepted));
        Assert.Equal(28, compared.Units.Count);
        Assert.All(compared.Units, u => Assert.Equal(u.Unit.Code, u.Then!.Unit.Code));
    }

    [Fact]
    public void Groups_that_were_cut_otherwise_are_compared_over_the_units_of_now()
    {
        var one = Then.Request with { Groups = [new("ALL", 1, "Các đơn vị")] };
        var merged = Then with { Request = one, Rows = [.. Then.Rows.Select(r => r with { Report = Moved(r.Report) })] };
        Assert.Equal(RequestComparison.Of(Now, Then).Groups.Select(g => g.Then!.InTime), RequestComparison.Of(Now, merged).Groups.Select(g => g.Then!.InTime));
    }

    [Fact]
    public void A_unit_that_only_one_of_them_asks_is_named_and_compared_with_nothing()
    {
        var fewer = Then with { Rows = [.. Then.Rows.Skip(1)] };
        var added = RequestComparison.Of(Now, fewer);
        Assert.Null(added.Groups[0].Then);
        Assert.Null(added.Units[0].Then);

        var units = Now.Request.Units.Where(u => u.Key != Now.Rows[0].Unit.Code).ToDictionary();
        var gone = RequestComparison.Of(Now with { Request = Now.Request with { Units = units }, Rows = [.. Now.Rows.Skip(1)] }, Then);
        Assert.Equal(7, gone.Groups.Count); // six groups that still have units, and those of then
        Assert.Equal((null, null, 1), (gone.Groups[^1].Group, gone.Groups[^1].Now, gone.Groups[^1].Then!.Counts.Units));
        Assert.Equal(Now.Rows[0].Unit.Code, gone.Units[^1].Unit.Code);
        Assert.Null(gone.Units[^1].Now);
    }

    [Fact]
    public void The_line_of_then_keeps_its_distance_from_the_deadline_and_its_share()
    {
        var year = TimeSpan.FromDays(366);
        var small = MadeBoard.Snapshot(MadeBoard.Reports((_, _) => (ItemState.Sent, true))[..2], MadeBoard.Deadline, MadeBoard.Deadline);
        var earlier = small with
        {
            Request = small.Request with { Deadline = new(MadeBoard.Deadline - year, false), IssuedAt = MadeBoard.Issued - year - TimeSpan.FromDays(9) },
            BurnUp = new([new(MadeBoard.Deadline - year - TimeSpan.FromHours(30), 2), new(MadeBoard.Deadline - year + TimeSpan.FromHours(1), 3)], []),
        };
        Assert.Equal(3, earlier.Counts.Items.Total);
        Assert.Equal([new CountPoint(MadeBoard.Deadline.AddHours(-30), 93), new CountPoint(MadeBoard.Deadline.AddHours(1), 140)], EarlierLine.Of(earlier, Now));

        var undated = earlier with { Request = earlier.Request with { Deadline = new(null, false) } };
        Assert.Equal(MadeBoard.Issued - earlier.Request.IssuedAt, EarlierLine.Of(undated, Now)[0].At - earlier.BurnUp.Sent[0].At);
        Assert.Empty(EarlierLine.Of(earlier with { BurnUp = BurnUpLines.Empty }, Now));
    }

    private static ReportProgress Moved(ReportProgress r) => new(r.SubmissionId, r.UnitCode, "ALL", r.Order, r.Version, r.Timeliness, r.FirstSentAt, r.ExtendedTo, r.Items);
}
