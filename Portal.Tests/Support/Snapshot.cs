using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Database;

namespace Portal.Tests.Support;

/// <summary>What stands in the tables: of each the number of rows and a hash over all of them. Access records and the end of their chain are left out, because a refusal adds to them.</summary>
internal sealed record Snapshot(IReadOnlyDictionary<string, (int Rows, string Hash)> Tables)
{
    /// <summary>The tables that differ, with their numbers of rows; empty when nothing changed.</summary>
    public IReadOnlyList<string> Differences(Snapshot other) =>
        [.. Tables.Where(t => other.Tables[t.Key] != t.Value).Select(t => $"{t.Key}: {t.Value.Rows} → {other.Tables[t.Key].Rows} rows")];

    /// <summary>Fails with the tables that changed.</summary>
    public void AssertSame(Snapshot other) => Assert.Equal([], Differences(other));

    /// <summary>Reads all tables of the model.</summary>
    public static async Task<Snapshot> TakeAsync(PortalDb db)
    {
        var tables = new SortedDictionary<string, (int, string)>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not (null or "AccessRecords")).DistinctBy(e => e.GetTableName()))
        {
            tables[entity.GetTableName()!] = await ReadAsync(db, entity);
        }

        return new(tables);
    }

    private static async Task<(int, string)> ReadAsync(PortalDb db, IEntityType entity)
    {
        var key = string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""));
        var filter = entity.ClrType == typeof(ChainHead) ? $"WHERE \"Name\" <> '{ChainHead.Access}'" : "";
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"""SELECT * FROM "{entity.GetTableName()}" {filter} ORDER BY {key}""";
        await using var reader = await command.ExecuteReaderAsync();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = 0;
        while (await reader.ReadAsync())
        {
            rows++;
            for (var i = 0; i < reader.FieldCount; i++)
            {
                hash.AppendData(Encoding.UTF8.GetBytes($"{reader.GetName(i)}={Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)}\u001f"));
            }
        }

        return (rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
