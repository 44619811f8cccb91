using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Domain.Search;

namespace Portal.Database;

/// <summary>The database in one file: WAL, every commit synchronous FULL.</summary>
public sealed class SqlitePortalDb(DbContextOptions<SqlitePortalDb> options) : PortalDb(options)
{
    /// <inheritdoc/>
    public override Task<ChainHead> LockChainAsync(string name) => ChainHeads.SingleAsync(h => h.Name == name); // a transaction holds the only write lock from its start

    /// <inheritdoc/>
    public override Task LockSubmissionAsync(int submissionId) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task LockRequestAsync(int requestId) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task BeginSnapshotAsync()
    {
        await Database.OpenConnectionAsync(); // EF's own BeginTransaction would take the write lock at once
        await Database.UseTransactionAsync(((SqliteConnection)Database.GetDbConnection()).BeginTransaction(deferred: true));
    }

    /// <inheritdoc/>
    public override IQueryable<SearchMatch> Matches(SearchTerms terms)
    {
        var (folded, exact) = (Words("Folded", terms.Folded, terms.LastIsBegun), Words("Exact", terms.Exact, terms.LastIsBegun));
        return Database.SqlQuery<SearchMatch>($"""
            SELECT "rowid" AS "Id", "rank" AS "Rank", "rowid" IN (SELECT "rowid" FROM "SearchWords" WHERE "SearchWords" MATCH {exact}) AS "Exactly"
            FROM "SearchWords" WHERE "SearchWords" MATCH {folded}
            """);
    }

    // Terms are letters and digits, so that the quotes hold.
    private static string Words(string column, IReadOnlyList<string> terms, bool begun) =>
        string.Join(" AND ", terms.Select((t, i) => $"{column} : \"{t}\"{(begun && i == terms.Count - 1 ? " *" : "")}"));

    /// <inheritdoc/>
    public override Task EmptyAsync() => Database.EnsureDeletedAsync();

    /// <summary>Says to EF which file, and how it is written.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseSqlite(connectionString, s => s.MigrationsAssembly(typeof(SqlitePortalDb).Assembly)).AddInterceptors(Durable.Instance);

    /// <summary>Sets on every opened connection what is per connection: full synchronisation, foreign keys, a short wait for the write lock.</summary>
    private sealed class Durable : DbConnectionInterceptor
    {
        public static Durable Instance { get; } = new();

        private const string Pragmas = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=5000;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>The database on PostgreSQL.</summary>
public sealed class PostgresPortalDb(DbContextOptions<PostgresPortalDb> options) : PortalDb(options)
{
    /// <inheritdoc/>
    public override Task<ChainHead> LockChainAsync(string name) =>
        ChainHeads.FromSql($"""SELECT * FROM "ChainHeads" WHERE "Name" = {name} FOR UPDATE""").SingleAsync();

    /// <inheritdoc/>
    public override Task LockSubmissionAsync(int submissionId) =>
        Database.ExecuteSqlAsync($"""SELECT 1 FROM "Answers" WHERE "SubmissionId" = {submissionId} ORDER BY "Id" FOR UPDATE""");

    /// <inheritdoc/>
    public override Task LockRequestAsync(int requestId) =>
        Database.ExecuteSqlAsync($"""SELECT 1 FROM "Answers" WHERE "SubmissionId" IN (SELECT "Id" FROM "Submissions" WHERE "RequestId" = {requestId}) ORDER BY "Id" FOR UPDATE""");

    /// <inheritdoc/>
    public override Task BeginSnapshotAsync() => Database.BeginTransactionAsync(IsolationLevel.RepeatableRead);

    /// <inheritdoc/>
    public override IQueryable<SearchMatch> Matches(SearchTerms terms)
    {
        var (folded, exact) = (Words(terms.Folded, terms.LastIsBegun), Words(terms.Exact, terms.LastIsBegun));
        return Database.SqlQuery<SearchMatch>($"""
            SELECT "Id", -ts_rank("FoldedWords", {folded}::tsquery)::float8 AS "Rank", "ExactWords" @@ {exact}::tsquery AS "Exactly"
            FROM "SearchEntries" WHERE "FoldedWords" @@ {folded}::tsquery
            """);
    }

    // Terms are letters and digits, so that the quotes hold.
    private static string Words(IReadOnlyList<string> terms, bool begun) =>
        string.Join(" & ", terms.Select((t, i) => $"'{t}'{(begun && i == terms.Count - 1 ? ":*" : "")}"));

    /// <inheritdoc/>
    public override Task EmptyAsync() => Database.ExecuteSqlRawAsync("DROP SCHEMA public CASCADE; CREATE SCHEMA public;");

    /// <summary>Says to EF which server.</summary>
    public static void Configure(DbContextOptionsBuilder options, string connectionString) =>
        options.UseNpgsql(connectionString, s => s.MigrationsAssembly(typeof(PostgresPortalDb).Assembly));
}

/// <summary>Hands out the engine's heir as the one type that everything knows; the framework's own factory is not covariant.</summary>
public sealed class PortalDbFactory<TDb>(IDbContextFactory<TDb> factory) : IDbContextFactory<PortalDb> where TDb : PortalDb
{
    /// <inheritdoc/>
    public PortalDb CreateDbContext() => factory.CreateDbContext();
}

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqlitePortalDb>
{
    public SqlitePortalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        SqlitePortalDb.Configure(options, "Data Source=:memory:");
        return new(options.Options);
    }
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<PostgresPortalDb>
{
    public PostgresPortalDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<PostgresPortalDb>();
        PostgresPortalDb.Configure(options, "Host=127.0.0.1");
        return new(options.Options);
    }
}
