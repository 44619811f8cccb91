using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Requests;

namespace Portal.Features.Requests;

/// <summary>Loads the letters that lie beside the program as drafts, with the units they name. A letter already loaded is left as it is.</summary>
public sealed class LetterLoader(IDbContextFactory<PortalDb> dbs)
{
    /// <summary>Reads every <c>Letters/*/request.json</c>.</summary>
    /// <exception cref="InvalidDataException">A file is broken; the message names the file and the place.</exception>
    public async Task RunAsync()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Letters"), "request.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var json = await File.ReadAllTextAsync(file);
            await LoadAsync(json, file);
        }
    }

    /// <summary>Loads one.</summary>
    /// <param name="json">The text of a <c>request.json</c>.</param>
    /// <param name="file">Its name, for the message.</param>
    /// <returns>The request's code.</returns>
    /// <exception cref="InvalidDataException">It is broken; the message names the place.</exception>
    public async Task<string> LoadAsync(string json, string file = "request.json")
    {
        var parsed = RequestFile.Parse(json);
        var letter = parsed.Value ?? throw new InvalidDataException($"{file}: {parsed.Problem!.Text}");
        await using var db = dbs.CreateDbContext();
        await LetterUnits.AddMissingAsync(db, letter);
        if (await db.Requests.AnyAsync(r => r.Code == letter.Code))
        {
            await db.SaveChangesAsync();
            return letter.Code;
        }

        var request = new ReportingRequest(letter.Code, letter.Letter.Subject, letter.CoordinatingUnitCode, new Deadline(letter.Deadline.Instant, letter.Deadline.Inclusive), letter.SignedReport);
        db.FormVersions.Add(new FormVersion(request, 1, json));
        await db.SaveChangesAsync();
        return letter.Code;
    }
}
