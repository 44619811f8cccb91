namespace Portal.Domain.Figures;

/// <summary>Vietnamese numbers.</summary>
public static class FigureParser
{
    /// <summary>Reads a number as Vietnamese people write it: dots between thousands, a comma before decimals. Blank gives null, never 0.</summary>
    public static Outcome<decimal?> Parse(string raw, int decimals) => throw new NotImplementedException();

    /// <summary>Writes a number for people: 1.234,5.</summary>
    public static string Show(decimal value, int? decimals = null) => throw new NotImplementedException();

    /// <summary>Writes a number for storage: 1234.5, no trailing zeros.</summary>
    public static string Canonical(decimal value) => throw new NotImplementedException();
}
