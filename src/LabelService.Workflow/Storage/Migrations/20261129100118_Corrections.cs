using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabelService.Workflow.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "NamesErasedAt",
                table: "reviews",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "entity_holds",
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "corrections");

            migrationBuilder.DropTable(
                name: "site_settings");

            migrationBuilder.DropIndex(
                name: "IX_reviews_Site_OpenedAt_Number",
                table: "reviews");

            migrationBuilder.DropIndex(
                name: "IX_review_items_Waiting_Site_Rule_DueAt_ReviewNumber",
                table: "review_items");

            migrationBuilder.DropIndex(
                name: "IX_events_ReviewId",
                table: "events");

            migrationBuilder.DropColumn(
                name: "NamesErasedAt",
                table: "reviews");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "entity_holds");
        }
    }
}
