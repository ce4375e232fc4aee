using LabelService.Workflow.Archive;
using Microsoft.Data.Sqlite;

namespace LabelService.Workflow.Storage;

/// <summary>The statements of the hot write, prepared once. Times are Unix milliseconds.</summary>
internal sealed class SqliteCommands : IDisposable
{
    private readonly List<PreparedCommand> _all = [];

    public SqliteCommands(SqliteConnection connection)
    {
        Connection = connection;
        try
        {
            Probe = Prepare("""UPDATE "store_probe" SET "At" = ?1 WHERE "Id" = 1""");
            FindArticle = Prepare(
                """SELECT "Id", "ContentHash", "Asked", "Submitted" IS NULL, coalesce("LabelsHash", '') FROM "articles" WHERE "Site" = ?1 AND "Identity" = ?2""");
            AddArticle = Prepare(
                """
                INSERT INTO "articles" ("Site", "Identity", "ExternalId", "Url", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision", "LabelsHash")
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, 1, ?9)
                """);
            ChangeArticle = Prepare(
                """
                UPDATE "articles" SET "Url" = ?1, "ContentHash" = ?2, "Asked" = ?3, "Submitted" = ?4, "ChangedAt" = ?5,
                "Revision" = "Revision" + ?6, "LabelsHash" = ?7, "ErasedAt" = NULL WHERE "Id" = ?8
                """);
            AddToTail = Prepare(
                $"""INSERT INTO "archive_tail" ("ArticleId", "Stamp") VALUES (?1, random() & {long.MaxValue}) {TailRow.OnConflict}""");
            Check = Prepare(
                """
                INSERT INTO "checks" ("Id", "Site", "KeyId", "ArticleId", "ContentHash", "Verdict", "RulesetVersion", "CreatedAt", "Report", "ReviewId")
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                """);

            // A key whose 24 hours are over may be used again before it is purged.
            Idempotency = Prepare(
                """INSERT OR REPLACE INTO "idempotency" ("KeyId", "Key", "BodyHash", "CheckId", "CreatedAt") VALUES (?1, ?2, ?3, ?4, ?5)""");
            Purge = Prepare("""DELETE FROM "idempotency" WHERE "CreatedAt" < ?1""");
            Decided = Prepare("""SELECT "DisclosureId", "Basis", "ReviewId", COALESCE("SecondAt", "At"), "RememberedId" IS NOT NULL FROM "decisions" WHERE "ArticleId" = ?1 AND "State" = 'binding' ORDER BY "At" """);
            FindReview = Prepare(
                """
                SELECT "Number", "Id", "State", "ContentHash", "DueAt", COALESCE("AppealedAt", 0) FROM "reviews" WHERE "ArticleId" = ?1 AND "Waiting" = 1 ORDER BY "Number" DESC LIMIT 1
                """);
            FindItems = Prepare("""SELECT "DisclosureId", "Basis" FROM "review_items" WHERE "ReviewNumber" = ?1 AND "Waiting" = 1""");
            SupersedeReviews = Prepare(
                """
                UPDATE "reviews" SET "State" = 'superseded', "Waiting" = 0, "Revision" = "Revision" + 1, "ClaimedById" = NULL, "ClaimedByName" = NULL,
                "LeaseUntil" = NULL WHERE "ArticleId" = ?1 AND "Waiting" = 1
                """);
            SupersedeItems = Prepare("""UPDATE "review_items" SET "Waiting" = 0 WHERE "ArticleId" = ?1 AND "Waiting" = 1""");
            MoveReview = Prepare("""UPDATE "reviews" SET "DueAt" = ?2, "IsPlanned" = ?3 WHERE "Number" = ?1""");
            ChangeReview = Prepare(
                """
                UPDATE "reviews" SET "CheckId" = ?2, "ContentHash" = ?3, "Language" = ?4, "Title" = ?5, "Author" = ?6, "SearchText" = ?7,
                "Persons" = max("Persons", ?8), "Revision" = "Revision" + 1 WHERE "Number" = ?1
                """);
            CloseItem = Prepare("""UPDATE "review_items" SET "Waiting" = 0 WHERE "ReviewNumber" = ?1 AND "DisclosureId" = ?2 AND "Basis" = ?3 AND "Waiting" = 1""");
            EndProposals = Prepare(
                """
                UPDATE "decisions" SET "State" = 'ended', "EndedAt" = ?3, "EndedWhy" = 'no-longer-asked' WHERE "ReviewId" = ?1 AND "DisclosureId" = ?2 AND "State" IN ('proposed', 'disputed')
                """);
            MoveItems = Prepare("""UPDATE "review_items" SET "DueAt" = ?2 WHERE "ReviewNumber" = ?1""");
            AddReview = Prepare(
                """
                INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "State", "Waiting", "OpenedAt", "DueAt", "IsPlanned",
                "Language", "Title", "Author", "ExternalId", "Url", "SearchText", "Persons", "Revision")
                VALUES (?1, ?2, ?3, ?4, ?5, 'open', 1, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, 1)
                """);
            AddItem = Prepare(
                """
                INSERT INTO "review_items" ("ReviewNumber", "ReviewId", "ArticleId", "Site", "DisclosureId", "Question", "Basis", "Type", "Rule",
                "Jurisdiction", "EntityId", "EntityName", "Words", "Reason", "Confidence", "Language", "DueAt", "Waiting")
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, 1)
                """);
            FindLedger = Prepare("""SELECT "AuditSeq", hex("AuditHash"), "EventSeq" FROM "ledger" WHERE "Id" = 1""");
            MoveLedger = Prepare("""UPDATE "ledger" SET "AuditSeq" = ?1, "AuditHash" = ?2, "EventSeq" = ?3 WHERE "Id" = 1""");
            AddAudit = Prepare(
                """
                INSERT INTO "audit" ("Seq", "At", "ActorKind", "ActorId", "ActorName", "Site", "What", "Subject", "Data", "Salt", "DataHash", "Hash")
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                """);
            AddEvent = Prepare(
                """
                INSERT INTO "events" ("Seq", "Site", "Type", "At", "ArticleId", "ExternalId", "Url", "CheckId", "ReviewId", "Data")
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)
                """);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }
    public PreparedCommand Probe { get; }
    public PreparedCommand FindArticle { get; }
    public PreparedCommand AddArticle { get; }
    public PreparedCommand ChangeArticle { get; }
    public PreparedCommand AddToTail { get; }
    public PreparedCommand Check { get; }
    public PreparedCommand Idempotency { get; }
    public PreparedCommand Purge { get; }
    public PreparedCommand Decided { get; }
    public PreparedCommand FindReview { get; }
    public PreparedCommand FindItems { get; }
    public PreparedCommand SupersedeReviews { get; }
    public PreparedCommand SupersedeItems { get; }
    public PreparedCommand MoveReview { get; }
    public PreparedCommand MoveItems { get; }
    public PreparedCommand ChangeReview { get; }
    public PreparedCommand CloseItem { get; }
    public PreparedCommand EndProposals { get; }
    public PreparedCommand AddReview { get; }
    public PreparedCommand AddItem { get; }
    public PreparedCommand FindLedger { get; }
    public PreparedCommand MoveLedger { get; }
    public PreparedCommand AddAudit { get; }
    public PreparedCommand AddEvent { get; }

    /// <summary>The number of the row added last.</summary>
    public long LastId => SQLitePCL.raw.sqlite3_last_insert_rowid(Connection.Handle!);

    /// <summary>Statements first: a connection with statements left cannot close its file.</summary>
    public void Dispose()
    {
        _all.ForEach(c => c.Dispose());
        Connection.Dispose();
    }

    private PreparedCommand Prepare(string sql)
    {
        var command = new PreparedCommand(Connection, sql);
        _all.Add(command);
        return command;
    }
}
