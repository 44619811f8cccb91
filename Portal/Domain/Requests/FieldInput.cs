namespace Portal.Domain.Requests;

/// <summary>What people type into a field, and how a stored value is shown to them.</summary>
public static class FieldInput
{
    /// <summary>Checks what was typed and makes it canonical invariant text; null for blank. Tables and files have no value of their own.</summary>
    public static Outcome<string?> Parse(Field field, string? raw) => throw new NotImplementedException();

    /// <summary>Writes a stored value for people; an empty text for none.</summary>
    public static string Show(Field field, string? canonical) => throw new NotImplementedException();
}
