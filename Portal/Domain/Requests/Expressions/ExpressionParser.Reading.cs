using System.Globalization;

namespace Portal.Domain.Requests.Expressions;

/// <summary>The reading of one rule, one method for each line of the grammar.</summary>
public static partial class ExpressionParser
{
    /// <summary>One reading of one rule. After the first problem it stands still at the end, so that every loop comes to a stop.</summary>
    private sealed class Reading(List<Token> tokens)
    {
        private static readonly Expression Nothing = new TruthLiteral(false);
        private const int DeepestNesting = 40;
        private int at;
        private int depth;

        public Problem? Problem { get; private set; }

        /// <summary>Where the problem is, counted from 1.</summary>
        public int Column { get; private set; } = 1;

        /// <summary>Where numbers, truths, names and sums stand; told apart by reference, since a rule may say the same twice.</summary>
        public Dictionary<Expression, int> Places { get; } = new(ReferenceEqualityComparer.Instance);

        public Token Next => tokens[at];

        public Expression Rule()
        {
            if (++depth > DeepestNesting)
            {
                return Fail(nameof(Problems.RuleTooDeep));
            }
            var rule = Take("if") ? Condition() : Truths(Both, "or", (l, r) => new Either(l, r));
            depth--;
            return rule;
        }

        public Expression Truth(Func<Expression> read)
        {
            var start = at;
            var expression = read();
            Require(IsTruth(expression), start, nameof(Problems.RuleNotTruth));
            return expression;
        }

        public Expression Fail(string code, params object?[] more)
        {
            var found = Next.Kind is TokenKind.End ? Requests.FieldText.EndOfRule : Next.Text;
            if (Problem is null)
            {
                (Problem, Column) = (Problem.Invalid(code, [Next.Position, found, .. more]), Next.Position);
            }
            at = tokens.Count - 1;
            return Nothing;
        }

        private bool Take(string text)
        {
            if (!Next.Is(text))
            {
                return false;
            }
            Step();
            return true;
        }

        private void Expect(string text)
        {
            if (!Take(text))
            {
                Fail(nameof(Problems.RuleExpectedWord), text);
            }
        }

        /// <summary>Goes one piece on, never past the end.</summary>
        private void Step() => at = Math.Min(at + 1, tokens.Count - 1);

        private Expression Condition()
        {
            var condition = Truth(Rule);
            Expect("then");
            var then = Truth(Rule);
            return new Conditional(condition, then, Take("else") ? Truth(Rule) : null);
        }

        private Expression Both() => Truths(Not, "and", (l, r) => new Both(l, r));

        private Expression Not()
        {
            if (!Take("not"))
            {
                return Comparison();
            }
            if (++depth > DeepestNesting)
            {
                return Fail(nameof(Problems.RuleTooDeep));
            }
            var negation = new Negation(Truth(Not));
            depth--;
            return negation;
        }

        private Expression Comparison()
        {
            var start = at;
            var left = Sum();
            if (Next.Kind is TokenKind.Sign && Comparisons.TryGetValue(Next.Text, out var comparison))
            {
                var comparable = comparison is Operator.Equal or Operator.NotEqual;
                Require(IsFigure(left) || (comparable && left is TruthLiteral), start, nameof(Problems.RuleNotFigure));
                Step();
                start = at;
                var right = Sum();
                Require(IsFigure(right) || (comparable && right is TruthLiteral), start, nameof(Problems.RuleNotFigure));
                return new Binary(comparison, left, right);
            }
            if (Take("in"))
            {
                return new Membership(left, Options());
            }
            if (Take("is"))
            {
                var negated = Take("not");
                if (!Take("blank"))
                {
                    Expect("null");
                }
                return new BlankTest(left, negated);
            }
            return left;
        }

        private List<Expression> Options()
        {
            var options = new List<Expression>();
            Expect("[");
            do
            {
                var start = Next.Position;
                var option = ReadName();
                Places.TryAdd(option, start);
                options.Add(option);
            }
            while (Take(","));
            Expect("]");
            return options;
        }

        private Expression Sum() => Figures(Product, ("+", Operator.Add), ("-", Operator.Subtract));

        private Expression Product() => Figures(Operand, ("*", Operator.Multiply), ("/", Operator.Divide));

        private Expression Operand()
        {
            var start = Next.Position;
            var operand = ReadOperand();
            Places.TryAdd(operand, start);
            return operand;
        }

        private Expression ReadOperand()
        {
            if (Next.Kind is TokenKind.Number)
            {
                return decimal.TryParse(Next.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && tokens[at++].Text.Length <= 20
                    ? new NumberLiteral(number)
                    : Fail(nameof(Problems.RuleExpectedOperand));
            }
            if (Take("("))
            {
                var inner = Rule();
                Expect(")");
                return inner;
            }
            if (Take("true"))
            {
                return new TruthLiteral(true);
            }
            if (Take("false"))
            {
                return new TruthLiteral(false);
            }
            return Take("sum") ? ReadColumnSum() : ReadName();
        }

        private Expression ReadColumnSum()
        {
            Expect("(");
            var name = Next;
            var dot = name.Text.LastIndexOf('.');
            if (name.Kind is not TokenKind.Word || dot < 0)
            {
                return Fail(nameof(Problems.RuleExpectedColumn));
            }
            at++;
            Expect(")");
            return new ColumnSum(name.Text[..dot], name.Text[(dot + 1)..]);
        }

        private Expression ReadName()
        {
            if (Next.Kind is not TokenKind.Word || Reserved.Contains(Next.Text))
            {
                return Fail(nameof(Problems.RuleExpectedOperand));
            }
            var name = tokens[at++].Text;
            return name.EndsWith(".count", StringComparison.Ordinal) ? new FileCount(name[..^".count".Length]) : new Name(name);
        }

        private Expression Truths(Func<Expression> part, string word, Func<Expression, Expression, Expression> join)
        {
            var start = at;
            var left = part();
            while (Next.Is(word))
            {
                Require(IsTruth(left), start, nameof(Problems.RuleNotTruth));
                Step();
                start = at;
                var right = part();
                Require(IsTruth(right), start, nameof(Problems.RuleNotTruth));
                left = join(left, right);
            }
            return left;
        }

        private Expression Figures(Func<Expression> part, params (string Sign, Operator Operator)[] signs)
        {
            var start = at;
            var left = part();
            while (signs.FirstOrDefault(s => Next.Is(s.Sign)) is { Sign: not null } sign)
            {
                Require(IsFigure(left), start, nameof(Problems.RuleNotFigure));
                Step();
                start = at;
                var right = part();
                Require(IsFigure(right), start, nameof(Problems.RuleNotFigure));
                left = new Binary(sign.Operator, left, right);
            }
            return left;
        }

        private void Require(bool fits, int start, string code)
        {
            if (!fits && Problem is null)
            {
                at = start;
                Fail(code);
            }
        }

        private static bool IsFigure(Expression e) => e is NumberLiteral or ColumnSum or FileCount or Name or Binary { Operator: < Operator.Equal };

        private static bool IsTruth(Expression e) => e is Name || !IsFigure(e);
    }
}
