using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>The kinds of values in an expression, judged at one place.</summary>
/// <param name="find">The field a code means there.</param>
/// <param name="evidence">Documents can be counted there.</param>
/// <param name="options">The codes of all offered answers.</param>
internal sealed class ExpressionTypes(Func<string, Field?> find, bool evidence, IReadOnlySet<string> options)
{
    private readonly List<ExpressionFault> faults = [];
    private IReadOnlyDictionary<Expression, int> places = new Dictionary<Expression, int>();

    private enum Kind { Number, Truth, Day, Text, Choice, Option, Unknown }

    /// <summary>What is wrong in a rule that could be read.</summary>
    public IReadOnlyList<ExpressionFault> Check(ParsedExpression read)
    {
        faults.Clear();
        places = read.Places;
        Truth(read.Value!);
        return [.. faults];
    }

    private void Truth(Expression part)
    {
        if (Of(part) is not (Kind.Truth or Kind.Unknown) and var kind)
        {
            Fault(part, nameof(Problems.ExpressionNotTruth), Written(part), Word(kind));
        }
    }

    private void Number(Expression part)
    {
        if (Of(part) is not (Kind.Number or Kind.Unknown) and var kind)
        {
            Fault(part, nameof(Problems.ExpressionNotNumber), Written(part), Word(kind));
        }
    }

    private Kind Of(Expression part)
    {
        switch (part)
        {
            case NumberLiteral:
                return Kind.Number;
            case TruthLiteral:
                return Kind.Truth;
            case Name name:
                return find(name.Code) is { } field ? OfField(field) : options.Contains(name.Code) ? Kind.Option : Unknown(part, name.Code);
            case FileCount count:
                return (count.Code == RuleScope.Evidence && evidence) || find(count.Code) is { Type: FieldType.File } ? Kind.Number : Unknown(part, $"{count.Code}.count");
            case ColumnSum sum:
                return find(sum.Table)?.Column(sum.Column) is { IsNumber: true } ? Kind.Number : Unknown(part, $"{sum.Table}.{sum.Column}");
            case Binary { Operator: < Operator.Equal } figure:
                Number(figure.Left);
                Number(figure.Right);
                return Kind.Number;
            case Binary comparison:
                Compare(comparison);
                return Kind.Truth;
            case Both both:
                return Truths(both.Left, both.Right);
            case Either either:
                return Truths(either.Left, either.Right);
            case Negation negation:
                return Truths(negation.Operand);
            case Conditional conditional:
                return Truths([conditional.Condition, conditional.Then, .. conditional.Else is { } otherwise ? new[] { otherwise } : []]);
            case Membership membership:
                Member(membership);
                return Kind.Truth;
            case BlankTest test:
                _ = Of(test.Operand);
                return Kind.Truth;
            default:
                return Kind.Unknown;
        }
    }

    private Kind Truths(params Expression[] parts)
    {
        foreach (var part in parts)
        {
            Truth(part);
        }
        return Kind.Truth;
    }

    private void Compare(Binary comparison)
    {
        var (left, right) = (Of(comparison.Left), Of(comparison.Right));
        if (left is Kind.Unknown || right is Kind.Unknown)
        {
            return;
        }
        var ordered = comparison.Operator is not (Operator.Equal or Operator.NotEqual);
        switch (left, right)
        {
            case (Kind.Choice, Kind.Option) when !ordered:
                Offered(comparison.Left, comparison.Right);
                break;
            case (Kind.Option, Kind.Choice) when !ordered:
                Offered(comparison.Right, comparison.Left);
                break;
            case (Kind.Number, Kind.Number) or (Kind.Day, Kind.Day):
                break;
            case (Kind.Truth, Kind.Truth) or (Kind.Text, Kind.Text) or (Kind.Choice, Kind.Choice) when !ordered:
                break;
            default:
                Fault(comparison.Right, left == right ? nameof(Problems.ExpressionNoOrder) : nameof(Problems.ExpressionTypesDiffer), Written(comparison.Right), Word(right), Written(comparison.Left), Word(left));
                break;
        }
    }

    private void Member(Membership membership)
    {
        if (Of(membership.Operand) is not (Kind.Choice or Kind.Unknown) and var kind)
        {
            Fault(membership.Operand, nameof(Problems.ExpressionNotChoice), Written(membership.Operand), Word(kind));
            return;
        }
        foreach (var option in membership.Options)
        {
            Offered(membership.Operand, option);
        }
    }

    /// <summary>An option belongs to the very field it is compared with. Units are offered where they are known, which a draft does not always say.</summary>
    private void Offered(Expression choice, Expression option)
    {
        if (choice is not Name name || find(name.Code) is not { } field || (field.Type is FieldType.UnitRef && field.Choices.Count == 0))
        {
            return;
        }
        if (option is Name offered && field.Choices.All(c => c.Code != offered.Code))
        {
            if (options.Contains(offered.Code) || find(offered.Code) is not null)
            {
                Fault(option, nameof(Problems.ExpressionNotOption), offered.Code, field.Label);
            }
            else
            {
                Unknown(option, offered.Code);
            }
        }
    }

    private Kind Unknown(Expression part, string code)
    {
        faults.Add(new(Start(part), Problem.Invalid(nameof(Problems.ExpressionUnknown), Start(part), code), code));
        return Kind.Unknown;
    }

    private void Fault(Expression part, string code, params object?[] args) => faults.Add(new(Start(part), Problem.Invalid(code, [Start(part), .. args])));

    private int Start(Expression part) => places.TryGetValue(part, out var place) ? place : part switch
    {
        Binary e => Start(e.Left),
        Both e => Start(e.Left),
        Either e => Start(e.Left),
        Negation e => Start(e.Operand),
        Conditional e => Start(e.Condition),
        Membership e => Start(e.Operand),
        BlankTest e => Start(e.Operand),
        _ => 1,
    };

    private static Kind OfField(Field field) => field.Type switch
    {
        FieldType.Boolean => Kind.Truth,
        FieldType.Date => Kind.Day,
        FieldType.Choice or FieldType.UnitRef => Kind.Choice,
        FieldType.Text or FieldType.LongText or FieldType.Phone => Kind.Text,
        _ => Kind.Number,
    };

    private static string Written(Expression part) => part switch
    {
        Name name => name.Code,
        NumberLiteral number => FieldText.KindNumber + " " + Figures.FigureParser.Show(number.Value),
        TruthLiteral truth => truth.Value ? "true" : "false",
        ColumnSum sum => $"sum({sum.Table}.{sum.Column})",
        FileCount count => $"{count.Code}.count",
        _ => "\u2026",
    };

    private static string Word(Kind kind) => kind switch
    {
        Kind.Number => FieldText.KindNumber,
        Kind.Truth => FieldText.KindTruth,
        Kind.Day => FieldText.KindDay,
        Kind.Text => FieldText.KindText,
        Kind.Option => FieldText.KindOption,
        _ => FieldText.KindChoice,
    };
}
