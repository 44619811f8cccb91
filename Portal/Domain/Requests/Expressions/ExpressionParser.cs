namespace Portal.Domain.Requests.Expressions;

/// <summary>Reads a rule.</summary>
public static class ExpressionParser
{
    /// <summary>Reads a rule, or says at which character it cannot be read.</summary>
    public static Outcome<Expression> Parse(string text) => throw new NotImplementedException();
}
