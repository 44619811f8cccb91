using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SentFacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "SentDocuments",
                table: "Answers",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SentResolution",
                table: "Answers",
                type: "TEXT",
                nullable: true);

            // What was sent before says it too.
            migrationBuilder.Sql("""
                UPDATE "Answers" SET
                    "SentResolution" = (SELECT json_extract(v."Body", '$.Values.trangThaiGiaiQuyet') FROM "Versions" v WHERE v."ItemAnswerId" = "Answers"."Id" AND v."WithdrawnAt" IS NULL ORDER BY v."Number" DESC LIMIT 1),
                    "SentDocuments" = COALESCE((SELECT json_array_length(v."Body", '$.Documents') FROM "Versions" v WHERE v."ItemAnswerId" = "Answers"."Id" AND v."WithdrawnAt" IS NULL ORDER BY v."Number" DESC LIMIT 1), 0)
                WHERE "SentBefore";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "SentDocuments",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "SentResolution",
                table: "Answers");
        }
    }
}
