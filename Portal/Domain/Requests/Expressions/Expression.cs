namespace Portal.Domain.Requests.Expressions;

/// <summary>Two operands joined.</summary>
public enum Operator
{
    /// <summary>+</summary>
    Add,
    /// <summary>-</summary>
    Subtract,
    /// <summary>*</summary>
    Multiply,
    /// <summary>/</summary>
    Divide,
    /// <summary>=</summary>
    Equal,
    /// <summary>&lt;&gt;</summary>
    NotEqual,
    /// <summary>&lt;</summary>
    Less,
    /// <summary>&lt;=</summary>
    LessOrEqual,
    /// <summary>&gt;</summary>
    Greater,
    /// <summary>&gt;=</summary>
    GreaterOrEqual,
}

/// <summary>A rule as read; see <see cref="ExpressionParser"/> for the grammar.</summary>
public abstract record Expression
{
    /// <summary>How many parts it has, itself counted.</summary>
    internal int Nodes => 1 + this switch
    {
        Binary e => e.Left.Nodes + e.Right.Nodes,
        Both e => e.Left.Nodes + e.Right.Nodes,
        Either e => e.Left.Nodes + e.Right.Nodes,
        Negation e => e.Operand.Nodes,
        Conditional e => e.Condition.Nodes + e.Then.Nodes + (e.Else?.Nodes ?? 0),
        Membership e => e.Operand.Nodes + e.Options.Count,
        BlankTest e => e.Operand.Nodes,
        _ => 0,
    };
}

/// <summary>What reading a rule gave.</summary>
/// <param name="Value">The rule; null where it cannot be read.</param>
/// <param name="Problem">Why it cannot.</param>
/// <param name="Column">Where, counted from 1.</param>
/// <param name="Places">Where operands stand, told apart by reference.</param>
internal sealed record ParsedExpression(Expression? Value, Problem? Problem, int Column, IReadOnlyDictionary<Expression, int> Places);

/// <summary>A number.</summary>
public sealed record NumberLiteral(decimal Value) : Expression;

/// <summary>true or false.</summary>
public sealed record TruthLiteral(bool Value) : Expression;

/// <summary>A field's code, or the code of an offered answer.</summary>
public sealed record Name(string Code) : Expression;

/// <summary>sum(TABLE.column).</summary>
public sealed record ColumnSum(string Table, string Column) : Expression;

/// <summary>x.count: how many documents or files there are.</summary>
public sealed record FileCount(string Code) : Expression;

/// <summary>Arithmetic or a comparison.</summary>
public sealed record Binary(Operator Operator, Expression Left, Expression Right) : Expression;

/// <summary>a and b.</summary>
public sealed record Both(Expression Left, Expression Right) : Expression;

/// <summary>a or b.</summary>
public sealed record Either(Expression Left, Expression Right) : Expression;

/// <summary>not a.</summary>
public sealed record Negation(Expression Operand) : Expression;

/// <summary>if a then b [else c].</summary>
public sealed record Conditional(Expression Condition, Expression Then, Expression? Else) : Expression;

/// <summary>x in [A, B].</summary>
public sealed record Membership(Expression Operand, IReadOnlyList<Expression> Options) : Expression;

/// <summary>x is [not] blank, x is [not] null.</summary>
public sealed record BlankTest(Expression Operand, bool Negated) : Expression;
