using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Portal.Database.Migrations.Postgres
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    VersionId = table.Column<int>(type: "integer", nullable: true),
                    DocumentId = table.Column<int>(type: "integer", nullable: true),
                    Restricted = table.Column<bool>(type: "boolean", nullable: false),
                    UnitCode = table.Column<string>(type: "character varying(40)", nullable: true),
                    PersonId = table.Column<int>(type: "integer", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Exact = table.Column<string>(type: "text", nullable: false),
                    Folded = table.Column<string>(type: "text", nullable: false)
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
                ALTER TABLE "SearchEntries"
                    ADD COLUMN "ExactWords" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("Exact", ' '))) STORED,
                    ADD COLUMN "FoldedWords" tsvector GENERATED ALWAYS AS (array_to_tsvector(string_to_array("Folded", ' '))) STORED;
                CREATE INDEX "IX_SearchEntries_FoldedWords" ON "SearchEntries" USING gin ("FoldedWords");
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
