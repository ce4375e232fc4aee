using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace LabelService.Workflow.Storage.PostgresMigrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "accounts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisplayName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Language = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Roles = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Sites = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Disabled = table.Column<bool>(type: "boolean", nullable: false),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ElevatedAt = table.Column<long>(type: "bigint", nullable: true),
                    FailedAt = table.Column<long>(type: "bigint", nullable: true),
                    LinkHash = table.Column<byte[]>(type: "bytea", nullable: true),
                    LinkUntil = table.Column<long>(type: "bigint", nullable: true),
                    TotpSecret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TotpStep = table.Column<long>(type: "bigint", nullable: false),
                    RecoveryHashes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UserName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NormalizedUserName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Email = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NormalizedEmail = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PasswordHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecurityStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ConcurrencyStamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_accounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "api_keys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Shown = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    IsTest = table.Column<bool>(type: "boolean", nullable: false),
                    Scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_api_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "articles",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Identity = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Asked = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Submitted = table.Column<byte[]>(type: "bytea", nullable: true),
                    DecidedOn = table.Column<byte[]>(type: "bytea", nullable: true),
                    LabelsHash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ErasedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_articles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "audit",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ActorKind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ActorId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ActorName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    What = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Data = table.Column<byte[]>(type: "bytea", nullable: true),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: true),
                    DataHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_audit", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "brakes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    LiftedAt = table.Column<long>(type: "bigint", nullable: true),
                    LiftedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Stamp = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_brakes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "checks",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Verdict = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    RulesetVersion = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    Report = table.Column<byte[]>(type: "bytea", nullable: false),
                    ReviewId = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_checks", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "data_protection_keys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Xml = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_protection_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "decisions",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReviewId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CheckId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisclosureId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Jurisdiction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntityId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EntityName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Action = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Text = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ById = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    SecondById = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecondByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SecondAt = table.Column<long>(type: "bigint", nullable: true),
                    GroupId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    RememberedId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    FetchedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    EndedWhy = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_decisions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "desk_settings",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Languages = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rules = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Keys = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Filters = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_desk_settings", x => x.AccountId);
                });

            migrationBuilder.CreateTable(
                name: "entity_holds",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntityId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntityName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ById = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    LiftedAt = table.Column<long>(type: "bigint", nullable: true),
                    LiftedByName = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entity_holds", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "events",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    ExternalId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CheckId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ReviewId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Data = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_events", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "feedback",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    KeyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CheckId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisclosureId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Rule = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Comment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_feedback", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "idempotency",
                columns: table => new
                {
                    KeyId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    BodyHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CheckId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_idempotency", x => new { x.KeyId, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "key_ring",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_key_ring", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ledger",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AuditSeq = table.Column<long>(type: "bigint", nullable: false),
                    AuditHash = table.Column<byte[]>(type: "bytea", nullable: false),
                    EventSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ledger", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "person_keys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Shown = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_person_keys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recheck",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Done = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Running = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LastArticle = table.Column<long>(type: "bigint", nullable: false),
                    Looked = table.Column<long>(type: "bigint", nullable: false),
                    Changed = table.Column<long>(type: "bigint", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: true),
                    FinishedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recheck", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "remembered",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntityId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    MeansIt = table.Column<bool>(type: "boolean", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Article = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Author = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DecisionId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ById = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    RevokedAt = table.Column<long>(type: "bigint", nullable: true),
                    Stamp = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_remembered", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_items",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ReviewNumber = table.Column<long>(type: "bigint", nullable: false),
                    ReviewId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DisclosureId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Basis = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Jurisdiction = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    EntityId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EntityName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Words = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    Waiting = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_items", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "review_notes",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReviewId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ById = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_notes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "review_skips",
                columns: table => new
                {
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ReviewNumber = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_review_skips", x => new { x.AccountId, x.ReviewNumber });
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Site = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    CheckId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ArticleId = table.Column<long>(type: "bigint", nullable: false),
                    ContentHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Waiting = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false),
                    IsPlanned = table.Column<bool>(type: "boolean", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Title = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Author = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ExternalId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    SearchText = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Persons = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ClaimedById = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ClaimedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeaseUntil = table.Column<long>(type: "bigint", nullable: true),
                    EscalatedAt = table.Column<long>(type: "bigint", nullable: true),
                    EscalatedWhy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AppealedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    DecidedById = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    DecidedByName = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reviews", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "rule_drafts",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Pack = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Files = table.Column<byte[]>(type: "bytea", nullable: false),
                    BaseHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ChangedByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ShadowSince = table.Column<long>(type: "bigint", nullable: true),
                    ShadowReport = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProposedBy = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProposedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: true),
                    ProposalNote = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Effect = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Release = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_drafts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rule_events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Pack = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DraftId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    What = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ById = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Files = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rule_releases",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Pack = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DraftId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Files = table.Column<byte[]>(type: "bytea", nullable: false),
                    Share = table.Column<int>(type: "integer", nullable: false),
                    FolderHash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Replaces = table.Column<long>(type: "bigint", nullable: true),
                    ProposedByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApprovedByName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ApprovedAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedByName = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Stamp = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_releases", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "rule_use",
                columns: table => new
                {
                    Rule = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Fired = table.Column<long>(type: "bigint", nullable: false),
                    Shadowed = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_use", x => new { x.Rule, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "sign_ins",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AccountId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Way = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Browser = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_ins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "store_probe",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_store_probe", x => x.Id);
                });

            migrationBuilder.InsertData(
                table: "key_ring",
                columns: new[] { "Id", "Version" },
                values: new object[] { 1, 0L });

            migrationBuilder.InsertData(
                table: "ledger",
                columns: new[] { "Id", "AuditHash", "AuditSeq", "EventSeq" },
                values: new object[] { 1, new byte[] { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 0L, 0L });

            migrationBuilder.InsertData(
                table: "recheck",
                columns: new[] { "Id", "Changed", "Done", "FinishedAt", "LastArticle", "Looked", "Running", "StartedAt" },
                values: new object[] { 1, 0L, null, null, 0L, 0L, null, null });

            migrationBuilder.InsertData(
                table: "store_probe",
                columns: new[] { "Id", "At" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_accounts_LinkHash",
                table: "accounts",
                column: "LinkHash");

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NormalizedEmail",
                table: "accounts",
                column: "NormalizedEmail",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_accounts_NormalizedUserName",
                table: "accounts",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_api_keys_Hash",
                table: "api_keys",
                column: "Hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_articles_Site_Identity",
                table: "articles",
                columns: new[] { "Site", "Identity" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_articles_Site_Url",
                table: "articles",
                columns: new[] { "Site", "Url" },
                filter: "\"Url\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_audit_Subject",
                table: "audit",
                column: "Subject");

            migrationBuilder.CreateIndex(
                name: "IX_brakes_Rule",
                table: "brakes",
                column: "Rule");

            migrationBuilder.CreateIndex(
                name: "IX_checks_ArticleId",
                table: "checks",
                column: "ArticleId");

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
                name: "IX_feedback_CheckId",
                table: "feedback",
                column: "CheckId");

            migrationBuilder.CreateIndex(
                name: "IX_idempotency_CreatedAt",
                table: "idempotency",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_person_keys_AccountId",
                table: "person_keys",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_person_keys_Hash",
                table: "person_keys",
                column: "Hash",
                unique: true);

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
                name: "IX_rule_drafts_State",
                table: "rule_drafts",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_rule_events_Pack",
                table: "rule_events",
                column: "Pack");

            migrationBuilder.CreateIndex(
                name: "IX_rule_releases_Stamp",
                table: "rule_releases",
                column: "Stamp");

            migrationBuilder.CreateIndex(
                name: "IX_sign_ins_AccountId",
                table: "sign_ins",
                column: "AccountId");

            PostgresSql.AfterInitial(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "accounts");

            migrationBuilder.DropTable(
                name: "api_keys");

            migrationBuilder.DropTable(
                name: "articles");

            migrationBuilder.DropTable(
                name: "audit");

            migrationBuilder.DropTable(
                name: "brakes");

            migrationBuilder.DropTable(
                name: "checks");

            migrationBuilder.DropTable(
                name: "data_protection_keys");

            migrationBuilder.DropTable(
                name: "decisions");

            migrationBuilder.DropTable(
                name: "desk_settings");

            migrationBuilder.DropTable(
                name: "entity_holds");

            migrationBuilder.DropTable(
                name: "events");

            migrationBuilder.DropTable(
                name: "feedback");

            migrationBuilder.DropTable(
                name: "idempotency");

            migrationBuilder.DropTable(
                name: "key_ring");

            migrationBuilder.DropTable(
                name: "ledger");

            migrationBuilder.DropTable(
                name: "person_keys");

            migrationBuilder.DropTable(
                name: "recheck");

            migrationBuilder.DropTable(
                name: "remembered");

            migrationBuilder.DropTable(
                name: "review_items");

            migrationBuilder.DropTable(
                name: "review_notes");

            migrationBuilder.DropTable(
                name: "review_skips");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "rule_drafts");

            migrationBuilder.DropTable(
                name: "rule_events");

            migrationBuilder.DropTable(
                name: "rule_releases");

            migrationBuilder.DropTable(
                name: "rule_use");

            migrationBuilder.DropTable(
                name: "sign_ins");

            migrationBuilder.DropTable(
                name: "store_probe");
        }
    }
}
