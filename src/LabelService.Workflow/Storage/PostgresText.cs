using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace LabelService.Workflow.Storage;

/// <summary>
/// PostgreSQL's text cannot hold the character NUL, which SQLite's can: a question with one shall find nothing instead of failing, so
/// the replacement character stands for it.
/// </summary>
internal sealed class PostgresText : DbCommandInterceptor
{
    private const char Nul = '\0';
    private const char Replacement = '\uFFFD';

    public override InterceptionResult<DbDataReader> ReaderExecuting(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Clean(command);
        return result;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Clean(command);
        return new(result);
    }

    private static void Clean(DbCommand command)
    {
        foreach (DbParameter parameter in command.Parameters)
        {
            if (parameter.Value is string text && text.Contains(Nul))
            {
                parameter.Value = text.Replace(Nul, Replacement);
            }
        }
    }
}
