using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.People;
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
        await UnitsAsync(db, letter);
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

    private static async Task UnitsAsync(PortalDb db, RequestDefinition letter)
    {
        var known = await db.Units.ToDictionaryAsync(u => u.Code);
        foreach (var u in letter.Units.Concat(letter.OrganisationUnits))
        {
            if (!known.TryGetValue(u.Code, out var unit))
            {
                unit = new Unit(u.Code, u.LoginCode, u.Name, u.FullName, u.ShortName, u.Order);
                db.Units.Add(unit);
            }

            unit.Fill(new(u.Name, u.FullName, u.ShortName, u.Order, u.Kind, letter.TopUnitCode == u.Code ? null : letter.TopUnitCode)
            {
                Aliases = u.Aliases,
                LetterheadParent = u.LetterheadParent,
                LetterheadLines = u.LetterheadLines,
                PlaceName = u.PlaceName,
                Note = u.Note,
            }, u.OfficialCode);
        }

        var groups = await db.UnitGroups.Select(g => g.Code).ToHashSetAsync();
        foreach (var named in letter.Groups.Where(g => g.UnitCodes.Count > 1 && groups.Add(UnitGroup.CodeOf(g.Title))))
        {
            var group = new UnitGroup(UnitGroup.CodeOf(named.Title), named.Title);
            group.Describe(named.Title, [], [.. named.UnitCodes]);
            db.UnitGroups.Add(group);
        }
    }
}
