using Npgsql;
using NpgsqlTypes;

namespace LabelService.Workflow.Storage;

/// <summary>Puts statements with parameters by position (<c>$1</c>, <c>$2</c> and so on) into one batch, which is one trip to the server.</summary>
internal static class PostgresBinding
{
    public static NpgsqlBatchCommand Add(this NpgsqlBatch batch, string sql)
    {
        var command = new NpgsqlBatchCommand(sql);
        batch.BatchCommands.Add(command);
        return command;
    }

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, long number) => command.Bind(number, NpgsqlDbType.Bigint);

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, int number) => command.Bind(number, NpgsqlDbType.Integer);

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, double number) => command.Bind(number, NpgsqlDbType.Double);

    /// <param name="text">Null stands for SQL's NULL.</param>
    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, string? text) => command.Bind(text, NpgsqlDbType.Text);

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, byte[] bytes) => command.Bind(bytes, NpgsqlDbType.Bytea);

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, string?[] texts) => command.Bind(texts, NpgsqlDbType.Array | NpgsqlDbType.Text);

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, byte[][] blobs) => command.Bind(blobs, NpgsqlDbType.Array | NpgsqlDbType.Bytea);

    public static NpgsqlBatchCommand Bind(this NpgsqlBatchCommand command, long[] numbers) => command.Bind(numbers, NpgsqlDbType.Array | NpgsqlDbType.Bigint);

    private static NpgsqlBatchCommand Bind<T>(this NpgsqlBatchCommand command, T value, NpgsqlDbType type)
    {
        command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return command;
    }
}
