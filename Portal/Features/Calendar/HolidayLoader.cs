using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Calendar;

namespace Portal.Features.Calendar;

/// <summary>Loads the public holidays that lie beside the program, each year once: what the administrator changed or removed of a year stays as he left it.</summary>
public sealed class HolidayLoader(IDbContextFactory<PortalDb> dbs)
{
    private const string LoadedYears = "holidays-loaded";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads <c>Calendar/holidays.json</c>.</summary>
    public async Task RunAsync()
    {
        var days = await ReadAsync();
        await using var db = dbs.CreateDbContext();
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == LoadedYears);
        var loaded = (setting?.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries).Select(y => int.Parse(y, CultureInfo.InvariantCulture)).ToHashSet();
        var wanted = days.Where(d => !loaded.Contains(d.Date.Year)).ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var known = await db.Holidays.Select(h => h.Date).ToHashSetAsync();
        db.Holidays.AddRange(wanted.Where(d => !known.Contains(d.Date)).Select(d => new Holiday(d.Date, d.Name, d.Kind, d.Verified)));
        if (setting is null)
        {
            db.Settings.Add(setting = new Setting { Name = LoadedYears });
        }

        setting.Value = string.Join(',', loaded.Concat(wanted.Select(d => d.Date.Year)).Distinct().Order());
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<Day>> ReadAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Calendar", "holidays.json"));
        return (await JsonSerializer.DeserializeAsync<List<Day>>(file, Options))!;
    }

    private sealed record Day(DateOnly Date, string Name, HolidayKind Kind, bool Verified);
}
