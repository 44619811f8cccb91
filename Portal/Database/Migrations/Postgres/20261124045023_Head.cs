using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Portal.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Head : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "EnteredBy",
                table: "Packages",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Judged",
                table: "Packages",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "WithdrawnAt",
                table: "Packages",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "AskedDue",
                table: "Answers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AskedReason",
                table: "Answers",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Delegations",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitCode = table.Column<string>(type: "character varying(40)", nullable: false),
                    HeadId = table.Column<int>(type: "integer", nullable: true),
                    DelegateId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: false),
                    Paper = table.Column<string>(type: "text", nullable: true),
                    NamedBy = table.Column<int>(type: "integer", nullable: false),
                    NamedAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedBy = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Delegations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Delegations_People_DelegateId",
                        column: x => x.DelegateId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Delegations_People_HeadId",
                        column: x => x.HeadId,
                        principalTable: "People",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_Delegations_Units_UnitCode",
                        column: x => x.UnitCode,
                        principalTable: "Units",
                        principalColumn: "Code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PackageItems",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    PackageId = table.Column<int>(type: "integer", nullable: false),
                    ItemCode = table.Column<string>(type: "text", nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PackageItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PackageItems_Packages_PackageId",
                        column: x => x.PackageId,
                        principalTable: "Packages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_DelegateId_Until",
                table: "Delegations",
                columns: new[] { "DelegateId", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_HeadId",
                table: "Delegations",
                column: "HeadId");

            migrationBuilder.CreateIndex(
                name: "IX_Delegations_UnitCode",
                table: "Delegations",
                column: "UnitCode");

            migrationBuilder.CreateIndex(
                name: "IX_PackageItems_PackageId_ItemCode",
                table: "PackageItems",
                columns: new[] { "PackageId", "ItemCode" },
                unique: true);
            migrationBuilder.GuardShownOnPostgres();
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Delegations");

            migrationBuilder.DropTable(
                name: "PackageItems");

            migrationBuilder.DropColumn(
                name: "EnteredBy",
                table: "Packages");

            migrationBuilder.DropColumn(
                name: "Judged",
                table: "Packages");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Packages");

            migrationBuilder.DropColumn(
                name: "AskedDue",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "AskedReason",
                table: "Answers");
        }
    }
}
