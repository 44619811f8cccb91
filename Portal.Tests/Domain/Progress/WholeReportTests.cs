using Portal.Domain.Progress;
using Portal.Domain.Submissions;
using static Portal.Domain.Submissions.ItemState;

namespace Portal.Tests.Domain.Progress;

/// <summary>Workflow §3: the first line that fits decides the one word for a whole report.</summary>
public sealed class WholeReportTests
{
    /// <summary>Each line of the table at least once: items, cover, expected. A star marks what was sent before.</summary>
    public static TheoryData<int, string, string, ItemState> Lines { get; } = new()
    {
        { 1, "NotStarted NotStarted", "NotStarted", NotStarted },
        { 1, "NotStarted Cancelled", "NotStarted", NotStarted },
        { 2, "WithHead WithHead", "WithHead", WithHead },
        { 2, "Approved SentBack", "WithHead", WithHead },
        { 3, "Approved SentBack", "Approved", Approved },
        { 4, "SentBack Drafting", "Drafting", SentBack },
        { 5, "Drafting NotStarted", "NotStarted", Drafting },
        { 5, "NotStarted NotStarted", "Drafting", Drafting },
        { 5, "NotStarted Cancelled*", "Drafting", Drafting },
        { 6, "Accepted* Returned*", "Accepted*", Returned },
        { 6, "Accepted* WithHead*", "Accepted*", Returned },
        { 6, "Accepted* Approved*", "Sent*", Returned },
        { 6, "Sent* NotStarted", "Sent*", Returned },
        { 6, "Accepted* Accepted*", "Returned*", Returned },
        { 7, "Included* Included*", "Accepted*", Included },
        { 7, "Included* Cancelled*", "Accepted*", Included },
        { 8, "Accepted* Included*", "Accepted*", Accepted },
        { 8, "Accepted* Accepted*", "Accepted*", Accepted },
        { 9, "Accepted* Resent*", "Accepted*", Resent },
        { 9, "Sent* Resent*", "Sent*", Resent },
        { 9, "Accepted* Accepted*", "Resent*", Resent },
        { 10, "Sent* Sent*", "Sent*", Sent },
        { 10, "Accepted* Sent*", "Accepted*", Sent },
        { 10, "Accepted* Accepted*", "Sent*", Sent },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void The_first_line_that_fits_is_the_word(int line, string items, string cover, ItemState expected) =>
        Assert.True(Buckets.Whole([.. items.Split(' ').Select(Read)], Read(cover)) == expected, $"line {line}");

    [Fact]
    public void Every_line_of_the_table_is_tried() => Assert.Equal(Enumerable.Range(1, 10), Lines.Select(l => l.Data.Item1).Distinct());

    private static (ItemState, bool) Read(string text) => (Enum.Parse<ItemState>(text.TrimEnd('*')), text.EndsWith('*'));
}
