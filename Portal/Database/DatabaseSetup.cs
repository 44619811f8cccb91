using Microsoft.EntityFrameworkCore;

namespace Portal.Database;

/// <summary>Which engine, and where everything is written.</summary>
public sealed class DatabaseOptions
{
    /// <summary><c>Sqlite</c> (default) or <c>Postgres</c>.</summary>
    public string Provider { get; set; } = "Sqlite";
}

/// <summary>Puts the database into the services and brings it up to date.</summary>
public static class DatabaseSetup
{
    /// <summary>Adds the factory for the configured engine.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">Reads <c>Database:Provider</c> and <c>ConnectionStrings:Portal</c>.</param>
    /// <param name="folder">The data folder; SQLite's file lies in it unless a connection string says otherwise.</param>
    public static IServiceCollection AddPortalDatabase(this IServiceCollection services, IConfiguration configuration, string folder)
    {
        var provider = configuration.GetSection("Database").Get<DatabaseOptions>()?.Provider ?? "Sqlite";
        var connection = configuration.GetConnectionString("Portal");
        switch (provider)
        {
            case "Sqlite":
                services.AddDbContextFactory<SqlitePortalDb>(o => SqlitePortalDb.Configure(o, string.IsNullOrEmpty(connection) ? $"Data Source={Path.Combine(folder, "portal.db")};Default Timeout=5" : connection));
                services.AddSingleton<IDbContextFactory<PortalDb>, PortalDbFactory<SqlitePortalDb>>();
                break;
            case "Postgres":
                services.AddDbContextFactory<PostgresPortalDb>(o => PostgresPortalDb.Configure(o, connection ?? throw new InvalidOperationException("Database:Provider=Postgres needs ConnectionStrings:Portal.")));
                services.AddSingleton<IDbContextFactory<PortalDb>, PortalDbFactory<PostgresPortalDb>>();
                break;
            default:
                throw new InvalidOperationException($"Database:Provider is '{provider}'; it must be Sqlite or Postgres.");
        }

        return services.AddSingleton<FormCatalog>().AddSingleton<SearchIndex>();
    }

    /// <summary>Brings the database up to date and refuses a SQLite that can corrupt a WAL database opened by two connections (3.7.0 to 3.51.2).</summary>
    public static async Task MigrateAsync(IDbContextFactory<PortalDb> dbs)
    {
        await using var db = dbs.CreateDbContext();
        if (db is SqlitePortalDb)
        {
            var version = Version.Parse(await db.Database.SqlQuery<string>($"SELECT sqlite_version() AS \"Value\"").SingleAsync());
            if (version < new Version(3, 51, 3))
            {
                throw new InvalidOperationException($"SQLite {version} is too old; 3.51.3 or newer is needed.");
            }
        }

        await db.Database.MigrateAsync();
    }
}
