using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    VersionId = table.Column<int>(type: "INTEGER", nullable: true),
                    DocumentId = table.Column<int>(type: "INTEGER", nullable: true),
                    Restricted = table.Column<bool>(type: "INTEGER", nullable: false),
                    UnitCode = table.Column<string>(type: "TEXT", nullable: true),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Exact = table.Column<string>(type: "TEXT", nullable: false),
                    Folded = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SearchEntries_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_SearchEntries_Units_UnitCode",
                        column: x => x.UnitCode,
                        principalTable: "Units",
                        principalColumn: "Code");
                    table.ForeignKey(
                        name: "FK_SearchEntries_Versions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "Versions",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_DocumentId",
                table: "SearchEntries",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_PersonId",
                table: "SearchEntries",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_UnitCode",
                table: "SearchEntries",
                column: "UnitCode");

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_VersionId",
                table: "SearchEntries",
                column: "VersionId");

            migrationBuilder.Sql("""
                CREATE VIRTUAL TABLE "SearchWords" USING fts5("Exact", "Folded", content='SearchEntries', content_rowid='Id', tokenize='unicode61 remove_diacritics 0', prefix='2 3');
                CREATE TRIGGER "SearchEntries_Added" AFTER INSERT ON "SearchEntries" BEGIN
                    INSERT INTO "SearchWords"("rowid", "Exact", "Folded") VALUES (new."Id", new."Exact", new."Folded");
                END;
                CREATE TRIGGER "SearchEntries_Removed" AFTER DELETE ON "SearchEntries" BEGIN
                    INSERT INTO "SearchWords"("SearchWords", "rowid", "Exact", "Folded") VALUES ('delete', old."Id", old."Exact", old."Folded");
                END;
                CREATE TRIGGER "SearchEntries_Changed" AFTER UPDATE OF "Exact", "Folded" ON "SearchEntries" BEGIN
                    INSERT INTO "SearchWords"("SearchWords", "rowid", "Exact", "Folded") VALUES ('delete', old."Id", old."Exact", old."Folded");
                    INSERT INTO "SearchWords"("rowid", "Exact", "Folded") VALUES (new."Id", new."Exact", new."Folded");
                END;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""DROP TABLE "SearchWords";""");

            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
