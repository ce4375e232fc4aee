using LabelService.Workflow.Audit;
using LabelService.Workflow.Events;
using Microsoft.EntityFrameworkCore;

namespace LabelService.Workflow.Reviews;

/// <summary>The part of the schema that moderators work with.</summary>
internal static class ReviewTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ReviewRow>(e =>
        {
            e.ToTable("reviews");
            e.HasKey(r => r.Number);
            e.HasIndex(r => r.Id).IsUnique();
            e.Property(r => r.Revision).IsConcurrencyToken();

            // A number, since SQLite goes along an index only by comparing, and a bare yes or no compares nothing.
            e.Property(r => r.Waiting).HasConversion<int>();
            e.HasIndex(r => r.ArticleId);
            e.HasIndex(r => new { r.Waiting, r.DueAt, r.Number });
            e.HasIndex(r => new { r.Site, r.Waiting, r.DueAt, r.Number });
            e.HasIndex(r => new { r.State, r.DueAt, r.Number });
            e.HasIndex(r => new { r.DecidedAt, r.Number }).HasFilter("\"DecidedAt\" IS NOT NULL");

            // What retention has yet to look at: a new review is not among it, so that the hot insert writes nothing here.
            e.HasIndex(r => new { r.Site, r.OpenedAt, r.Number }).HasFilter("\"Waiting\" = 0 AND \"NamesErasedAt\" IS NULL");
        });
        model.Entity<ReviewItemRow>(e =>
        {
            e.ToTable("review_items");
            e.HasKey(i => i.Number);
            e.Property(i => i.Waiting).HasConversion<int>();
            e.HasIndex(i => i.ReviewNumber);
            e.HasIndex(i => i.ArticleId);
            e.HasIndex(i => new { i.Waiting, i.Question });
            e.HasIndex(i => new { i.Waiting, i.Rule, i.DueAt, i.ReviewNumber });
            e.HasIndex(i => new { i.Waiting, i.Site, i.Rule, i.DueAt, i.ReviewNumber });
            e.HasIndex(i => new { i.Waiting, i.EntityId, i.DueAt, i.ReviewNumber });
            e.HasIndex(i => new { i.Waiting, i.Reason, i.DueAt, i.ReviewNumber });
        });
        model.Entity<DecisionRow>(e =>
        {
            e.ToTable("decisions");
            e.HasIndex(d => new { d.ArticleId, d.State });
            e.HasIndex(d => d.ReviewId);
            e.HasIndex(d => d.GroupId).HasFilter("\"GroupId\" IS NOT NULL");
            e.HasIndex(d => d.SecondGroupId).HasFilter("\"SecondGroupId\" IS NOT NULL");
            e.HasIndex(d => new { d.Rule, d.At });
            e.HasIndex(d => new { d.EntityId, d.At });
            e.HasIndex(d => new { d.Site, d.At });
            e.HasIndex(d => d.At);
        });
        model.Entity<RememberedRow>(e =>
        {
            e.ToTable("remembered");
            e.HasIndex(r => r.Stamp);
        });
        model.Entity<ReviewNoteRow>(e =>
        {
            e.ToTable("review_notes");
            e.HasIndex(n => n.ReviewId);
        });
        model.Entity<SkipRow>(e =>
        {
            e.ToTable("review_skips");
            e.HasKey(s => new { s.AccountId, s.ReviewNumber });
        });
        model.Entity<EntityHoldRow>(e =>
        {
            e.ToTable("entity_holds");
            e.HasIndex(h => h.EntityId);
        });
        model.Entity<DeskSettingsRow>(e =>
        {
            e.ToTable("desk_settings");
            e.HasKey(s => s.AccountId);
        });
        model.Entity<BrakeRow>(e =>
        {
            e.ToTable("brakes");
            e.HasIndex(b => b.Rule);
        });
        model.Entity<AuditRow>(e =>
        {
            e.ToTable("audit");
            e.HasKey(a => a.Seq);
            e.Property(a => a.Seq).ValueGeneratedNever();
            e.HasIndex(a => a.Subject);
        });
        model.Entity<LedgerRow>(e =>
        {
            e.ToTable("ledger");
            e.HasData(new LedgerRow { Id = 1, AuditHash = new byte[32] });
        });
        model.Entity<EventRow>(e =>
        {
            e.ToTable("events");
            e.HasKey(v => v.Seq);
            e.Property(v => v.Seq).ValueGeneratedNever();
            e.HasIndex(v => new { v.Site, v.Seq });

            // What a stored check tells holds no data, so that the hot insert writes nothing here.
            e.HasIndex(v => v.ReviewId).HasFilter("\"Data\" IS NOT NULL");
        });
    }
}
