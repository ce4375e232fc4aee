using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabelService.Workflow.Storage.Migrations
{
    /// <inheritdoc />
    public partial class UrlsWhereGiven : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_articles_Site_Url",
                table: "articles");

            migrationBuilder.CreateIndex(
                name: "IX_articles_Site_Url",
                table: "articles",
                columns: new[] { "Site", "Url" },
                filter: "\"Url\" IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_articles_Site_Url",
                table: "articles");

            migrationBuilder.CreateIndex(
                name: "IX_articles_Site_Url",
                table: "articles",
                columns: new[] { "Site", "Url" });
        }
    }
}
