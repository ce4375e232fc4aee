using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Workshop;

/// <summary>The workshop's part of the schema.</summary>
internal static class WorkshopTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DraftRow>(e =>
        {
            e.ToTable("rule_drafts");
            e.Ignore(d => d.Is);
            e.Property(d => d.Revision).IsConcurrencyToken();
            e.HasIndex(d => d.State);
        });
        model.Entity<ReleaseRow>(e =>
        {
            e.ToTable("rule_releases");
            e.HasKey(r => r.Number);
            e.HasIndex(r => r.Stamp);
            e.Property(r => r.Stamp).IsConcurrencyToken();
        });
        model.Entity<WorkshopEventRow>(e =>
        {
            e.ToTable("rule_events");
            e.HasIndex(v => v.Pack);
        });
        model.Entity<RuleUseRow>(e =>
        {
            e.ToTable("rule_use");
            e.HasKey(u => new { u.Rule, u.Day });
        });
    }
}
