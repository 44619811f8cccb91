using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Portal.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AmendedForms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "FormVersion",
                table: "Versions",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "Submissions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "LetterDate",
                table: "Requests",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LetterNumber",
                table: "Requests",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "OpensAt",
                table: "Requests",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ScheduledBy",
                table: "Requests",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FormVersion",
                table: "PackageItems",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.AddColumn<long>(
                name: "AmendedAt",
                table: "FormVersions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "AmendedBy",
                table: "FormVersions",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "FormVersions",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "DueAt",
                table: "Answers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FormVersion",
                table: "Answers",
                type: "integer",
                nullable: false,
                defaultValue: 1);

            migrationBuilder.CreateTable(
                name: "OldValues",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ItemAnswerId = table.Column<int>(type: "integer", nullable: false),
                    FormVersion = table.Column<int>(type: "integer", nullable: false),
                    Path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: false),
                    ChangedBy = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    LeftAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OldValues", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OldValues_Answers_ItemAnswerId",
                        column: x => x.ItemAnswerId,
                        principalTable: "Answers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_OldValues_ItemAnswerId",
                table: "OldValues",
                column: "ItemAnswerId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "OldValues");

            migrationBuilder.DropColumn(
                name: "FormVersion",
                table: "Versions");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Submissions");

            migrationBuilder.DropColumn(
                name: "LetterDate",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "LetterNumber",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "OpensAt",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "ScheduledBy",
                table: "Requests");

            migrationBuilder.DropColumn(
                name: "FormVersion",
                table: "PackageItems");

            migrationBuilder.DropColumn(
                name: "AmendedAt",
                table: "FormVersions");

            migrationBuilder.DropColumn(
                name: "AmendedBy",
                table: "FormVersions");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "FormVersions");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "FormVersion",
                table: "Answers");
        }
    }
}
