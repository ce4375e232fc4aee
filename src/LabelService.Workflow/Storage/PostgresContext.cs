using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LabelService.Workflow.Storage;

/// <summary>The same schema in PostgreSQL, which several nodes may share.</summary>
internal sealed class PostgresContext(DbContextOptions<PostgresContext> options) : LabelContext(options)
{
    public override bool IsShared => true;

    public override async Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancel)
    {
        var transaction = await Database.BeginTransactionAsync(cancel);
        try
        {
            await Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresSql.AloneLock})", cancel);
            return transaction;
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration)
    {
        base.ConfigureConventions(configuration);

        // Text is compared and sorted by its bytes, as in SQLite, whatever language the server speaks.
        configuration.Properties<string>().UseCollation("C");
    }
}
