using Portal.Domain;
using Portal.Domain.Requests;
using Portal.Domain.Requests.Expressions;

namespace Portal.Tests.Domain.Requests;

/// <summary>What is wrong in an expression is said with its place, and nothing that can be judged is refused.</summary>
public sealed class ExpressionCheckTests
{
    private static readonly FormTemplate Template = BinhSonLetter.Request.Template;

    [Fact]
    public void Every_rule_of_the_letter_passes() =>
        Assert.All(Template.Rules, r => Assert.Null(ExpressionCheck.Of(r.Text, r.Scope, Template)));

    [Theory]
    [InlineData("XA02.02 <= XA02.99", "XA-02", 12, nameof(Problems.ExpressionUnknown))]
    [InlineData("XA02.02 <= ", "XA-02", 12, nameof(Problems.RuleExpectedOperand))]
    [InlineData("XA03.01 = 1", "XA-03", 11, nameof(Problems.ExpressionTypesDiffer))]
    [InlineData("XA02.01 > 0 and XA02.02 = true", "XA-02", 27, nameof(Problems.ExpressionTypesDiffer))]
    [InlineData("XA03.01 + 1 > 0", "XA-03", 1, nameof(Problems.ExpressionNotNumber))]
    [InlineData("if XA02.01 then XA02.02 > 0", "XA-02", 4, nameof(Problems.ExpressionNotTruth))]
    [InlineData("trangThaiGiaiQuyet = XONG", "*", 22, nameof(Problems.ExpressionUnknown))]
    [InlineData("trangThaiGiaiQuyet > DA_GIAI_QUYET_DUT_DIEM", "*", 22, nameof(Problems.ExpressionTypesDiffer))]
    [InlineData("khoKhanVuongMac > giaiPhap", "*", 19, nameof(Problems.ExpressionNoOrder))]
    [InlineData("thoiHanHoanThanh >= 3", "*", 21, nameof(Problems.ExpressionTypesDiffer))]
    [InlineData("XA02.01 in [CHUA_GIAI_QUYET]", "XA-02", 1, nameof(Problems.ExpressionNotChoice))]
    [InlineData("trangThaiGiaiQuyet in [CHUA_GIAI_QUYET, XA02.01]", "XA-02", 41, nameof(Problems.ExpressionNotOption))]
    [InlineData("evidence.count >= 1", "unit", 1, nameof(Problems.ExpressionUnknown))]
    public void Fault_is_named_with_its_place(string text, string scope, int column, string code)
    {
        var fault = ExpressionCheck.Of(text, scope, Template);
        Assert.Equal((column, code), (fault?.Column ?? 0, fault?.Problem.Code));
    }

    [Theory]
    [InlineData("thoiHanHoanThanh >= ngayBaoCao", "*")]
    [InlineData("DA_GIAI_QUYET_DUT_DIEM = trangThaiGiaiQuyet or not (evidence.count = 0)", "*")]
    [InlineData("sum(TN01.T1.dienTich) * 2 >= TN01.02 - 1", "TN-01")]
    [InlineData("XA03.01 is not blank and XA03.01 <> false", "XA-03")]
    public void What_can_be_judged_passes(string text, string scope) => Assert.Null(ExpressionCheck.Of(text, scope, Template));

    [Fact]
    public void Two_hundred_parts_are_read_and_more_are_not()
    {
        // n comparisons of three parts, joined by n - 1 words: 4n - 1.
        string Of(int n) => string.Join(" or ", Enumerable.Repeat("a=1", n));
        Assert.Null(ExpressionParser.Parse(Of(50)).Problem);
        Assert.Equal(nameof(Problems.RuleTooLarge), ExpressionParser.Parse(Of(51)).Problem?.Code);
    }

    [Fact]
    public void Condition_that_leads_back_is_refused()
    {
        var (a, b) = (new Field("A1", "A", FieldType.Boolean), new Field("B1", "B", FieldType.Boolean));
        var form = new ItemForm("X", [a, b with { VisibleWhen = ExpressionParser.Parse("A1 = true").Value }], null);
        Assert.Null(ExpressionCheck.Of("A1 = true", form, "B1"));
        Assert.Equal(nameof(Problems.ExpressionCircle), ExpressionCheck.Of("B1 = true", form, "A1")?.Problem.Code);
        Assert.Equal(nameof(Problems.ExpressionCircle), ExpressionCheck.Of("A1 = true", form, "A1")?.Problem.Code);
    }
}
