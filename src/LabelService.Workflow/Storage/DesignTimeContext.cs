using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LabelService.Workflow.Storage;

/// <summary>
/// Lets <c>dotnet ef migrations add NAME --context LabelContext -o Storage/Migrations</c> run without a host, and the same with
/// <c>--context PostgresContext -o Storage/PostgresMigrations</c>: a change of the model needs both.
/// </summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<LabelContext>, IDesignTimeDbContextFactory<PostgresContext>
{
    LabelContext IDesignTimeDbContextFactory<LabelContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LabelContext>().UseSqlite("Data Source=design.db").Options);

    PostgresContext IDesignTimeDbContextFactory<PostgresContext>.CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=design").Options);
}
