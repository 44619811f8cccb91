using Portal.Domain;
using Portal.Domain.Requests;

namespace Portal.Tests.Domain.Requests;

/// <summary>A day and a time of day as people type them.</summary>
public sealed class MomentInputTests
{
    [Theory]
    [InlineData("04/7/2024", "17:00", "2024-07-04T17:00:00+07:00")]
    [InlineData(" 4/07/2024 ", "17h30", "2024-07-04T17:30:00+07:00")]
    [InlineData("29/02/2024", "17 giờ", "2024-02-29T17:00:00+07:00")]
    [InlineData("04/7/2024", "7", "2024-07-04T07:00:00+07:00")]
    [InlineData("04/7/2024", "0:05", "2024-07-04T00:05:00+07:00")]
    public void Reads_what_people_write(string day, string time, string at) => Assert.Equal(DateTimeOffset.Parse(at), MomentInput.Read(day, time).Value);

    [Theory]
    [InlineData("30/02/2024", "17:00", nameof(Problems.DateNotReal))]
    [InlineData("07/13/2024", "17:00", nameof(Problems.DateNotReal))] // month before day
    [InlineData("mai", "17:00", nameof(Problems.DateUnreadable))]
    [InlineData("", "17:00", nameof(Problems.DateUnreadable))]
    [InlineData("04/7/2024", "24:00", nameof(Problems.TimeUnreadable))]
    [InlineData("04/7/2024", "17:60", nameof(Problems.TimeUnreadable))]
    [InlineData("04/7/2024", "", nameof(Problems.TimeUnreadable))]
    [InlineData("04/7/2024", "5:00 PM", nameof(Problems.TimeUnreadable))]
    public void Says_what_it_cannot_read(string day, string time, string code) => Assert.Equal((null, code), (MomentInput.Read(day, time).Value, MomentInput.Read(day, time).Problem?.Code));

    [Fact]
    public void Blank_is_nothing_and_no_problem() => Assert.Equal((null, null), (MomentInput.Read(" ", null).Value, MomentInput.Read(" ", null).Problem));
}
