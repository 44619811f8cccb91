using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Database.Migrations;

/// <summary>What happened and what was sent can be added, never changed and never taken away: the database itself refuses, whoever asks.</summary>
internal static class AppendOnly
{
    private static readonly string[] Tables = ["Events", "Versions"];
    private static readonly string[] Shown = ["PackageItems"];

    public static void GuardOnSqlite(this MigrationBuilder migration) => OnSqlite(migration, Tables);

    // What the heads were shown came later than the rest.
    public static void GuardShownOnSqlite(this MigrationBuilder migration) => OnSqlite(migration, Shown);

    public static void GuardOnPostgres(this MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        OnPostgres(migration, Tables);
    }

    public static void GuardShownOnPostgres(this MigrationBuilder migration) => OnPostgres(migration, Shown);

    private static void OnSqlite(MigrationBuilder migration, string[] tables)
    {
        foreach (var table in tables)
        {
            foreach (var verb in Verbs(table))
            {
                migration.Sql($"""CREATE TRIGGER "{table}_no_{Name(verb)}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;""");
            }
        }
    }

    private static void OnPostgres(MigrationBuilder migration, string[] tables)
    {
        foreach (var table in tables)
        {
            foreach (var verb in Verbs(table))
            {
                migration.Sql($"""CREATE TRIGGER "{table}_no_{Name(verb)}" BEFORE {verb} ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_change();""");
            }

            migration.Sql($"""CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();""");
        }
    }

    // A version may be marked withdrawn, and it and what was shown may be blanked of a name; what identifies them may not change.
    private static string[] Verbs(string table) => table switch
    {
        "Events" => ["DELETE", "UPDATE"],
        "Versions" => ["DELETE", """UPDATE OF "Id", "ItemAnswerId", "Number", "PackageNumber", "Hash", "SentAt" """],
        _ => ["DELETE", """UPDATE OF "Id", "PackageId", "ItemCode", "Hash" """],
    };

    private static string Name(string verb) => verb.StartsWith("UPDATE", StringComparison.Ordinal) ? "update" : "delete";
}
