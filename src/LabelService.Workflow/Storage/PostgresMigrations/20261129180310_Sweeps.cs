using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LabelService.Workflow.Storage.PostgresMigrations
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
                    Hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_files", x => x.Hash);
                });

            migrationBuilder.CreateTable(
                name: "rule_states",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Stamp = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Ruleset = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    RememberedStamp = table.Column<long>(type: "bigint", nullable: false),
                    Files = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_states", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "sweep_parts",
                columns: table => new
                {
                    Sweep = table.Column<long>(type: "bigint", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Applies = table.Column<bool>(type: "boolean", nullable: false),
                    Ids = table.Column<byte[]>(type: "bytea", nullable: true),
                    First = table.Column<long>(type: "bigint", nullable: false),
                    Last = table.Column<long>(type: "bigint", nullable: false),
                    Cursor = table.Column<long>(type: "bigint", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false),
                    Looked = table.Column<long>(type: "bigint", nullable: false),
                    Failed = table.Column<long>(type: "bigint", nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    RetryAt = table.Column<long>(type: "bigint", nullable: true),
                    DoneAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep_parts", x => new { x.Sweep, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "sweep_results",
                columns: table => new
                {
                    Sweep = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Effects = table.Column<int>(type: "integer", nullable: false),
                    Differences = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sweep_results", x => new { x.Sweep, x.ArticleId });
                });

            migrationBuilder.CreateTable(
                name: "sweeps",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Phase = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsPaused = table.Column<bool>(type: "boolean", nullable: false),
                    IsDryRun = table.Column<bool>(type: "boolean", nullable: false),
                    Scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    StateBefore = table.Column<long>(type: "bigint", nullable: true),
                    StateAfter = table.Column<long>(type: "bigint", nullable: false),
                    Ruleset = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Cause = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Candidates = table.Column<long>(type: "bigint", nullable: true),
                    Articles = table.Column<long>(type: "bigint", nullable: true),
                    LastArticle = table.Column<long>(type: "bigint", nullable: false),
                    LastSegment = table.Column<long>(type: "bigint", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    CreatedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ConfirmedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    CountedAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true)
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Changed = table.Column<long>(type: "bigint", nullable: false),
                    Done = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true),
                    IsRound = table.Column<bool>(type: "boolean", nullable: false, defaultValue: true),
                    LastArticle = table.Column<long>(type: "bigint", nullable: false),
                    Looked = table.Column<long>(type: "bigint", nullable: false),
                    Running = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    TurnEnd = table.Column<long>(type: "bigint", nullable: false, defaultValue: 9223372036854775807L)
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
