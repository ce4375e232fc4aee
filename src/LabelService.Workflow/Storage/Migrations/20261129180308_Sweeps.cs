using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabelService.Workflow.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Sweeps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "recheck");

            migrationBuilder.CreateTable(
                name: "rule_files",
                columns: table => new
                {
                    Hash = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_files", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "rule_states",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Stamp = table.Column<string>(type: "TEXT", nullable: false),
                    Ruleset = table.Column<string>(type: "TEXT", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RememberedStamp = table.Column<long>(type: "INTEGER", nullable: false),
                    Files = table.Column<string>(type: "TEXT", nullable: false),
                    Rest = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_states", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sweep_parts",
                columns: table => new
                {
                    Sweep = table.Column<long>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Applies = table.Column<bool>(type: "INTEGER", nullable: false),
                    Ids = table.Column<byte[]>(type: "BLOB", nullable: true),
                    First = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false),
                    Cursor = table.Column<long>(type: "INTEGER", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false),
                    Failed = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    RetryAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DoneAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep_parts", x => new { x.Sweep, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "sweep_results",
                columns: table => new
                {
                    Sweep = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    Effects = table.Column<int>(type: "INTEGER", nullable: false),
                    Differences = table.Column<string>(type: "TEXT", nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep_results", x => new { x.Sweep, x.ArticleId });
                });

            migrationBuilder.CreateTable(
                name: "sweeps",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", nullable: true),
                    Phase = table.Column<string>(type: "TEXT", nullable: false),
                    IsPaused = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsDryRun = table.Column<bool>(type: "INTEGER", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: true),
                    StateBefore = table.Column<long>(type: "INTEGER", nullable: true),
                    StateAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    Ruleset = table.Column<string>(type: "TEXT", nullable: false),
                    Cause = table.Column<string>(type: "TEXT", nullable: false),
                    Candidates = table.Column<long>(type: "INTEGER", nullable: true),
                    Articles = table.Column<long>(type: "INTEGER", nullable: true),
                    LastArticle = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSegment = table.Column<long>(type: "INTEGER", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedBy = table.Column<string>(type: "TEXT", nullable: false),
                    ConfirmedBy = table.Column<string>(type: "TEXT", nullable: true),
                    ConfirmedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CountedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweeps", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_sweep_parts_Sweep",
                table: "sweep_parts",
                column: "Sweep",
                filter: "NOT \"IsDone\"");

            migrationBuilder.CreateIndex(
                name: "IX_sweep_results_ArticleId",
                table: "sweep_results",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_sweeps_Id",
                table: "sweeps",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sweeps_Phase",
                table: "sweeps",
                column: "Phase");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rule_files");

            migrationBuilder.DropTable(
                name: "rule_states");

            migrationBuilder.DropTable(
                name: "sweep_parts");

            migrationBuilder.DropTable(
                name: "sweep_results");

            migrationBuilder.DropTable(
                name: "sweeps");

            migrationBuilder.CreateTable(
                name: "recheck",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    Done = table.Column<string>(type: "TEXT", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsRound = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: true),
                    LastArticle = table.Column<long>(type: "INTEGER", nullable: false),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false),
                    Running = table.Column<string>(type: "TEXT", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    TurnEnd = table.Column<long>(type: "INTEGER", nullable: false, defaultValue: 9223372036854775807L)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recheck", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "recheck",
                columns: new[] { "Id", "Changed", "Done", "FinishedAt", "IsRound", "LastArticle", "Looked", "Running", "StartedAt", "TurnEnd" },
                values: new object[] { 1, 0L, null, null, true, 0L, 0L, null, null, 9223372036854775807L });
        }
    }
}
