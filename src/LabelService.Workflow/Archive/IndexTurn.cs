using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>
/// Of nodes that share a store one works on the index at a time: not for safety, which rows and stamps give, but since two would do the
/// same work twice. With SQLite there is one node, and a command now and then.
/// </summary>
internal sealed class IndexTurn : IAsyncDisposable
{
    /// <summary>
    /// Of transactions that add a segment, from its number to the commit: so segments become seen in the order of their numbers, and whoever
    /// has seen one has seen all before it.
    /// </summary>
    public const long SegmentLock = Lock + 1;

    private const long Lock = PostgresSql.MigrateLock + 1;
    private readonly LabelContext? _db;

    private IndexTurn(LabelContext? db) => _db = db;

    /// <returns>Null where it is another's turn. The server ends the turn of a node that is gone.</returns>
    public static async Task<IndexTurn?> TakeAsync(LabelContext db, bool waits, CancellationToken cancel)
    {
        if (!db.IsShared)
        {
            return new IndexTurn(null);
        }

        await db.Database.OpenConnectionAsync(cancel);
        while (!await db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_lock({Lock}) AS \"Value\"").SingleAsync(cancel))
        {
            if (!waits)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), cancel);
        }

        return new IndexTurn(db);
    }

    public async ValueTask DisposeAsync()
    {
        if (_db?.Database.GetDbConnection().State == System.Data.ConnectionState.Open)
        {
            await _db.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }
}
