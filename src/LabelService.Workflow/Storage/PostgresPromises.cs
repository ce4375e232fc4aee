using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Storage;

/// <summary>Whether a server keeps what the service promises: an answer only after its record is on disk, and every letter.</summary>
internal static class PostgresPromises
{
    public static async Task<string?> FaultAsync(LabelContext db, CancellationToken cancel)
    {
        var settings = await db.Database.SqlQuery<string>(
            $"""SELECT name || '=' || setting AS "Value" FROM pg_settings WHERE name IN ('fsync', 'synchronous_commit', 'server_encoding')""").ToListAsync(cancel);
        return settings.Contains("synchronous_commit=off") ? "its commits return before they are on disk; set synchronous_commit = on for this user or database."
            : settings.Contains("fsync=off") ? "it does not bring commits to the disk; set fsync = on."
            : !settings.Contains("server_encoding=UTF8") ? "its encoding is not UTF8; make the database with ENCODING 'UTF8' TEMPLATE template0."
            : null;
    }
}
