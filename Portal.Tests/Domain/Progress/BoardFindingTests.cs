using Portal.Domain.Progress;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Progress;

public sealed class BoardFindingTests
{
    [Theory]
    [InlineData(0, -1, ItemState.Sent, Headline.NoneSent)]
    [InlineData(20, -1, ItemState.Sent, Headline.SomeSent)]
    [InlineData(20, -1, ItemState.Accepted, Headline.SomeSent)]
    [InlineData(0, 0, ItemState.Sent, Headline.NoneSentOverdue)]
    [InlineData(20, 0, ItemState.Sent, Headline.SomeOverdue)]
    [InlineData(28, -1, ItemState.Sent, Headline.AllSent)]
    [InlineData(28, 1, ItemState.Returned, Headline.AllSent)]
    [InlineData(28, 1, ItemState.Accepted, Headline.AllAccepted)]
    public void The_heading_follows_from_the_numbers(int sent, int minutesAfterDeadline, ItemState state, Headline expected) =>
        Assert.Equal(expected, BoardFinding.Headline(MadeBoard.Sent(sent, MadeBoard.Deadline.AddMinutes(minutesAfterDeadline), state)));

    [Theory]
    [InlineData(0, ItemState.Sent, GroupsFinding.NoneSent)]
    [InlineData(3, ItemState.Sent, GroupsFinding.SomeLeft)]
    [InlineData(6, ItemState.Sent, GroupsFinding.OneLeft)]
    [InlineData(28, ItemState.Sent, GroupsFinding.AllSent)]
    [InlineData(28, ItemState.Accepted, GroupsFinding.AllAccepted)]
    public void The_title_of_the_groups_follows_from_the_numbers(int sent, ItemState state, GroupsFinding expected) =>
        Assert.Equal(expected, BoardFinding.Groups(MadeBoard.Sent(sent, MadeBoard.Issued, state)));
}
