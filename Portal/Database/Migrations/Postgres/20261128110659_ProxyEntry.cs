using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Database.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ProxyEntry : Migration
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

            migrationBuilder.AddColumn<int>(
                name: "EnteringBy",
                table: "Answers",
                type: "integer",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SetAsideDrafts");

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
                name: "EnteringBy",
                table: "Answers");

            migrationBuilder.DropColumn(
                name: "Unconfirmed",
                table: "Answers");
        }
    }
}
