using Microsoft.Data.Sqlite;

namespace LabelService.Workflow.Storage;

/// <summary>A statement prepared once, with its parameters by position: the part of ADO.NET that is tedious to write.</summary>
internal sealed class PreparedCommand : IDisposable
{
    private readonly SqliteCommand _command;

    /// <param name="sql">Parameters are written <c>$0</c>, <c>$1</c> and so on.</param>
    public PreparedCommand(SqliteConnection connection, string sql, int parameters)
    {
        _command = connection.CreateCommand();
        _command.CommandText = sql;
        for (var i = 0; i < parameters; i++)
        {
            _command.Parameters.Add(new SqliteParameter($"${i}", DBNull.Value));
        }
    }

    /// <summary>Runs it inside <paramref name="transaction"/>; null stands for SQL's NULL.</summary>
    public void Run(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteNonQuery();

    public SqliteDataReader Read(SqliteTransaction transaction, params ReadOnlySpan<object?> values) => Bind(transaction, values).ExecuteReader();

    public long ReadNumber(SqliteTransaction transaction, params ReadOnlySpan<object?> values) =>
        (long)Bind(transaction, values).ExecuteScalar()!;

    public void Dispose() => _command.Dispose();

    private SqliteCommand Bind(SqliteTransaction transaction, ReadOnlySpan<object?> values)
    {
        _command.Transaction = transaction;
        for (var i = 0; i < values.Length; i++)
        {
            _command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return _command;
    }
}
