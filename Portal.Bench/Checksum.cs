using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Database;

namespace Portal.Bench;

/// <summary>Counts every table and hashes every row of it, in the order of its key.</summary>
internal static class Checksum
{
    /// <summary>Reads the whole database; two databases of one engine hold the same rows when the hashes agree.</summary>
    public static async Task<(IReadOnlyList<(string Table, int Rows)> Rows, string Hash)> OfAsync(PortalDb db)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var rows = new List<(string, int)>();
        await db.Database.OpenConnectionAsync();
        foreach (var entity in db.Model.GetEntityTypes().Where(e => e.GetTableName() is not null).DistinctBy(e => e.GetTableName()).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"""SELECT * FROM "{entity.GetTableName()}" ORDER BY {string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(p => $"\"{p.GetColumnName()}\""))}""";
            await using var reader = await command.ExecuteReaderAsync();
            var count = 0;
            for (; await reader.ReadAsync(); count++)
            {
                for (var i = 0; i < reader.FieldCount; i++)
                {
                    hash.AppendData(Encoding.UTF8.GetBytes($"{reader.GetName(i)}={Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture)}\u001f"));
                }
            }

            rows.Add((entity.GetTableName()!, count));
        }

        return (rows, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
