using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabelService.Workflow.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Newsroom : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "NamesErasedAt",
                table: "reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsRound",
                table: "recheck",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<long>(
                name: "TurnEnd",
                table: "recheck",
                type: "INTEGER",
                nullable: false,
                defaultValue: 9223372036854775807L);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "entity_holds",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Remember",
                table: "decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RememberUntil",
                table: "decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondGroupId",
                table: "decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Wording",
                table: "decisions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: true),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: true),
                    Reply = table.Column<string>(type: "TEXT", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", nullable: true),
                    ErasedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "deliveries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", nullable: true),
                    WebhookId = table.Column<string>(type: "TEXT", nullable: false),
                    EventSeq = table.Column<long>(type: "INTEGER", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClaimedUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    LastAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastStatus = table.Column<int>(type: "INTEGER", nullable: true),
                    LastFault = table.Column<string>(type: "TEXT", nullable: true),
                    LastMs = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_deliveries", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "site_settings",
                columns: table => new
                {
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleDays = table.Column<int>(type: "INTEGER", nullable: true),
                    PendingDays = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_site_settings", x => x.Site);
                });

            migrationBuilder.CreateTable(
                name: "webhooks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    Url = table.Column<string>(type: "TEXT", nullable: false),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Types = table.Column<string>(type: "TEXT", nullable: false),
                    Secret = table.Column<string>(type: "TEXT", nullable: false),
                    SecretBefore = table.Column<string>(type: "TEXT", nullable: true),
                    SecretBeforeUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    DisabledWhy = table.Column<string>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    LastSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    FailingSince = table.Column<long>(type: "INTEGER", nullable: true),
                    PausedUntil = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_webhooks", x => x.Id);
                });

            migrationBuilder.UpdateData(
                table: "recheck",
                keyColumn: "Id",
                keyValue: 1,
                columns: new[] { "IsRound", "TurnEnd" },
                values: new object[] { true, 9223372036854775807L });

            migrationBuilder.CreateIndex(
                name: "IX_reviews_Site_OpenedAt_Number",
                table: "reviews",
                columns: new[] { "Site", "OpenedAt", "Number" },
                filter: "\"Waiting\" = 0 AND \"NamesErasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_review_items_Waiting_Site_Rule_DueAt_ReviewNumber",
                table: "review_items",
                columns: new[] { "Waiting", "Site", "Rule", "DueAt", "ReviewNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_events_ReviewId",
                table: "events",
                column: "ReviewId",
                filter: "\"Data\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_SecondGroupId",
                table: "decisions",
                column: "SecondGroupId",
                filter: "\"SecondGroupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_corrections_ClosedAt_Number",
                table: "corrections",
                columns: new[] { "ClosedAt", "Number" },
                filter: "\"ClosedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_corrections_Id",
                table: "corrections",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_corrections_Site_ClosedAt",
                table: "corrections",
                columns: new[] { "Site", "ClosedAt" },
                filter: "\"ClosedAt\" IS NOT NULL AND \"ErasedAt\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_corrections_Site_Number",
                table: "corrections",
                columns: new[] { "Site", "Number" },
                filter: "\"Outcome\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_Id",
                table: "deliveries",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_State_LastAt",
                table: "deliveries",
                columns: new[] { "State", "LastAt" });

            migrationBuilder.CreateIndex(
                name: "IX_deliveries_WebhookId_State_NextAt",
                table: "deliveries",
                columns: new[] { "WebhookId", "State", "NextAt" });

            migrationBuilder.CreateIndex(
                name: "IX_webhooks_Site",
                table: "webhooks",
                column: "Site");
            migrationBuilder.Sql(FullText.SqliteFollows);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "deliveries");

            migrationBuilder.DropTable(
                name: "site_settings");

            migrationBuilder.DropTable(
                name: "webhooks");

            migrationBuilder.DropIndex(
                name: "IX_reviews_Site_OpenedAt_Number",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "IX_review_items_Waiting_Site_Rule_DueAt_ReviewNumber",
                table: "review_items");

            migrationBuilder.DropIndex(
                name: "IX_events_ReviewId",
                table: "events");

            migrationBuilder.DropIndex(
                name: "IX_decisions_SecondGroupId",
                table: "decisions");

            migrationBuilder.DropColumn(
                name: "NamesErasedAt",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "IsRound",
                table: "recheck");

            migrationBuilder.DropColumn(
                name: "TurnEnd",
                table: "recheck");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "entity_holds");

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
