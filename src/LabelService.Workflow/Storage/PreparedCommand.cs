using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace LabelService.Workflow.Storage;

/// <summary>
/// A statement prepared once, with its parameters by position from 1. It goes past ADO.NET, whose boxed parameters and readers cost as
/// much as the statement; the connection and its transactions stay ADO.NET's.
/// </summary>
internal sealed class PreparedCommand : IDisposable
{
    private const int StackBytes = 512;
    private readonly sqlite3 _store;
    private readonly sqlite3_stmt _statement;

    /// <param name="sql">Parameters are written <c>?1</c>, <c>?2</c> and so on.</param>
    public PreparedCommand(SqliteConnection connection, string sql)
    {
        _store = connection.Handle!;
        Hold(raw.sqlite3_prepare_v3(_store, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement));
    }

    public PreparedCommand Bind(int parameter, long number)
    {
        Hold(raw.sqlite3_bind_int64(_statement, parameter, number));
        return this;
    }

    public PreparedCommand Bind(int parameter, double number)
    {
        Hold(raw.sqlite3_bind_double(_statement, parameter, number));
        return this;
    }

    /// <param name="text">Null stands for SQL's NULL.</param>
    public PreparedCommand Bind(int parameter, string? text)
    {
        if (text is null)
        {
            Hold(raw.sqlite3_bind_null(_statement, parameter));
            return this;
        }

        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        Span<byte> bytes = most <= StackBytes ? stackalloc byte[StackBytes] : new byte[most];
        Hold(raw.sqlite3_bind_text(_statement, parameter, bytes[..Encoding.UTF8.GetBytes(text, bytes)]));
        return this;
    }

    public PreparedCommand Bind(int parameter, ReadOnlySpan<byte> blob)
    {
        Hold(raw.sqlite3_bind_blob(_statement, parameter, blob));
        return this;
    }

    /// <summary>Runs a statement without rows.</summary>
    public void Run()
    {
        Read();
        Reset();
    }

    /// <returns>Whether there is a row; its columns can be read until <see cref="Reset"/>.</returns>
    public bool Read()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        try
        {
            Hold(code);
            return false;
        }
        finally
        {
            Reset();
        }
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    /// <summary>Ends the reading: until then the statement holds the transaction open.</summary>
    public void Reset() => raw.sqlite3_reset(_statement);

    public void Dispose() => _statement.Dispose();

    private void Hold(int code) => SqliteException.ThrowExceptionForRC(code, _store);
}
