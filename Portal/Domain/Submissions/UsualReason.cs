namespace Portal.Domain.Submissions;

/// <summary>What a usual reason is offered for.</summary>
public enum ReasonKind
{
    /// <summary>The return of an item.</summary>
    Item,
    /// <summary>The return of the cover.</summary>
    Cover,
}

/// <summary>One of the reasons for which a coordinating unit usually asks for a supplement. Data: it is only offered; what was given with a return is kept there.</summary>
public sealed class UsualReason
{
    /// <summary>The longest text.</summary>
    public const int MaxText = 500;

    private UsualReason() { }

    /// <summary>Makes one from data that was checked.</summary>
    /// <param name="unitCode">Whose.</param>
    /// <param name="kind">Offered for what.</param>
    /// <param name="text">The words.</param>
    public UsualReason(string unitCode, ReasonKind kind, string text) => (UnitCode, Kind, Text) = (unitCode, kind, text);

    /// <summary>The key; in the order in which they were added they are offered.</summary>
    public int Id { get; private set; }

    /// <summary>The coordinating unit.</summary>
    public string UnitCode { get; private set; } = "";

    /// <summary>Offered for what.</summary>
    public ReasonKind Kind { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Guards against two changes at once.</summary>
    public int Version { get; private set; }

    /// <summary>Checks what somebody typed.</summary>
    /// <returns>The refusal with its field, or null.</returns>
    public static Problem? Check(string? text) =>
        string.IsNullOrWhiteSpace(text) || text.Trim().Length > MaxText ? Problem.Invalid(nameof(Problems.UsualReasonText), MaxText).At("text") : null;

    /// <summary>Becomes what was typed and checked.</summary>
    public void Change(ReasonKind kind, string text) => (Kind, Text, Version) = (kind, text, Version + 1);
}
