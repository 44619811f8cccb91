using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Portal.Database;
using Portal.Domain.Submissions;

namespace Portal.Features.Reasons;

/// <summary>Gives each unit that coordinates a request the usual reasons that lie beside the program, once: what its coordinators changed or removed stays as they left it.</summary>
public sealed class ReasonLoader(IDbContextFactory<PortalDb> dbs)
{
    private const string LoadedUnits = "reasons-loaded";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Reads <c>Reasons/usual-reasons.json</c>.</summary>
    public async Task RunAsync()
    {
        await using var db = dbs.CreateDbContext();
        var setting = await db.Settings.SingleOrDefaultAsync(s => s.Name == LoadedUnits);
        var loaded = (setting?.Value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var wanted = (await db.Requests.Select(r => r.CoordinatingUnitCode).Distinct().ToListAsync()).Except(loaded).Order().ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var reasons = await ReadAsync();
        foreach (var unit in wanted)
        {
            db.UsualReasons.AddRange(reasons.Select(r => new UsualReason(unit, r.Kind, r.Text)));
        }

        if (setting is null)
        {
            db.Settings.Add(setting = new Setting { Name = LoadedUnits });
        }

        setting.Value = string.Join(',', loaded.Concat(wanted));
        await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<Reason>> ReadAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Reasons", "usual-reasons.json"));
        return (await JsonSerializer.DeserializeAsync<List<Reason>>(file, Options))!;
    }

    private sealed record Reason(ReasonKind Kind, string Text);
}
