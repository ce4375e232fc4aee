using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabelService.Workflow.Storage.PostgresMigrations
{
    /// <inheritdoc />
    public partial class ReviewsFollow : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsRound",
                table: "recheck",
                type: "boolean",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<long>(
                name: "TurnEnd",
                table: "recheck",
                type: "bigint",
                nullable: false,
                defaultValue: 9223372036854775807L);

            migrationBuilder.AddColumn<string>(
                name: "Remember",
                table: "decisions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateOnly>(
                name: "RememberUntil",
                table: "decisions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondGroupId",
                table: "decisions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Wording",
                table: "decisions",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.UpdateData(
                table: "recheck",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "IsRound", "TurnEnd" },
                values: new object[] { true, 9223372036854775807L });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_SecondGroupId",
                table: "decisions",
                column: "SecondGroupId",
                filter: "\"SecondGroupId\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_decisions_SecondGroupId",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "IsRound",
                table: "recheck");

            migrationBuilder.DropColumn(
                name: "TurnEnd",
                table: "recheck");

            migrationBuilder.DropColumn(
                name: "Remember",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "RememberUntil",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "SecondGroupId",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "Wording",
                table: "decisions");
        }
    }
}
