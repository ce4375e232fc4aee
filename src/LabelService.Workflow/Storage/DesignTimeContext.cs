using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace LabelService.Workflow.Storage;

/// <summary>Lets <c>dotnet ef migrations add NAME -o Storage/Migrations</c> run without a host.</summary>
internal sealed class DesignTimeContext : IDesignTimeDbContextFactory<LabelContext>
{
    public LabelContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<LabelContext>().UseSqlite("Data Source=design.db").Options);
}
