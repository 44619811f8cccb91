using System.Globalization;

namespace Portal.Domain;

/// <summary>What kind of refusal it is; it decides the HTTP status and whether it is audited.</summary>
public enum ProblemKind
{
    /// <summary>The thing does not exist, or the actor may not know that it does (404, audited).</summary>
    NotFound,
    /// <summary>The actor can see it but has no right to do this (403, audited).</summary>
    Refused,
    /// <summary>The right is there, but the thing is not in a state that allows it (409, audited).</summary>
    State,
    /// <summary>Somebody else changed it since it was read (409, not audited).</summary>
    Stale,
    /// <summary>A value fails its check (422, not audited).</summary>
    Invalid,
    /// <summary>The server cannot do it right now, for example a full disk (503, not audited).</summary>
    Unavailable,
}

/// <summary>An expected refusal: one Vietnamese text that says what is wrong and what to do. A bug is an exception instead.</summary>
/// <param name="Kind">See <see cref="ProblemKind"/>.</param>
/// <param name="Code">The key of the text in Problems.resx.</param>
/// <param name="Text">The text for the person, formatted.</param>
/// <param name="Field">The path of the field it belongs to, where it belongs to one.</param>
public sealed record Problem(ProblemKind Kind, string Code, string Text, string? Field = null)
{
    /// <summary>How HTTP says it (RFC 9110): 404, 403, 409, 422 or 503.</summary>
    public int HttpStatus => Kind switch
    {
        ProblemKind.NotFound => 404,
        ProblemKind.Refused => 403,
        ProblemKind.State or ProblemKind.Stale => 409,
        ProblemKind.Invalid => 422,
        _ => 503,
    };

    /// <summary>The one answer for what does not exist and for what may not be seen.</summary>
    public static Problem NotFound { get; } = Of(ProblemKind.NotFound, nameof(Problems.NotFound));

    /// <summary>Makes a refusal from the catalogue.</summary>
    /// <param name="kind">The kind of refusal.</param>
    /// <param name="code">A key of Problems.resx, best given as <c>nameof(Problems.X)</c>.</param>
    /// <param name="args">What stands in the text's places, formatted for vi-VN.</param>
    public static Problem Of(ProblemKind kind, string code, params object?[] args)
    {
        var text = Problems.ResourceManager.GetString(code) ?? throw new ArgumentException($"No text for problem {code}.", nameof(code));
        return new(kind, code, args.Length == 0 ? text : string.Format(CultureInfo.GetCultureInfo("vi-VN"), text, args));
    }

    /// <inheritdoc cref="Of"/>
    public static Problem Invalid(string code, params object?[] args) => Of(ProblemKind.Invalid, code, args);

    /// <inheritdoc cref="Of"/>
    public static Problem Refused(string code, params object?[] args) => Of(ProblemKind.Refused, code, args);

    /// <inheritdoc cref="Of"/>
    public static Problem State(string code, params object?[] args) => Of(ProblemKind.State, code, args);

    /// <inheritdoc cref="Of"/>
    public static Problem Stale(string code, params object?[] args) => Of(ProblemKind.Stale, code, args);

    /// <summary>The refusal of a reason that is blank; null when there is one.</summary>
    public static Problem? Unless(string? reason) => string.IsNullOrWhiteSpace(reason) ? Invalid(nameof(Problems.ReasonBlank)).At("reason") : null;

    /// <summary>The same refusal, tied to a field.</summary>
    public Problem At(string field) => this with { Field = field };
}

/// <summary>Either a value or the <see cref="Domain.Problem"/> that stands in its place.</summary>
public readonly record struct Outcome<T>(T? Value, Problem? Problem)
{
    /// <summary>True when there is a value.</summary>
    public bool Ok => Problem is null;

    /// <summary>The value, as an outcome.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>The refusal, as an outcome.</summary>
    public static implicit operator Outcome<T>(Problem problem) => new(default, problem);
}
