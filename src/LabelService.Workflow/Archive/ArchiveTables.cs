using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;

namespace LabelService.Workflow.Archive;

/// <summary>The part of the schema that carries an archive.</summary>
internal static class ArchiveTables
{
    /// <summary>Articles of earlier versions wait to be read. The end of the migrations <c>Archive</c> calls it.</summary>
    public const string AfterMigration =
        """INSERT INTO "archive_tail" ("ArticleId", "Stamp") SELECT "Id", 0 FROM "articles" WHERE "Submitted" IS NOT NULL;""";

    /// <summary>The same with what PostgreSQL needs besides: postings are as short as they get.</summary>
    public const string AfterPostgresMigration =
        """
        ALTER TABLE "archive_postings" ALTER COLUMN "Data" SET STORAGE EXTERNAL;
        ALTER TABLE "archive_tail" ALTER COLUMN "Keys" SET STORAGE EXTERNAL;
        """ + AfterMigration;

    public static void Map(ModelBuilder model)
    {
        model.Entity<SegmentRow>().ToTable("archive_segments");
        model.Entity<PostingsRow>(e =>
        {
            e.ToTable("archive_postings");
            e.Property(p => p.Id).ValueGeneratedNever();
        });
        model.Entity<TailRow>(e =>
        {
            e.ToTable("archive_tail");
            e.HasKey(t => t.ArticleId);
            e.Property(t => t.ArticleId).ValueGeneratedNever();
        });
        model.Entity<ImportRow>().ToTable("archive_imports");
    }

    public static void Fill(MigrationBuilder migration, bool isPostgres) => migration.Sql(isPostgres ? AfterPostgresMigration : AfterMigration);
}
