namespace Portal.Platform.Documents;

/// <summary>Text that a spreadsheet program would take for a formula.</summary>
internal static class CellText
{
    /// <summary>Whether a text begins as formulas do (OWASP, CSV Injection): = + - @, also in their full width, a tab, an end of line.</summary>
    public static bool LooksLikeFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
}
