using System.Data;
using System.Data.Common;
using System.Globalization;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Archive;

/// <summary>Reads buckets of segments, many in one trip.</summary>
internal sealed class BucketReader(LabelContext db)
{
    /// <param name="segments">Ascending.</param>
    /// <param name="wanted">The numbers of the rows (<see cref="PostingsRow.Id"/>).</param>
    /// <param name="take">Is given each row that there is.</param>
    public async Task ReadAsync(IReadOnlyList<long> segments, IReadOnlyCollection<long> wanted, Action<long, byte[]> take, CancellationToken cancel)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction is { } current ? Microsoft.EntityFrameworkCore.Storage.DbContextTransactionExtensions.GetDbTransaction(current) : null;
        if (wanted.Count > segments.Count * Postings.Buckets / 2)
        {
            command.CommandText = """SELECT "Id", "Data" FROM "archive_postings" WHERE "Id" >= @first AND "Id" < @end""";
            Bind(command, "first", segments[0] << Postings.BucketBits);
            Bind(command, "end", (segments[^1] + 1) << Postings.BucketBits);
        }
        else
        {
            command.CommandText = db.Database.IsSqlite()
                ? """SELECT "Id", "Data" FROM "archive_postings" WHERE "Id" IN (SELECT value FROM json_each(@ids))"""
                : """SELECT "Id", "Data" FROM "archive_postings" WHERE "Id" = ANY (@ids)""";
            Bind(command, "ids", db.Database.IsSqlite() ? $"[{string.Join(',', wanted.Select(id => id.ToString(CultureInfo.InvariantCulture)))}]" : wanted.ToArray());
        }

        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancel);
        while (await reader.ReadAsync(cancel))
        {
            take(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
        }
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
