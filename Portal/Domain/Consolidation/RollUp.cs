using Portal.Domain.Requests;

namespace Portal.Domain.Consolidation;

/// <summary>What one unit said about one item, as others may know it.</summary>
/// <param name="UnitCode">Which unit.</param>
/// <param name="ItemCode">Which item.</param>
/// <param name="Values">The canonical values of the last version that counts; null where nothing was sent.</param>
public sealed record SentAnswer(string UnitCode, string ItemCode, IReadOnlyDictionary<string, string>? Values)
{
    /// <summary>The value of a field; null where it is blank or nothing was sent.</summary>
    public string? this[string code] => Values is not null && Values.TryGetValue(code, out var value) && !string.IsNullOrWhiteSpace(value) ? value : null;
}

/// <summary>What the units' figures come to: numbers that roll up as a sum, yes or no counted by yes.</summary>
/// <param name="Value">The sum; null where nothing can be added up, or nobody has answered.</param>
/// <param name="Answered">How many units gave the figure.</param>
/// <param name="Expected">How many are asked.</param>
public readonly record struct FieldTotal(decimal? Value, int Answered, int Expected)
{
    /// <summary>The fewest units over which a sensitive figure is told as a sum (workflow §10, note 3).</summary>
    public const int LeastUnits = 3;

    /// <summary>Adds a field up over the units that owe it.</summary>
    public static FieldTotal Of(Field field, IReadOnlyCollection<SentAnswer> answers)
    {
        var given = answers.Select(a => a[field.Code]).OfType<string>().ToList();
        decimal? value = given.Count == 0 ? null : field switch
        {
            { Type: FieldType.Boolean } => given.Count(v => v == "true"),
            { IsNumber: true, Rollup: "sum" } => given.Sum(v => FieldInput.Number(v) ?? 0),
            _ => null,
        };
        return new(value, given.Count, answers.Count);
    }

    /// <summary>May be told to who must not know the figure of one unit: only once all have answered. Before, the total that grows while one watches would say what the last one sent.</summary>
    public bool TellsNoUnit => Expected > 1 && Answered == Expected;
}
