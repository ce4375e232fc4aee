using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Storage;

/// <summary>One moment of the store, whatever is written meanwhile.</summary>
internal static class StoreMoment
{
    /// <summary>SQLite reads one moment, too, without keeping writers out, where the transaction begins by reading.</summary>
    public static async Task<DbTransaction> BeginAsync(LabelContext db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        var connection = db.Database.GetDbConnection();
        var transaction = connection is SqliteConnection file
            ? file.BeginTransaction(deferred: true)
            : await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancel);
        await db.Database.UseTransactionAsync(transaction, cancel);
        return transaction;
    }
}
