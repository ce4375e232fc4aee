using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LabelService.Workflow.Storage.PostgresMigrations
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
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "entity_holds",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "corrections",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ArticleId = table.Column<long>(type: "bigint", nullable: true),
                    Url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Jurisdiction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reply = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClosedAt = table.Column<long>(type: "bigint", nullable: true),
                    ClosedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_corrections", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "site_settings",
                columns: table => new
                {
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArticleDays = table.Column<int>(type: "integer", nullable: true),
                    PendingDays = table.Column<int>(type: "integer", nullable: true)
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
