namespace Portal.Domain.Requests.Expressions;

/// <summary>
/// Reads a rule. The grammar, in EBNF:
/// <code>
/// rule       = "if" rule "then" rule [ "else" rule ] | either ;
/// either     = both { "or" both } ;
/// both       = negation { "and" negation } ;
/// negation   = "not" negation | comparison ;
/// comparison = sum [ ( "=" | "&lt;&gt;" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) sum
///                  | "in" "[" name { "," name } "]"
///                  | "is" [ "not" ] ( "blank" | "null" ) ] ;
/// sum        = product { ( "+" | "-" ) product } ;
/// product    = operand { ( "*" | "/" ) operand } ;
/// operand    = number | "true" | "false" | "sum" "(" table "." column ")" | name ".count" | name | "(" rule ")" ;
/// name       = letter { letter | digit | "_" } { "." ( letter | digit | "_" ) { letter | digit | "_" } } ;
/// number     = digit { digit } [ "." digit { digit } ] ;
/// </code>
/// A name is a field's code ("CA02.01", "khoKhanVuongMac") or the code of an offered answer. What is joined by and, or, not, if
/// must be true or false; what is compared or calculated must be a figure or a name.
/// </summary>
public static partial class ExpressionParser
{
    /// <summary>The longest rule that is read, in characters.</summary>
    public const int LongestRule = 2000;

    /// <summary>The most parts a rule may have: numbers, names and what joins them.</summary>
    public const int MostNodes = 200;

    private static readonly HashSet<string> Reserved = ["if", "then", "else", "and", "or", "not", "in", "is", "blank", "null", "true", "false", "sum"];

    private static readonly Dictionary<string, Operator> Comparisons = new()
    {
        ["="] = Operator.Equal,
        ["<>"] = Operator.NotEqual,
        ["<"] = Operator.Less,
        ["<="] = Operator.LessOrEqual,
        [">"] = Operator.Greater,
        [">="] = Operator.GreaterOrEqual,
    };

    /// <summary>Reads a rule, or says at which character (counted from 1) it cannot be read and why.</summary>
    /// <param name="text">The rule as written.</param>
    public static Outcome<Expression> Parse(string text)
    {
        var read = Read(text);
        return read.Problem is { } problem ? problem : read.Value!;
    }

    /// <summary>The same, with the places of what stands in the rule.</summary>
    internal static ParsedExpression Read(string text)
    {
        if (text.Length > LongestRule)
        {
            return new(null, Problem.Invalid(nameof(Problems.RuleTooLong), LongestRule), LongestRule, new Dictionary<Expression, int>());
        }
        var reading = new Reading(Token.Cut(text));
        var rule = reading.Truth(reading.Rule);
        if (reading.Problem is null && reading.Next.Kind is not TokenKind.End)
        {
            reading.Fail(nameof(Problems.RuleTrailing));
        }
        if (reading.Problem is null && rule.Nodes is > MostNodes and var nodes)
        {
            return new(null, Problem.Invalid(nameof(Problems.RuleTooLarge), MostNodes, nodes), 1, reading.Places);
        }
        return new(reading.Problem is null ? rule : null, reading.Problem, reading.Column, reading.Places);
    }
}
