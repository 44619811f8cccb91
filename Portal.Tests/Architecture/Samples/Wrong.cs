using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Portal.App;
using Portal.Database;
using Portal.Features.Requests;
using Portal.Platform.Commands;

namespace Portal.Tests.Architecture.Samples;

// Each of these breaks one rule, to show that the rule finds it.

internal sealed class ReadsAFile
{
    public static string Run() => File.ReadAllText("letter.txt");
}

internal sealed class ReadsTheClock
{
    public static Func<int> InALambda() => () => DateTime.Now.Year;

    public static async Task<DateTimeOffset> AfterAwaiting()
    {
        await Task.CompletedTask;
        return DateTimeOffset.UtcNow;
    }
}

internal sealed class HasATimeProvider(TimeProvider time)
{
    public long Run() => time.GetTimestamp();
}

internal sealed class UsesTheShell
{
    public static Type Run() => typeof(PortalTheme);
}

internal sealed class UsesTheWriter(Writer writer)
{
    public override string ToString() => writer.ToString()!;
}

internal sealed class LooksIntoRequests
{
    public static async Task RunAsync(IssueRequest issue) => await issue.RunAsync("", false, Guid.Empty);
}

public sealed class QueryingComponent : ComponentBase
{
    [Inject]
    private IDbContextFactory<PortalDb> Dbs { get; set; } = null!;

    protected override async Task OnInitializedAsync()
    {
        await using var db = Dbs.CreateDbContext();
        await db.Units.LoadAsync();
    }
}

public sealed class HasAContext(PortalDb db)
{
    public override string ToString() => db.ToString()!;
}

public class NotSealedUseCase(Writer writer)
{
    public Task<string> RunAsync() => Task.FromResult(writer.ToString()!);
}

public sealed class TwoRunsUseCase(Writer writer)
{
    public Task<string> RunAsync() => Task.FromResult(writer.ToString()!);

    public Task RunAsync(int times) => Task.Delay(times);
}

public sealed class NoRunUseCase(Reader reader)
{
    public Task<string> ReadAsync() => Task.FromResult(reader.ToString()!);
}

internal interface ILonely;

internal sealed class Lonely : ILonely;

internal sealed class LetterManager;

[Route("/mo")]
public sealed class OpenPage : ComponentBase;

[Route("/mo-nua")]
[Microsoft.AspNetCore.Authorization.AllowAnonymous]
public sealed class AnonymousPage : ComponentBase;
