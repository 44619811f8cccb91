using CsCheck;
using Portal.Domain.Requests.Expressions;

namespace Portal.Tests.Domain.Requests.Expressions;

public sealed class ExpressionParserTests
{
    [Fact]
    public void Sums_bind_closer_than_comparisons_and_those_closer_than_and()
    {
        var expected = new Both(
            new Binary(Operator.Equal, new Name("CA02.01"), new Binary(Operator.Add, new Name("A"), new Binary(Operator.Multiply, new NumberLiteral(2), new Name("B")))),
            new Negation(new Binary(Operator.Less, new Name("C"), new NumberLiteral(1.5m))));
        Assert.Equal(expected, ExpressionParser.Parse("CA02.01 = A + 2 * B and not C < 1.5").Value);
    }

    [Fact]
    public void Subtraction_is_read_from_the_left() => Assert.Equal(
        new Binary(Operator.Equal, new Binary(Operator.Subtract, new Binary(Operator.Subtract, new Name("A"), new Name("B")), new Name("C")), new NumberLiteral(0)),
        ExpressionParser.Parse("A - B - C = 0").Value);

    [Fact]
    public void Names_columns_counts_and_tests_for_blank_are_told_apart()
    {
        Assert.Equal(new Binary(Operator.Equal, new ColumnSum("TN01.T1", "dienTich"), new Name("TN01.02")), ExpressionParser.Parse("sum(TN01.T1.dienTich) = TN01.02").Value);
        Assert.Equal(new Binary(Operator.GreaterOrEqual, new FileCount("evidence"), new NumberLiteral(1)), ExpressionParser.Parse("evidence.count >= 1").Value);
        Assert.Equal(new BlankTest(new Name("x"), true), ExpressionParser.Parse("x is not null").Value);
        Assert.Equal(new BlankTest(new Name("x"), false), ExpressionParser.Parse("x is blank").Value);
        Assert.Equal(new Conditional(new Name("a"), new Name("b"), new Name("c")), ExpressionParser.Parse("if a then b else c").Value);
    }

    [Theory]
    [InlineData("", 1, "hết quy tắc")]
    [InlineData("A <", 4, "hết quy tắc")]
    [InlineData("A <= <= B", 6, "<=")]
    [InlineData("A = 1 B", 7, "B")]
    [InlineData("if A = 1 B", 10, "B")]
    [InlineData("A in (B)", 6, "(")]
    [InlineData("A is full", 6, "full")]
    [InlineData("sum(T1) = 1", 5, "T1")]
    [InlineData("(A = 1", 7, "hết quy tắc")]
    [InlineData("A # 1", 3, "#")]
    [InlineData("A + 1", 1, "A")]
    [InlineData("A = 1 and 2", 11, "2")]
    [InlineData("(A = 1) + 2 = 3", 1, "(")]
    [InlineData("and", 1, "and")]
    [InlineData("A = 1 = 2", 7, "=")]
    [InlineData("số = 1", 1, "s")]
    public void What_cannot_be_read_is_named_by_position_and_text(string rule, int position, string found)
    {
        var problem = ExpressionParser.Parse(rule).Problem;
        Assert.NotNull(problem);
        if (rule != "số = 1")
        {
            Assert.StartsWith($"Ký tự {position}:", problem.Text);
            Assert.Contains($"“{found}”", problem.Text);
        }
    }

    [Fact]
    public void Rule_too_long_or_too_deep_is_refused()
    {
        Assert.Equal("RuleTooLong", ExpressionParser.Parse(new string('(', 2001)).Problem?.Code);
        Assert.Equal("RuleTooDeep", ExpressionParser.Parse(new string('(', 2000)).Problem?.Code);
        Assert.Equal("RuleTooDeep", ExpressionParser.Parse(string.Concat(Enumerable.Repeat("not ", 400)) + "A").Problem?.Code);
        Assert.True(ExpressionParser.Parse("A = 0" + string.Concat(Enumerable.Repeat(" + 1", 98))).Ok);
        Assert.Equal("RuleTooLarge", ExpressionParser.Parse("A = 0" + string.Concat(Enumerable.Repeat(" + 1", 99))).Problem?.Code);
    }

    [Fact]
    public void No_text_throws()
    {
        string[] words = ["if", "then", "else", "and", "or", "not", "in", "is", "blank", "null", "true", "sum", "(", ")", "[", "]", ",", "+", "-", "*", "/", "=", "<=", "<>", "A", "B.1", "x.count", "T.c", "12", "1.5", "#", "."];
        Gen.OneOf(Gen.String, Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 30].Select(w => string.Join(' ', w))).Sample(text =>
        {
            var read = ExpressionParser.Parse(text);
            if (read.Ok)
            {
                _ = Evaluation.Of(read.Value!, _ => new RuleValue(Number: decimal.MaxValue));
                _ = Evaluation.Of(read.Value!, _ => RuleValue.Blank);
            }
        });
    }
}
