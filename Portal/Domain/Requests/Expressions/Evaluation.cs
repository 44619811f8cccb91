namespace Portal.Domain.Requests.Expressions;

/// <summary>What came of a rule.</summary>
public enum RuleResult
{
    /// <summary>It holds.</summary>
    DoesNotFire,
    /// <summary>It is broken.</summary>
    Fires,
    /// <summary>Something it needs is blank: nothing can be said, nothing is said.</summary>
    Unknown,
}

/// <summary>A value in a rule: exactly one of the three, or blank.</summary>
public sealed record RuleValue(decimal? Number = null, string? Text = null, bool? Truth = null)
{
    /// <summary>Nothing there.</summary>
    public static RuleValue Blank { get; } = new();

    /// <summary>True when nothing is there.</summary>
    public bool IsBlank => Number is null && Truth is null && string.IsNullOrWhiteSpace(Text);
}

/// <summary>The outcome of a rule with what broke it.</summary>
/// <param name="Result">What came of it.</param>
/// <param name="Broken">The innermost part that is false, when the rule fires.</param>
/// <param name="Left">The left operand of a broken comparison.</param>
/// <param name="Right">The right operand of a broken comparison.</param>
public sealed record Evaluation(RuleResult Result, Expression? Broken = null, RuleValue? Left = null, RuleValue? Right = null)
{
    /// <summary>Evaluates a rule in three-valued logic.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="read">Gives the value of a <see cref="Name"/>, <see cref="ColumnSum"/> or <see cref="FileCount"/>.</param>
    public static Evaluation Of(Expression rule, Func<Expression, RuleValue> read) => throw new NotImplementedException();
}
