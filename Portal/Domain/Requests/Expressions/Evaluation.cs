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

/// <summary>A value in a rule: one of the three, or blank.</summary>
public sealed record RuleValue(decimal? Number = null, string? Text = null, bool? Truth = null)
{
    /// <summary>Nothing there.</summary>
    public static RuleValue Blank { get; } = new();

    /// <summary>True when nothing is there.</summary>
    public bool IsBlank => Number is null && Truth is null && string.IsNullOrWhiteSpace(Text);
}

/// <summary>
/// The outcome of a rule with what broke it. The logic has three values: a comparison or a calculation with a blank operand is
/// unknown, and unknown never fires; the tests for blank and the counts are never unknown; "if A then B" fires only when A is
/// true and B is false. Values of different kinds cannot be compared: unknown.
/// </summary>
/// <param name="Result">What came of it.</param>
/// <param name="Broken">The innermost part that is false, when the rule fires.</param>
/// <param name="Left">The left operand, when that part is a comparison.</param>
/// <param name="Right">The right operand, when that part is a comparison.</param>
public sealed record Evaluation(RuleResult Result, Expression? Broken = null, RuleValue? Left = null, RuleValue? Right = null)
{
    private static readonly Evaluation Holds = new(RuleResult.DoesNotFire);
    private static readonly Evaluation Unclear = new(RuleResult.Unknown);

    /// <summary>Evaluates a rule.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="read">Gives the value of a <see cref="Name"/>, <see cref="ColumnSum"/> or <see cref="FileCount"/>; the code itself, as text, for the name of an offered answer.</param>
    public static Evaluation Of(Expression rule, Func<Expression, RuleValue> read)
    {
        switch (rule)
        {
            case Both both:
                return And(Of(both.Left, read), Of(both.Right, read));
            case Either either:
                return Or(Of(either.Left, read), Of(either.Right, read));
            case Negation negation:
                var denied = Of(negation.Operand, read).Result;
                return denied is RuleResult.Unknown ? Unclear : Truth(denied is RuleResult.Fires, rule);
            case Conditional conditional:
                return Of(conditional.Condition, read).Result switch
                {
                    RuleResult.DoesNotFire => Of(conditional.Then, read),
                    RuleResult.Fires => conditional.Else is { } otherwise ? Of(otherwise, read) : Holds,
                    _ => Unclear,
                };
            case BlankTest test:
                return Truth(Value(test.Operand, read).IsBlank != test.Negated, rule);
            case Membership membership:
                var chosen = Value(membership.Operand, read);
                return chosen.IsBlank ? Unclear
                    : Truth(membership.Options.Any(o => o is Name name && name.Code == chosen.Text), rule);
            case Binary { Operator: >= Operator.Equal } comparison:
                return Compare(comparison, Value(comparison.Left, read), Value(comparison.Right, read));
            default:
                return Value(rule, read).Truth is { } truth ? Truth(truth, rule) : Unclear;
        }
    }

    /// <summary>The value of an operand, or of a calculation; blank when anything in it is blank or it cannot be calculated.</summary>
    /// <inheritdoc cref="Of"/>
    public static RuleValue Value(Expression operand, Func<Expression, RuleValue> read) => operand switch
    {
        NumberLiteral number => new(Number: number.Value),
        TruthLiteral truth => new(Truth: truth.Value),
        Name or ColumnSum or FileCount => read(operand),
        Binary { Operator: < Operator.Equal } sum
            when Value(sum.Left, read).Number is { } left && Value(sum.Right, read).Number is { } right => new(Number: Calculate(sum.Operator, left, right)),
        _ => RuleValue.Blank,
    };

    private static Evaluation Truth(bool holds, Expression rule) => holds ? Holds : new(RuleResult.Fires, rule);

    private static Evaluation And(Evaluation left, Evaluation right) =>
        left.Result is RuleResult.Fires ? left
        : right.Result is RuleResult.Fires ? right
        : left.Result is RuleResult.Unknown || right.Result is RuleResult.Unknown ? Unclear : Holds;

    private static Evaluation Or(Evaluation left, Evaluation right) =>
        left.Result is RuleResult.DoesNotFire || right.Result is RuleResult.DoesNotFire ? Holds
        : left.Result is RuleResult.Unknown || right.Result is RuleResult.Unknown ? Unclear : left;

    private static Evaluation Compare(Binary comparison, RuleValue left, RuleValue right)
    {
        if (left.IsBlank || right.IsBlank)
        {
            return Unclear;
        }
        int order;
        switch (left, right)
        {
            case ({ Number: { } a }, { Number: { } b }):
                order = a.CompareTo(b);
                break;
            case ({ Truth: { } a }, { Truth: { } b }):
                order = a.CompareTo(b);
                break;
            case ({ Text: { } a }, { Text: { } b }):
                order = string.CompareOrdinal(a, b);
                break;
            default:
                return Unclear;
        }
        var holds = comparison.Operator switch
        {
            Operator.Equal => order == 0,
            Operator.NotEqual => order != 0,
            Operator.Less => order < 0,
            Operator.LessOrEqual => order <= 0,
            Operator.Greater => order > 0,
            _ => order >= 0,
        };
        return holds ? Holds : new(RuleResult.Fires, comparison, left, right);
    }

    private static decimal? Calculate(Operator sign, decimal left, decimal right)
    {
        try
        {
            return sign switch
            {
                Operator.Add => left + right,
                Operator.Subtract => left - right,
                Operator.Multiply => left * right,
                _ => right == 0 ? null : left / right,
            };
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}
