using Portal.Domain;

namespace Portal.Platform;

/// <summary>A refusal as an answer over HTTP.</summary>
public static class ProblemResults
{
    /// <summary>404, 403, 409, 422 or 503 with <c>{ code, text, field }</c>.</summary>
    public static IResult ToResult(this Problem problem) => problem.ToResult(problem.HttpStatus);

    /// <summary>The same, under a status that a protocol has for it.</summary>
    public static IResult ToResult(this Problem problem, int status) => Results.Json(new { problem.Code, problem.Text, problem.Field }, statusCode: status);
}
