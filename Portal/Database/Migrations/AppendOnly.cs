using Microsoft.EntityFrameworkCore.Migrations;

namespace Portal.Database.Migrations;

/// <summary>What happened and what was sent can be added, never changed and never taken away: the database itself refuses, whoever asks.</summary>
internal static class AppendOnly
{
    private static readonly string[] Tables = ["Events", "Versions"];

    public static void GuardOnSqlite(this MigrationBuilder migration)
    {
        foreach (var table in Tables)
        {
            foreach (var verb in Verbs(table))
            {
                migration.Sql($"""CREATE TRIGGER "{table}_no_{Name(verb)}" BEFORE {verb} ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;""");
            }
        }
    }

    public static void GuardOnPostgres(this MigrationBuilder migration)
    {
        migration.Sql("CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;");
        foreach (var table in Tables)
        {
            foreach (var verb in Verbs(table))
            {
                migration.Sql($"""CREATE TRIGGER "{table}_no_{Name(verb)}" BEFORE {verb} ON "{table}" FOR EACH ROW EXECUTE FUNCTION refuse_change();""");
            }

            migration.Sql($"""CREATE TRIGGER "{table}_no_truncate" BEFORE TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();""");
        }
    }

    // A version may be marked withdrawn and its body blanked of a name; what identifies it may not change.
    private static string[] Verbs(string table) => table == "Events"
        ? ["DELETE", "UPDATE"]
        : ["DELETE", """UPDATE OF "Id", "ItemAnswerId", "Number", "PackageNumber", "Hash", "SentAt" """];

    private static string Name(string verb) => verb.StartsWith("UPDATE", StringComparison.Ordinal) ? "update" : "delete";
}
