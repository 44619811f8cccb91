using Portal.Domain.Notices;
using Portal.Domain.Submissions;

namespace Portal.Tests.Domain.Notices;

/// <summary>When an e-mail may leave, and where it may go.</summary>
public sealed class MailRulesTests
{
    [Theory]
    [InlineData("2024-07-02T21:59:59.999", "2024-07-02T21:59:59.999")]
    [InlineData("2024-07-02T22:00:00", "2024-07-03T06:00:00")]
    [InlineData("2024-07-03T00:00:00", "2024-07-03T06:00:00")]
    [InlineData("2024-07-03T05:59:59.999", "2024-07-03T06:00:00")]
    [InlineData("2024-07-03T06:00:00", "2024-07-03T06:00:00")]
    public void A_reminder_waits_for_the_day(string at, string due)
    {
        Assert.Equal(Local(due), MailHours.Due(EventVerb.Reminded, MailWay.AtOnce, Local(at)));
        Assert.Equal(Local(at), MailHours.Due(EventVerb.ReturnedForSupplement, MailWay.AtOnce, Local(at)));
    }

    [Theory]
    [InlineData("2024-07-02T06:59:59", "2024-07-02T07:00:00")]
    [InlineData("2024-07-02T07:00:00", "2024-07-03T07:00:00")]
    [InlineData("2024-07-02T23:00:00", "2024-07-03T07:00:00")]
    public void The_morning_is_the_next_seven_oclock(string at, string due) => Assert.Equal(Local(due), MailHours.Due(EventVerb.Commented, MailWay.Morning, Local(at)));

    [Theory]
    [InlineData("can.bo@binhson.gov.vn", true)]
    [InlineData("a@b.vn", true)]
    [InlineData("a@b", false)]
    [InlineData("@b.vn", false)]
    [InlineData("a b@c.vn", false)]
    [InlineData("a@b@c.vn", false)]
    [InlineData("Cán@binhson.gov.vn", false)]
    [InlineData("a@binhson..vn", false)]
    [InlineData(".a@binhson.vn", false)]
    [InlineData("a@-b.vn", false)]
    [InlineData("a@b.vn\r\nBcc: c@d.vn", false)]
    [InlineData("X <a@b.vn>", false)]
    public void An_address_is_one_that_mail_servers_take(string text, bool fit) => Assert.Equal(fit, MailWishes.IsAddress(text));

    [Fact]
    public void An_address_is_never_longer_than_the_standard_allows()
    {
        Assert.False(MailWishes.IsAddress(new string('a', 65) + "@b.vn"));
        Assert.False(MailWishes.IsAddress("a@" + string.Join('.', Enumerable.Repeat(new string('b', 60), 5))));
    }

    [Fact]
    public void A_wrong_address_changes_nothing()
    {
        var wishes = new MailWishes(1);
        Assert.Null(wishes.Choose("a@b.vn", new Dictionary<NoticeGroup, MailWay> { [NoticeGroup.Talk] = MailWay.Never }));
        Assert.Equal("address", wishes.Choose("a@b", new Dictionary<NoticeGroup, MailWay> { [NoticeGroup.Talk] = MailWay.AtOnce })?.Field);
        Assert.Equal(("a@b.vn", MailWay.Never), (wishes.Address, wishes.Of(NoticeGroup.Talk)));
    }

    [Fact]
    public void Every_event_that_is_told_belongs_to_a_group_and_each_group_has_its_usual_way() =>
        Assert.Equal(NoticeGroups.All.Order(), Enum.GetValues<EventVerb>().Where(v => NoticeTable.Of(v).Count > 0).Select(NoticeGroups.Of).Distinct().Order());

    private static DateTimeOffset Local(string text) => new(DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(7));
}
