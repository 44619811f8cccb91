using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>What a rate comes to.</summary>
/// <param name="Value">The rate; null where nobody gave both figures, or the lower one is 0.</param>
/// <param name="Over">The sum above the line.</param>
/// <param name="Under">The sum below it.</param>
/// <param name="Answered">How many units gave what it needs.</param>
/// <param name="Expected">How many are asked.</param>
public readonly record struct Rate(decimal? Value, decimal Over, decimal Under, int Answered, int Expected);

/// <summary>A rate of the request's file, <c>derivedIndicators</c>: <c>sum(F)/sum(G)*100</c>, <c>count_true(F)/22*100</c>, <c>count(F&gt;0)/22*100</c>. Always out of sums, never a mean of rates:
/// a unit counts only where it gave all that the rate is made of.</summary>
public sealed partial class RateFormula
{
    private readonly CrossFormula over;
    private readonly CrossFormula? under;
    private readonly decimal fixedUnder;
    private readonly decimal times;

    private RateFormula(CrossFormula over, CrossFormula? under, decimal fixedUnder, decimal times) => (this.over, this.under, this.fixedUnder, this.times) = (over, under, fixedUnder, times);

    /// <summary>The item whose answers it reads.</summary>
    public string ItemCode => over.ItemCode;

    /// <summary>The fields it reads.</summary>
    public IEnumerable<Field> Fields => over.Fields.Concat(under?.Fields ?? []);

    /// <summary>It is made of figures on children in trouble.</summary>
    public bool Sensitive => over.Sensitive || under?.Sensitive == true;

    /// <summary>Reads one; null where it cannot be read for that template.</summary>
    /// <param name="text">As written.</param>
    /// <param name="template">The forms whose figures it names.</param>
    public static RateFormula? Read(string text, FormTemplate template)
    {
        var match = Written().Match(text);
        if (!match.Success || Side(match.Groups["over"].Value, template) is not { } over)
        {
            return null;
        }

        var times = match.Groups["times"] is { Success: true } t ? decimal.Parse(t.Value, CultureInfo.InvariantCulture) : 1;
        if (decimal.TryParse(match.Groups["under"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number == 0 ? null : new(over, null, number, times);
        }

        return Side(match.Groups["under"].Value, template) is { } under && under.ItemCode == over.ItemCode ? new(over, under, 0, times) : null;
    }

    /// <summary>What it comes to.</summary>
    /// <param name="sources">The answers.</param>
    public Rate Of(ReportSources sources)
    {
        var (answered, above, below) = (0, 0m, 0m);
        foreach (var answer in sources.Taken(ItemCode))
        {
            if (over.Of(answer.Values!, sources.Request.Template) is { } a && (under is null ? 0 : under.Of(answer.Values!, sources.Request.Template)) is { } b)
            {
                (answered, above, below) = (answered + 1, above + a, below + b);
            }
        }

        below = under is null ? fixedUnder : below;
        return new(answered == 0 || below == 0 ? null : above / below * times, above, below, answered, sources.Owed(ItemCode).Count());
    }

    // A rate names figures alone; which item they stand in is known, since codes are unique in a request.
    private static CrossFormula? Side(string text, FormTemplate template) =>
        Call().Match(text) is { Success: true } call && template.OwnerOf(call.Groups["field"].Value) is { } item
            ? CrossFormula.Read(call.Groups["rule"].Value is { Length: > 0 } rule
                ? $"count({item} where {call.Groups["field"].Value} {rule})" : $"{call.Groups["verb"].Value}({item}.{call.Groups["field"].Value})", template).Value
            : null;

    [GeneratedRegex(@"^(?<over>[^/]+)/(?<under>[^*]+?)(?:\*(?<times>[0-9.]+))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Written();

    [GeneratedRegex(@"^(?<verb>sum|count_true|count)\((?<field>[\w.]+)\s*(?<rule>[<>=!].*)?\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Call();
}
