using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace LabelService.Workflow.Storage.Migrations
{
    /// <inheritdoc />
    public partial class Reviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Reviews of earlier versions held no questions: they stay on record as superseded, and looking again at the stored articles opens new ones.
            migrationBuilder.Sql("""ALTER TABLE "reviews" RENAME TO "reviews_before"; DROP INDEX "IX_reviews_ArticleId_State";""");

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false).Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    CheckId = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Waiting = table.Column<bool>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsPlanned = table.Column<bool>(type: "INTEGER", nullable: false, defaultValue: false),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    Title = table.Column<string>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    SearchText = table.Column<string>(type: "TEXT", nullable: false),
                    Persons = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    ClaimedById = table.Column<string>(type: "TEXT", nullable: true),
                    ClaimedByName = table.Column<string>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    EscalatedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EscalatedWhy = table.Column<string>(type: "TEXT", nullable: true),
                    AppealedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DecidedById = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", nullable: true),
                },
                constraints: table => table.PrimaryKey("PK_reviews", x => x.Number));

            migrationBuilder.Sql(
                """
                INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "State", "Waiting", "OpenedAt", "DueAt", "SearchText", "Persons", "Revision")
                SELECT "Id", "Site", "CheckId", "ArticleId", "ContentHash", 'superseded', 0, "OpenedAt", "OpenedAt", '', 1, "Revision" + 1 FROM "reviews_before" ORDER BY "OpenedAt";
                DROP TABLE "reviews_before";
                """);

            migrationBuilder.AddColumn<byte[]>(
                name: "DecidedOn",
                table: "articles",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "LabelsHash",
                table: "articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ActorKind = table.Column<string>(type: "TEXT", nullable: false),
                    ActorId = table.Column<string>(type: "TEXT", nullable: false),
                    ActorName = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: true),
                    What = table.Column<string>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", nullable: false),
                    Data = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Salt = table.Column<byte[]>(type: "BLOB", nullable: true),
                    DataHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "brakes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedByName = table.Column<string>(type: "TEXT", nullable: true),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brakes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<string>(type: "TEXT", nullable: false),
                    CheckId = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", nullable: true),
                    EntityName = table.Column<string>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    SecondById = table.Column<string>(type: "TEXT", nullable: true),
                    SecondByName = table.Column<string>(type: "TEXT", nullable: true),
                    SecondAt = table.Column<long>(type: "INTEGER", nullable: true),
                    GroupId = table.Column<string>(type: "TEXT", nullable: true),
                    RememberedId = table.Column<string>(type: "TEXT", nullable: true),
                    FetchedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedWhy = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "desk_settings",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    Languages = table.Column<string>(type: "TEXT", nullable: false),
                    Rules = table.Column<string>(type: "TEXT", nullable: false),
                    Keys = table.Column<string>(type: "TEXT", nullable: false),
                    Filters = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_settings", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "entity_holds",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", nullable: false),
                    EntityName = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftedByName = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entity_holds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    ExternalId = table.Column<string>(type: "TEXT", nullable: true),
                    Url = table.Column<string>(type: "TEXT", nullable: true),
                    CheckId = table.Column<string>(type: "TEXT", nullable: true),
                    ReviewId = table.Column<string>(type: "TEXT", nullable: true),
                    Data = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AuditSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    AuditHash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    EventSeq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recheck",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Done = table.Column<string>(type: "TEXT", nullable: true),
                    Running = table.Column<string>(type: "TEXT", nullable: true),
                    LastArticle = table.Column<long>(type: "INTEGER", nullable: false),
                    Looked = table.Column<long>(type: "INTEGER", nullable: false),
                    Changed = table.Column<long>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    FinishedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recheck", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "remembered",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", nullable: false),
                    MeansIt = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    Article = table.Column<string>(type: "TEXT", nullable: true),
                    Author = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    DecisionId = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RevokedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Stamp = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remembered", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_items",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ReviewNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    ReviewId = table.Column<string>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<long>(type: "INTEGER", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    DisclosureId = table.Column<string>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Rule = table.Column<string>(type: "TEXT", nullable: false),
                    Jurisdiction = table.Column<string>(type: "TEXT", nullable: false),
                    EntityId = table.Column<string>(type: "TEXT", nullable: true),
                    EntityName = table.Column<string>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    Confidence = table.Column<double>(type: "REAL", nullable: false),
                    Language = table.Column<string>(type: "TEXT", nullable: true),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_items", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "review_notes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewId = table.Column<string>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    ById = table.Column<string>(type: "TEXT", nullable: false),
                    ByName = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_skips",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "TEXT", nullable: false),
                    ReviewNumber = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_skips", x => new { x.AccountId, x.ReviewNumber });
                });

            migrationBuilder.InsertData(
                table: "ledger",
                columns: new[] { "Id", "AuditHash", "AuditSeq", "EventSeq" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L, 0L });

            migrationBuilder.InsertData(
                table: "recheck",
                columns: new[] { "Id", "Changed", "Done", "FinishedAt", "LastArticle", "Looked", "Running", "StartedAt" },
                values: new object[] { 1, 0L, null, null, 0L, 0L, null, null });

            migrationBuilder.CreateIndex(
                name: "IX_reviews_ArticleId",
                table: "reviews",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_DecidedAt_Number",
                table: "reviews",
                columns: new[] { "DecidedAt", "Number" },
                filter: "\"DecidedAt\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_reviews_Id",
                table: "reviews",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_reviews_Site_Waiting_DueAt_Number",
                table: "reviews",
                columns: new[] { "Site", "Waiting", "DueAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_reviews_State_DueAt_Number",
                table: "reviews",
                columns: new[] { "State", "DueAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_reviews_Waiting_DueAt_Number",
                table: "reviews",
                columns: new[] { "Waiting", "DueAt", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_audit_Subject",
                table: "audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_brakes_Rule",
                table: "brakes",
                column: "Rule");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_ArticleId_State",
                table: "decisions",
                columns: new[] { "ArticleId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_At",
                table: "decisions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_EntityId_At",
                table: "decisions",
                columns: new[] { "EntityId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_GroupId",
                table: "decisions",
                column: "GroupId",
                filter: "\"GroupId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_ReviewId",
                table: "decisions",
                column: "ReviewId");

            migrationBuilder.CreateIndex(
                name: "IX_decisions_Rule_At",
                table: "decisions",
                columns: new[] { "Rule", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_decisions_Site_At",
                table: "decisions",
                columns: new[] { "Site", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_entity_holds_EntityId",
                table: "entity_holds",
                column: "EntityId");

            migrationBuilder.CreateIndex(
                name: "IX_events_Site_Seq",
                table: "events",
                columns: new[] { "Site", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_remembered_Stamp",
                table: "remembered",
                column: "Stamp");

            migrationBuilder.CreateIndex(
                name: "IX_review_items_ArticleId",
                table: "review_items",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_review_items_ReviewNumber",
                table: "review_items",
                column: "ReviewNumber");

            migrationBuilder.CreateIndex(
                name: "IX_review_items_Waiting_EntityId_DueAt_ReviewNumber",
                table: "review_items",
                columns: new[] { "Waiting", "EntityId", "DueAt", "ReviewNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_review_items_Waiting_Question",
                table: "review_items",
                columns: new[] { "Waiting", "Question" });

            migrationBuilder.CreateIndex(
                name: "IX_review_items_Waiting_Reason_DueAt_ReviewNumber",
                table: "review_items",
                columns: new[] { "Waiting", "Reason", "DueAt", "ReviewNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_review_items_Waiting_Rule_DueAt_ReviewNumber",
                table: "review_items",
                columns: new[] { "Waiting", "Rule", "DueAt", "ReviewNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_review_notes_ReviewId",
                table: "review_notes",
                column: "ReviewId");

            migrationBuilder.Sql(FullText.SqliteUp);
        }

        /// <summary>A store goes forward only: who must go back restores a copy.</summary>
        protected override void Down(MigrationBuilder migrationBuilder) => throw new NotSupportedException("A store is upgraded, never downgraded; restore a copy from before.");
    }
}
