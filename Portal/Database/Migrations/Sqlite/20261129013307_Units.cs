using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Database.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Units : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Aliases",
                table: "Units",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LetterheadLines",
                table: "Units",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "LetterheadParent",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "OfficialCode",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ParentCode",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PlaceName",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "StartedOn",
                table: "Units",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Units",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "UnitChanges",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Paper = table.Column<string>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    After = table.Column<string>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitChanges", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "UnitGroups",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Aliases = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitGroups", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "UnitGroupMember",
                columns: table => new
                {
                    GroupCode = table.Column<string>(type: "TEXT", nullable: false),
                    UnitCode = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UnitGroupMember", x => new { x.GroupCode, x.UnitCode });
                    table.ForeignKey(
                        name: "FK_UnitGroupMember_UnitGroups_GroupCode",
                        column: x => x.GroupCode,
                        principalTable: "UnitGroups",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_UnitGroupMember_Units_UnitCode",
                        column: x => x.UnitCode,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Units_ParentCode",
                table: "Units",
                column: "ParentCode");

            migrationBuilder.CreateIndex(
                name: "IX_UnitGroupMember_UnitCode",
                table: "UnitGroupMember",
                column: "UnitCode");

            migrationBuilder.AddForeignKey(
                name: "FK_Units_Units_ParentCode",
                table: "Units",
                column: "ParentCode",
                principalTable: "Units",
                principalColumn: "Code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Units_Units_ParentCode",
                table: "Units");

            migrationBuilder.DropTable(
                name: "UnitChanges");

            migrationBuilder.DropTable(
                name: "UnitGroupMember");

            migrationBuilder.DropTable(
                name: "UnitGroups");

            migrationBuilder.DropIndex(
                name: "IX_Units_ParentCode",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "Aliases",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "LetterheadLines",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "LetterheadParent",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "OfficialCode",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "ParentCode",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "PlaceName",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "StartedOn",
                table: "Units");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Units");
        }
    }
}
