using Portal.Domain.Figures;
using Portal.Domain.Requests.Expressions;

namespace Portal.Domain.Requests;

/// <summary>Where a rule looks: the item it stands in, then figures of other items by their code, then the cover.</summary>
internal sealed class RuleScope(FormTemplate template, AnswerSheet sheet, string itemCode)
{
    /// <summary>The code under which documents are counted.</summary>
    public const string Evidence = "evidence";

    /// <summary>The item and the field a code means here; null for the code of an offered answer.</summary>
    public (string Item, Field Field)? Find(string code)
    {
        var item = template.Form(itemCode)?.Field(code) is not null ? itemCode : template.OwnerOf(code) ?? ItemForm.CoverCode;
        return template.Form(item)?.Field(code) is { } field ? (item, field) : null;
    }

    /// <summary>The value of a name, a sum of a column or a count.</summary>
    public RuleValue Read(Expression operand) => operand switch
    {
        Name name => Find(name.Code) is { } place ? Value(place.Item, place.Field) : new(Text: name.Code),
        FileCount { Code: Evidence } => new(Number: sheet.EvidenceCount(itemCode)),
        FileCount count => Find(count.Code) is { } place ? new(Number: sheet.FileCount(place.Item, place.Field.Code)) : RuleValue.Blank,
        ColumnSum sum => Find(sum.Table) is { } place ? Sum(place.Item, sum) : RuleValue.Blank,
        _ => RuleValue.Blank,
    };

    /// <summary>Where the first operand of an expression that has a place stands: item and path.</summary>
    public (string Item, string Path)? FirstPlace(Expression expression)
    {
        foreach (var operand in Operands(expression))
        {
            if (operand is FileCount { Code: Evidence })
            {
                return (itemCode, FormCheck.EvidencePath);
            }
            var code = operand switch { Name n => n.Code, ColumnSum s => s.Table, FileCount f => f.Code, _ => "" };
            if (Find(code) is { } place)
            {
                return (place.Item, place.Field.Code);
            }
        }
        return null;
    }

    /// <summary>The figures of a broken comparison, for example "64 ≠ 12 + 48 = 60, lệch 4"; null when there is nothing to show.</summary>
    public string? Detail(Evaluation evaluation)
    {
        if (evaluation is not { Broken: Binary broken, Left: { } left, Right: { } right })
        {
            return null;
        }
        var sign = broken.Operator switch
        {
            Operator.Equal => "≠",
            Operator.NotEqual => "=",
            Operator.Less => "≥",
            Operator.LessOrEqual => ">",
            Operator.Greater => "≤",
            _ => "<",
        };
        if (left.Number is { } a && right.Number is { } b)
        {
            var named = broken.Operator is not Operator.Equal;
            var text = $"{Side(broken.Left, a, named)} {sign} {Side(broken.Right, b, named)}";
            return named ? text : string.Format(null, FieldText.Off, text, FigureParser.Show(Math.Abs(a - b)));
        }
        return FieldInput.Day(left.Text) is { } d && FieldInput.Day(right.Text) is { } e ? $"{FieldInput.ShowDay(d)} {sign} {FieldInput.ShowDay(e)}" : null;
    }

    /// <summary>All names, sums and counts of an expression, from left to right.</summary>
    public static IEnumerable<Expression> Operands(Expression expression) => expression switch
    {
        Name or ColumnSum or FileCount => [expression],
        Binary e => Operands(e.Left).Concat(Operands(e.Right)),
        Both e => Operands(e.Left).Concat(Operands(e.Right)),
        Either e => Operands(e.Left).Concat(Operands(e.Right)),
        Negation e => Operands(e.Operand),
        Conditional e => Operands(e.Condition).Concat(Operands(e.Then)).Concat(e.Else is { } otherwise ? Operands(otherwise) : []),
        Membership e => Operands(e.Operand).Concat(e.Options),
        BlankTest e => Operands(e.Operand),
        _ => [],
    };

    private RuleValue Value(string item, Field field)
    {
        var value = sheet.Get(item, field.Code);
        return field.Type switch
        {
            FieldType.Table => sheet.Rows(item, field.Code) is { Count: > 0 } rows ? new(Number: rows.Count) : RuleValue.Blank,
            FieldType.File => sheet.FileCount(item, field.Code) is > 0 and var files ? new(Number: files) : RuleValue.Blank,
            FieldType.Boolean => new(Truth: value switch { "true" => true, "false" => false, _ => null }),
            FieldType.Year => new(Number: FieldInput.Number(value)),
            _ when field.IsNumber => new(Number: FieldInput.Number(value)),
            _ => new(Text: value),
        };
    }

    /// <summary>Blank as soon as a cell is blank, and for a table without rows: nothing entered is not 0.</summary>
    private RuleValue Sum(string item, ColumnSum sum)
    {
        var cells = sheet.Rows(item, sum.Table).Select(row => FieldInput.Number(sheet.Get(item, $"{sum.Table}/{row}/{sum.Column}"))).ToList();
        return cells.Count == 0 || cells.Contains(null) ? RuleValue.Blank : new(Number: cells.Sum());
    }

    private string Side(Expression side, decimal value, bool named) => side switch
    {
        Binary => $"{Written(side)} = {FigureParser.Show(value)}",
        Name name when named && Find(name.Code) is { } place => $"{place.Field.Label} ({FigureParser.Show(value)})",
        _ => FigureParser.Show(value),
    };

    private string Written(Expression part) => part switch
    {
        Binary { Operator: Operator.Add or Operator.Subtract } sum =>
            $"{Written(sum.Left)} {(sum.Operator is Operator.Add ? "+" : "-")} {(sum.Operator is Operator.Subtract ? Inner(sum.Right) : Written(sum.Right))}",
        Binary product => $"{Inner(product.Left)} {(product.Operator is Operator.Multiply ? "×" : ":")} {Inner(product.Right)}",
        _ => Evaluation.Value(part, Read).Number is { } number ? FigureParser.Show(number) : "",
    };

    private string Inner(Expression part) => part is Binary ? $"({Written(part)})" : Written(part);
}
