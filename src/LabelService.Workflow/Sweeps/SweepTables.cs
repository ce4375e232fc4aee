using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Sweeps;

/// <summary>The part of the schema that carries sweeps.</summary>
internal static class SweepTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<SweepRow>(e =>
        {
            e.ToTable("sweeps");
            e.HasKey(s => s.Number);
            e.HasIndex(s => s.Id).IsUnique();
            e.HasIndex(s => s.Phase);
        });
        model.Entity<SweepPartRow>(e =>
        {
            e.ToTable("sweep_parts");
            e.HasKey(p => new { p.Sweep, p.Number });
            e.HasIndex(p => p.Sweep).HasFilter("NOT \"IsDone\"");
        });
        model.Entity<SweepResultRow>(e =>
        {
            e.ToTable("sweep_results");
            e.HasKey(r => new { r.Sweep, r.ArticleId });
            e.HasIndex(r => r.ArticleId);
        });
        model.Entity<RuleStateRow>(e =>
        {
            e.ToTable("rule_states");
            e.HasKey(s => s.Seq);
        });
        model.Entity<RuleFilesRow>(e =>
        {
            e.ToTable("rule_files");
            e.HasKey(f => f.Hash);
        });
    }
}
