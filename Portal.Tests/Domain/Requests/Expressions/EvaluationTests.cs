using Portal.Domain.Requests.Expressions;

namespace Portal.Tests.Domain.Requests.Expressions;

/// <summary>a = 1, b = 2, z = 0, yes, no, word = "X", day = "2024-07-03"; everything else that is lower case is blank.</summary>
public sealed class EvaluationTests
{
    private static RuleValue Read(Expression operand) => operand switch
    {
        Name { Code: "a" } => new(Number: 1),
        Name { Code: "b" } => new(Number: 2),
        Name { Code: "z" } => new(Number: 0),
        Name { Code: "yes" } => new(Truth: true),
        Name { Code: "no" } => new(Truth: false),
        Name { Code: "word" } => new(Text: "X"),
        Name { Code: "spaces" } => new(Text: "  "),
        Name { Code: "early" } => new(Text: "2024-07-03"),
        Name { Code: "later" } => new(Text: "2024-10-01"),
        Name { Code: "most" } => new(Number: decimal.MaxValue),
        Name { Code: "X" or "Y" } name => new(Text: name.Code),
        FileCount => new(Number: 0),
        _ => RuleValue.Blank,
    };

    [Theory]
    [InlineData("a <= b", RuleResult.DoesNotFire)]
    [InlineData("b <= a", RuleResult.Fires)]
    [InlineData("a <= blankOne", RuleResult.Unknown)]
    [InlineData("b = a + a", RuleResult.DoesNotFire)]
    [InlineData("b = a + blankOne", RuleResult.Unknown)]
    [InlineData("blankOne = 0", RuleResult.Unknown)]
    [InlineData("z = 0", RuleResult.DoesNotFire)]
    [InlineData("sum(T.c) = a", RuleResult.Unknown)]
    [InlineData("b <= a and a <= blankOne", RuleResult.Fires)]
    [InlineData("a <= blankOne and b <= a", RuleResult.Fires)]
    [InlineData("a <= b and a <= blankOne", RuleResult.Unknown)]
    [InlineData("a <= b or a <= blankOne", RuleResult.DoesNotFire)]
    [InlineData("b <= a or a <= blankOne", RuleResult.Unknown)]
    [InlineData("b <= a or b <= a", RuleResult.Fires)]
    [InlineData("not b <= a", RuleResult.DoesNotFire)]
    [InlineData("not a <= b", RuleResult.Fires)]
    [InlineData("not a <= blankOne", RuleResult.Unknown)]
    [InlineData("blankOne is blank", RuleResult.DoesNotFire)]
    [InlineData("spaces is null", RuleResult.DoesNotFire)]
    [InlineData("blankOne is not blank", RuleResult.Fires)]
    [InlineData("word is not null", RuleResult.DoesNotFire)]
    [InlineData("z is blank", RuleResult.Fires)]
    [InlineData("evidence.count >= 1", RuleResult.Fires)]
    [InlineData("if a = 1 then b = 2", RuleResult.DoesNotFire)]
    [InlineData("if a = 1 then b = 3", RuleResult.Fires)]
    [InlineData("if a = 2 then b = 3", RuleResult.DoesNotFire)]
    [InlineData("if blankOne = 1 then b = 3", RuleResult.Unknown)]
    [InlineData("if a = 1 then blankOne = 3", RuleResult.Unknown)]
    [InlineData("if a = 2 then b = 2 else b = 3", RuleResult.Fires)]
    [InlineData("if blankOne = 2 then b = 2 else b = 3", RuleResult.Unknown)]
    [InlineData("word in [X, Y]", RuleResult.DoesNotFire)]
    [InlineData("word in [Y]", RuleResult.Fires)]
    [InlineData("blankOne in [X, Y]", RuleResult.Unknown)]
    [InlineData("word = X", RuleResult.DoesNotFire)]
    [InlineData("word = Y", RuleResult.Fires)]
    [InlineData("yes = true", RuleResult.DoesNotFire)]
    [InlineData("no = true", RuleResult.Fires)]
    [InlineData("yes", RuleResult.DoesNotFire)]
    [InlineData("no", RuleResult.Fires)]
    [InlineData("later >= early", RuleResult.DoesNotFire)]
    [InlineData("early >= later", RuleResult.Fires)]
    [InlineData("word = 1", RuleResult.Unknown)]
    [InlineData("a / z = 1", RuleResult.Unknown)]
    [InlineData("most * b > 1", RuleResult.Unknown)]
    [InlineData("a <> b", RuleResult.DoesNotFire)]
    [InlineData("b - a * b / b <> 1", RuleResult.Fires)]
    public void Blank_is_unknown_and_unknown_does_not_fire(string rule, RuleResult expected) =>
        Assert.Equal(expected, Evaluation.Of(ExpressionParser.Parse(rule).Value!, Read).Result);

    [Fact]
    public void What_fired_is_told_with_its_operands()
    {
        var fired = Evaluation.Of(ExpressionParser.Parse("a <= b and b = a + b").Value!, Read);
        Assert.Equal(ExpressionParser.Parse("b = a + b").Value, fired.Broken);
        Assert.Equal((2m, 3m), (fired.Left!.Number, fired.Right!.Number));
    }
}
