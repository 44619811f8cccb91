using Portal.Domain.Notices;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Notices;

/// <summary>Who is told of what, cell by cell: notices.csv was written from workflow §4, the table in the code must say the same.</summary>
public sealed class NoticeTableTests
{
    private static readonly string[][] Lines = [.. File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Domain", "Notices", "notices.csv")).Select(l => l.Split(','))];

    /// <summary>Event, audience, told or not.</summary>
    public static TheoryData<EventVerb, Audience, bool> Cells { get; } = [.. from line in Lines.Skip(1)
                                                                             from column in Enumerable.Range(1, line.Length - 1)
                                                                             select (Enum.Parse<EventVerb>(line[0]), Enum.Parse<Audience>(Lines[0][column]), line[column] == "x")];

    [Theory]
    [MemberData(nameof(Cells))]
    public void The_audience_is_told_or_not_as_the_workflow_says(EventVerb verb, Audience audience, bool told) => Assert.Equal(told, NoticeTable.Of(verb).Contains(audience));

    [Fact]
    public void Every_event_and_every_audience_has_its_cell()
    {
        Assert.Equal(Enum.GetNames<EventVerb>().Order(), Lines.Skip(1).Select(l => l[0]).Order());
        Assert.Equal(Enum.GetNames<Audience>().Except([nameof(Audience.Nobody)]).Order(), Lines[0].Skip(1).Order());
        Assert.All(Lines, l => Assert.Equal(Lines[0].Length, l.Length));
    }

    [Fact]
    public void A_form_amended_under_a_package_is_told_as_the_package_dissolved()
    {
        Assert.True(NoticeTable.SaidBy(EventVerb.FormMoved, new HashSet<EventVerb> { EventVerb.FormMoved, EventVerb.DissolvedByAmendment }));
        Assert.False(NoticeTable.SaidBy(EventVerb.FormMoved, new HashSet<EventVerb> { EventVerb.FormMoved, EventVerb.ItemAdded }));
    }

    [Fact]
    public void Signed_off_and_sent_in_one_press_is_told_once()
    {
        Assert.True(NoticeTable.SaidBy(EventVerb.SignedOff, new HashSet<EventVerb> { EventVerb.SignedOff, EventVerb.Sent }));
        Assert.False(NoticeTable.SaidBy(EventVerb.SignedOff, new HashSet<EventVerb> { EventVerb.SignedOff }));
        Assert.False(NoticeTable.SaidBy(EventVerb.Sent, new HashSet<EventVerb> { EventVerb.SignedOff, EventVerb.Sent }));
    }
}
