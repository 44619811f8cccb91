using Microsoft.Data.Sqlite;
using Npgsql;

namespace Portal.Tests.Support;

/// <summary>A database of its own for one test, on the engine that PORTAL_TEST_DB names: a file in a folder that is taken away afterwards, or a database on the server of PORTAL_TEST_POSTGRES.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly SemaphoreSlim copying = new(1);

    private TestDatabase(string name, string folder) => (Name, Folder) = (name, folder);

    /// <summary>True when this run is on PostgreSQL.</summary>
    public static bool OnPostgres { get; } = Environment.GetEnvironmentVariable("PORTAL_TEST_DB") == "postgres";

    private static string Server { get; } = Environment.GetEnvironmentVariable("PORTAL_TEST_POSTGRES") ?? "";

    /// <summary>Its name on the server.</summary>
    public string Name { get; }

    /// <summary>A folder of its own; SQLite's file and everything that the portal writes lies in it.</summary>
    public string Folder { get; }

    /// <summary>As <c>Database:Provider</c> says it.</summary>
    public static string Provider => OnPostgres ? "Postgres" : "Sqlite";

    /// <summary>As <c>ConnectionStrings:Portal</c> says it.</summary>
    public string ConnectionString => OnPostgres
        ? new NpgsqlConnectionStringBuilder(Server) { Database = Name, MaxPoolSize = 20, ConnectionIdleLifetime = 10 }.ConnectionString
        : $"Data Source={File};Default Timeout=5";

    private string File => Path.Combine(Folder, "portal.db");

    /// <summary>Makes an empty one; the migration fills it.</summary>
    public static async Task<TestDatabase> CreateAsync()
    {
        var database = Place();
        if (OnPostgres)
        {
            await OnServerAsync($"""CREATE DATABASE "{database.Name}" """);
        }

        return database;
    }

    /// <summary>Makes a copy of this one as it stands. Nobody may be connected to it meanwhile.</summary>
    public async Task<TestDatabase> CopyAsync()
    {
        await copying.WaitAsync(); // two tests that begin at once would be in each other's way
        try
        {
            return await CopyAloneAsync();
        }
        finally
        {
            copying.Release();
        }
    }

    private async Task<TestDatabase> CopyAloneAsync()
    {
        var copy = Place();
        if (OnPostgres)
        {
            LetGo();
            await OnServerAsync($"""CREATE DATABASE "{copy.Name}" TEMPLATE "{Name}" """);
        }
        else
        {
            await SettleAsync();
            System.IO.File.Copy(File, copy.File);
        }

        return copy;
    }

    /// <summary>Writes SQLite's log into the file, so that the file alone is the database.</summary>
    public async Task SettleAsync()
    {
        if (!OnPostgres)
        {
            await using var connection = new SqliteConnection(ConnectionString);
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await using var answer = await command.ExecuteReaderAsync();
            Assert.True(await answer.ReadAsync() && answer.GetInt32(0) == 0, "The log could not be written into the file: somebody still uses the database.");
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        LetGo();
        copying.Dispose();
        if (OnPostgres)
        {
            await OnServerAsync($"""DROP DATABASE IF EXISTS "{Name}" WITH (FORCE)""");
        }

        Directory.Delete(Folder, recursive: true);
    }

    private static TestDatabase Place()
    {
        Assert.True(!OnPostgres || Server.Length > 0, "PORTAL_TEST_DB=postgres needs PORTAL_TEST_POSTGRES, a connection string to a server's own database. `bash Portal.Tests/run` starts one.");
        return new($"portal_test_{Guid.NewGuid():N}", Directory.CreateTempSubdirectory("portal-test-").FullName);
    }

    private void LetGo()
    {
        if (OnPostgres)
        {
            using var connection = new NpgsqlConnection(ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }
        else
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
    }

    private static async Task OnServerAsync(string command)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var execute = new NpgsqlCommand(command, connection);
        await execute.ExecuteNonQueryAsync();
    }
}
