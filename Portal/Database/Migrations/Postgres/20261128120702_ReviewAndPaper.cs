using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Portal.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ReviewAndPaper : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ConfirmedAt",
                table: "Packages",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ConfirmedBy",
                table: "Packages",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "ReceivedAt",
                table: "Packages",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AnsweredDue",
                table: "Answers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AnsweredReason",
                table: "Answers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "AskedSigner",
                table: "Answers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "EnteringBy",
                table: "Answers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Objected",
                table: "Answers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "QuestionAt",
                table: "Answers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "QuestionBy",
                table: "Answers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "QuestionReason",
                table: "Answers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SentDocuments",
                table: "Answers",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "SentResolution",
                table: "Answers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Unconfirmed",
                table: "Answers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "SetAsideDrafts",
                columns: table => new
                {
                    ItemAnswerId = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    StateSince = table.Column<long>(type: "bigint", nullable: false),
                    StateBy = table.Column<int>(type: "integer", nullable: true),
                    SavedAt = table.Column<long>(type: "bigint", nullable: true),
                    SavedBy = table.Column<int>(type: "integer", nullable: true),
                    Body = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SetAsideDrafts", x => x.ItemAnswerId);
                    table.ForeignKey(
                        name: "FK_SetAsideDrafts_Answers_ItemAnswerId",
                        column: x => x.ItemAnswerId,
                        principalTable: "Answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "UsualReasons",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UsualReasons", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UsualReasons_Units_UnitCode",
                        column: x => x.UnitCode,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_UsualReasons_UnitCode",
                table: "UsualReasons",
                column: "UnitCode");

            // What was sent before says it too.
            migrationBuilder.Sql("""
                UPDATE "Answers" SET
                    "SentResolution" = (SELECT v."Body"::jsonb -> 'Values' ->> 'trangThaiGiaiQuyet' FROM "Versions" v WHERE v."ItemAnswerId" = "Answers"."Id" AND v."WithdrawnAt" IS NULL ORDER BY v."Number" DESC LIMIT 1),
                    "SentDocuments" = COALESCE((SELECT jsonb_array_length(v."Body"::jsonb -> 'Documents') FROM "Versions" v WHERE v."ItemAnswerId" = "Answers"."Id" AND v."WithdrawnAt" IS NULL ORDER BY v."Number" DESC LIMIT 1), 0)
                WHERE "SentBefore";
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SetAsideDrafts");

            migrationBuilder.DropTable(
                name: "UsualReasons");

            migrationBuilder.DropColumn(
                name: "ConfirmedAt",
                table: "Packages");

            migrationBuilder.DropColumn(
                name: "ConfirmedBy",
                table: "Packages");

            migrationBuilder.DropColumn(
                name: "ReceivedAt",
                table: "Packages");

            migrationBuilder.DropColumn(
                name: "AnsweredDue",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "AnsweredReason",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "AskedSigner",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "EnteringBy",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "Objected",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "QuestionAt",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "QuestionBy",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "QuestionReason",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "SentDocuments",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "SentResolution",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "Unconfirmed",
                table: "Answers");
        }
    }
}
