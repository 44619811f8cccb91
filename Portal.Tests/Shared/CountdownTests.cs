using Bunit;
using Portal.Shared;

namespace Portal.Tests.Shared;

public sealed class CountdownTests : BunitContext
{
    private static readonly DateTimeOffset Due = new(2024, 7, 3, 10, 0, 0, TimeSpan.FromHours(7));

    [Theory]
    [InlineData("3.04:00:00", "Còn 3 ngày 4 giờ")]
    [InlineData("2.00:00:00", "Còn 48 giờ 0 phút")]
    [InlineData("17:20:59", "Còn 17 giờ 20 phút")]
    [InlineData("00:25:30", "Còn 25 phút")]
    [InlineData("00:09:59", "Còn 9 phút 59 giây")]
    [InlineData("00:00:00", "Quá hạn 0 phút")]
    [InlineData("-00:25:00", "Quá hạn 25 phút")]
    [InlineData("-01:05:00", "Quá hạn 1 giờ 5 phút")]
    public void What_is_left_is_said_in_the_unit_that_matters(string left, string words) =>
        Assert.Equal(words, CountdownText.Of(TimeSpan.Parse(left)));

    [Fact]
    public void Exactly_ten_o_clock_is_late() => Assert.Equal(Nearness.Late, CountdownText.Near(TimeSpan.Zero));

    [Theory]
    [InlineData(25, "far")]
    [InlineData(24, "soon")]
    [InlineData(0, "late")]
    public void The_browser_is_given_both_clocks_the_words_and_how_near_it_is(int hours, string state)
    {
        var element = Render<Countdown>(p => p.Add(x => x.Until, Due).Add(x => x.Now, Due.AddHours(-hours))).Find(".cd");
        Assert.Equal(state, element.GetAttribute("data-state"));
        Assert.Equal("1719975600000", element.GetAttribute("data-until"));
        Assert.Equal(Due.AddHours(-hours).ToUnixTimeMilliseconds().ToString(), element.GetAttribute("data-server-now"));
        Assert.Equal("Còn|Quá hạn|ngày|giờ|phút|giây", element.GetAttribute("data-words"));
    }
}
