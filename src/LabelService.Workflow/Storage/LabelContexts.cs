using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow.Storage;

/// <summary>Opens the store that the settings name.</summary>
internal sealed class LabelContexts(IOptions<StorageOptions> options, IServiceProvider services) : IDbContextFactory<LabelContext>
{
    private readonly Lazy<Func<LabelContext>> _open = new(
        () => options.Value.IsPostgres ? Postgres(options.Value, services) : Sqlite(options.Value, services), LazyThreadSafetyMode.PublicationOnly);

    public LabelContext CreateDbContext() => _open.Value();

    private static Func<LabelContext> Sqlite(StorageOptions storage, IServiceProvider services)
    {
        var options = new DbContextOptionsBuilder<LabelContext>().UseApplicationServiceProvider(services)
            .UseSqlite(storage.Prepared()).AddInterceptors(new DurableConnections()).Options;
        return () => new LabelContext(options);
    }

    private static Func<LabelContext> Postgres(StorageOptions storage, IServiceProvider services)
    {
        // The usual strategy repeats nothing either, but hides what went wrong inside an InvalidOperationException.
        var options = new DbContextOptionsBuilder<PostgresContext>().UseApplicationServiceProvider(services)
            .UseNpgsql(storage.Prepared(), o => o.ExecutionStrategy(d => new NonRetryingExecutionStrategy(d)))
            .AddInterceptors(new PostgresText()).Options;
        return () => new PostgresContext(options);
    }
}
