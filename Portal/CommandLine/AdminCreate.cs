using System.CommandLine;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
using Portal.Platform;
using Portal.Platform.Options;

namespace Portal.CommandLine;

/// <summary><c>Portal admin create</c>: the first administrator, or one more when nobody else can sign in. Works beside a running server.</summary>
internal static class AdminCreate
{
    /// <summary>The command.</summary>
    public static Command Command(string[] settings)
    {
        var userName = new Option<string>("--user-name") { Description = CommandText.UserName, Required = true };
        var name = new Option<string>("--name") { Description = CommandText.PersonName, Required = true };
        var unit = new Option<string?>("--unit") { Description = CommandText.Unit };
        var fromInput = new Option<bool>("--password-stdin") { Description = CommandText.PasswordStdin };
        var command = new Command("create", CommandText.AdminCreate) { userName, name, unit, fromInput };
        command.SetAction((parsed, _) => CommandHost.RunAsync(settings, async portal =>
        {
            var password = parsed.GetValue(fromInput) ? await Console.In.ReadLineAsync() ?? "" : Ask();
            return await CreateAsync(portal, parsed.GetValue(userName)!.Trim(), parsed.GetValue(name)!.Trim(), parsed.GetValue(unit), password);
        }));
        return command;
    }

    private static async Task<string> CreateAsync(WebApplication portal, string userName, string name, string? unit, string password)
    {
        var dbs = portal.Services.GetRequiredService<IDbContextFactory<PortalDb>>();
        await portal.PrepareDataAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        var account = new Account { UserName = userName, NormalizedUserName = users.NormalizeName(userName), SecurityStamp = Guid.NewGuid().ToString("N") };
        if (name.Length == 0)
        {
            throw new StartRefusedException(CommandText.NameMissing);
        }

        await CheckAsync(users, account, password);
        await using var db = dbs.CreateDbContext();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var belongs = await UnitAsync(portal, db, unit);
        var person = new Person(name, belongs);
        person.Grant(Role.Administrator, belongs, portal.Services.GetRequiredService<PortalClock>().Now);
        db.People.Add(person);
        await db.SaveChangesAsync();
        (account.PersonId, account.PasswordHash) = (person.Id, users.PasswordHasher.HashPassword(account, password));
        db.Users.Add(account);
        if (await db.TrySaveAsync() is { } problem)
        {
            throw new StartRefusedException(problem.Text);
        }

        await transaction.CommitAsync();
        return string.Format(CommandText.AdminCreated, userName);
    }

    private static async Task CheckAsync(UserManager<Account> users, Account account, string password)
    {
        var wrong = new List<string>();
        foreach (var validator in users.UserValidators)
        {
            wrong.AddRange((await validator.ValidateAsync(users, account)).Errors.Select(e => e.Description));
        }

        foreach (var validator in users.PasswordValidators)
        {
            wrong.AddRange((await validator.ValidateAsync(users, account, password)).Errors.Select(e => e.Description));
        }

        if (wrong.Count > 0)
        {
            throw new StartRefusedException(string.Join(Environment.NewLine, wrong));
        }
    }

    /// <summary>The unit named, else the last of those that report nothing themselves: the office of the organisation.</summary>
    private static async Task<string> UnitAsync(WebApplication portal, PortalDb db, string? code)
    {
        var codes = await db.Units.OrderBy(u => u.Order).Select(u => u.Code).ToListAsync();
        if (code is not null)
        {
            return codes.Find(c => string.Equals(c, code, StringComparison.OrdinalIgnoreCase)) ?? throw new StartRefusedException(string.Format(CommandText.UnitUnknown, code, string.Join(", ", codes)));
        }

        var request = await db.Requests.OrderBy(r => r.Id).Select(r => new { r.Id, r.FormVersion }).FirstAsync();
        return (await portal.Services.GetRequiredService<FormCatalog>().OfAsync(request.Id, request.FormVersion)).OrganisationUnits[^1].Code;
    }

    private static string Ask()
    {
        if (Console.IsInputRedirected)
        {
            throw new StartRefusedException(CommandText.NoTerminal);
        }

        var password = ReadHidden(CommandText.AskPassword);
        return password == ReadHidden(CommandText.AskAgain) ? password : throw new StartRefusedException(CommandText.PasswordsDiffer);
    }

    private static string ReadHidden(string question)
    {
        Console.Error.Write(question);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.Error.WriteLine();
        return typed.ToString();
    }
}
