using Microsoft.EntityFrameworkCore.Migrations;

namespace LabelService.Workflow.Storage;

/// <summary>What PostgreSQL needs beyond what the model says. The end of the migration <c>Initial</c> calls it.</summary>
internal static class PostgresSql
{
    /// <summary>Of <see cref="LabelContext.BeginAloneAsync"/>: any number that no other program takes in the same database.</summary>
    public const long AloneLock = 0x4C_6162_656C;

    /// <summary>Of nodes that bring the schema up.</summary>
    public const long MigrateLock = AloneLock + 1;

    public static void AfterInitial(MigrationBuilder migration) => migration.Sql(
        """
        -- These are compressed already (PackedJson): the server shall not try again.
        ALTER TABLE "articles" ALTER COLUMN "Submitted" SET STORAGE EXTERNAL;
        ALTER TABLE "checks" ALTER COLUMN "Report" SET STORAGE EXTERNAL;
        """ + FullText.PostgresUp);
}
