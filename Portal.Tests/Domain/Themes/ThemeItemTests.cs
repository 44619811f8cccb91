using Portal.Domain.Consolidation;
using Portal.Domain.Requests;
using Portal.Domain.Themes;
using Portal.Tests.Domain.Requests;

namespace Portal.Tests.Domain.Themes;

public sealed class ThemeItemTests
{
    private static readonly RequestDefinition Letter = BinhSonLetter.Request;

    [Theory]
    [InlineData("QUY_DAT", "TN-01: TN01.01 TN01.02 TN01.03 TN01.04; XA-04: XA04.01 XA04.02 XA04.03", "D04")]
    [InlineData("TUYEN_TRUYEN", "CA-01: CA01.02 CA01.03; TT-01: TT01.01 TT01.02 TT01.03 TT01.04 TT01.05 TT01.06; XA-01: XA01.04 XA01.05", "")]
    [InlineData("CHI_TIEU", "TC-01: TC01.01 TC01.02 TC01.03 TC01.04 TC01.05; XA-03: XA03.01 XA03.02 XA03.03", "D03")]
    [InlineData("CHI_DAO", "LD-02: LD02.01; XA-01: XA01.01 XA01.02 XA01.03", "")]
    public void A_figure_belongs_to_its_own_themes_or_else_to_those_of_its_item(string theme, string items, string checks)
    {
        Assert.Equal(items, string.Join("; ", ThemeItem.Of(Letter, theme).Select(i => $"{i.Item.Code}: {string.Join(' ', i.Fields.Select(f => f.Code))}")));
        Assert.Equal(checks, string.Join(' ', ThemeItem.Checks(Letter, theme).Select(c => c.Code)));
    }

    [Fact]
    public void Every_comparison_belongs_to_exactly_one_theme() =>
        Assert.Equal(["D01", "D02", "D03", "D04", "D05"], Letter.Themes.SelectMany(t => ThemeItem.Checks(Letter, t.Code)).Select(c => c.Code).Order());

    [Theory]
    [InlineData("XA-04", "XA04.02", "0.1|0.2||-", "0.3", 2, 4)]
    [InlineData("XA-04", "XA04.02", "|-", null, 0, 2)]
    [InlineData("XA-04", "XA04.02", "0|0", "0", 2, 2)]
    [InlineData("XA-03", "XA03.01", "true|false|true||-", "2", 3, 5)]
    [InlineData("XA-02", "XA02.10", "80|90", null, 2, 2)] // points are not added up
    public void Total_adds_up_what_was_given_and_says_of_how_many(string item, string code, string values, string? total, int answered, int expected)
    {
        var answers = values.Split('|').Select(v => new SentAnswer("", item, v == "-" ? null : new Dictionary<string, string> { [code] = v })).ToList();
        var got = FieldTotal.Of(Letter.Template.Field(item, code)!, answers);
        Assert.Equal((total, answered, expected), (got.Value?.ToString(System.Globalization.CultureInfo.InvariantCulture), got.Answered, got.Expected));
    }

    [Theory]
    [InlineData("1|2", true)]
    [InlineData("1|-", false)]
    [InlineData("1|", false)]
    [InlineData("1", false)]
    public void Total_of_sensitive_figures_is_told_only_when_it_can_be_nobodys_own(string values, bool told)
    {
        var answers = values.Split('|').Select(v => new SentAnswer("", "XA-02", v == "-" ? null : new Dictionary<string, string> { ["XA02.05"] = v })).ToList();
        Assert.Equal(told, FieldTotal.Of(Letter.Template.Field("XA-02", "XA02.05")!, answers).TellsNoUnit);
    }
}
