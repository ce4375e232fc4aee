using LabelService.Workflow.Accounts;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Corrections;
using LabelService.Workflow.Events;
using LabelService.Workflow.Feedback;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Sweeps;
using LabelService.Workflow.Webhooks;
using LabelService.Workflow.Workshop;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace LabelService.Workflow.Storage;

/// <summary>
/// The schema, and all queries but the one hot insert (<see cref="ICheckStore"/>). Times are Unix milliseconds, UTC. This is SQLite's;
/// <see cref="PostgresContext"/> differs in what must differ.
/// </summary>
internal class LabelContext : DbContext, IDataProtectionKeyContext
{
    public LabelContext(DbContextOptions<LabelContext> options) : base(options)
    {
    }

    protected LabelContext(DbContextOptions options) : base(options)
    {
    }

    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<PersonKeyRow> PersonKeys => Set<PersonKeyRow>();
    public DbSet<SignInRow> SignIns => Set<SignInRow>();
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();
    public DbSet<ApiKeyRow> ApiKeys => Set<ApiKeyRow>();
    public DbSet<KeyRingRow> KeyRing => Set<KeyRingRow>();
    public DbSet<ArticleRow> Articles => Set<ArticleRow>();
    public DbSet<CheckRow> Checks => Set<CheckRow>();
    public DbSet<IdempotencyRow> Idempotency => Set<IdempotencyRow>();
    public DbSet<ReviewRow> Reviews => Set<ReviewRow>();
    public DbSet<ReviewItemRow> ReviewItems => Set<ReviewItemRow>();
    public DbSet<DecisionRow> Decisions => Set<DecisionRow>();
    public DbSet<RememberedRow> Remembered => Set<RememberedRow>();
    public DbSet<ReviewNoteRow> ReviewNotes => Set<ReviewNoteRow>();
    public DbSet<SkipRow> Skips => Set<SkipRow>();
    public DbSet<EntityHoldRow> EntityHolds => Set<EntityHoldRow>();
    public DbSet<DeskSettingsRow> DeskSettings => Set<DeskSettingsRow>();
    public DbSet<BrakeRow> Brakes => Set<BrakeRow>();
    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();
    public DbSet<SiteSettingsRow> SiteSettings => Set<SiteSettingsRow>();
    public DbSet<AuditRow> Audit => Set<AuditRow>();
    public DbSet<LedgerRow> Ledger => Set<LedgerRow>();
    public DbSet<EventRow> Events => Set<EventRow>();
    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();
    public DbSet<DeliveryRow> Deliveries => Set<DeliveryRow>();
    public DbSet<FeedbackRow> Feedback => Set<FeedbackRow>();
    public DbSet<DraftRow> Drafts => Set<DraftRow>();
    public DbSet<ReleaseRow> Releases => Set<ReleaseRow>();
    public DbSet<WorkshopEventRow> WorkshopEvents => Set<WorkshopEventRow>();
    public DbSet<SegmentRow> ArchiveSegments => Set<SegmentRow>();
    public DbSet<PostingsRow> ArchivePostings => Set<PostingsRow>();
    public DbSet<TailRow> ArchiveTail => Set<TailRow>();
    public DbSet<ImportRow> ArchiveImports => Set<ImportRow>();
    public DbSet<RuleUseRow> RuleUse => Set<RuleUseRow>();
    public DbSet<SweepRow> Sweeps => Set<SweepRow>();
    public DbSet<SweepPartRow> SweepParts => Set<SweepPartRow>();
    public DbSet<SweepResultRow> SweepResults => Set<SweepResultRow>();
    public DbSet<RuleStateRow> RuleStates => Set<RuleStateRow>();
    public DbSet<RuleFilesRow> RuleFiles => Set<RuleFilesRow>();

    /// <summary>Whether several nodes may use the store at once.</summary>
    public virtual bool IsShared => false;

    /// <summary>A transaction for what is decided by rows that it does not change: no other such transaction runs meanwhile.</summary>
    /// <remarks>Every transaction of SQLite is so.</remarks>
    public virtual Task<IDbContextTransaction> BeginAloneAsync(CancellationToken cancel) => Database.BeginTransactionAsync(cancel);

    protected override void ConfigureConventions(ModelConfigurationBuilder configuration) =>
        configuration.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    /// <summary>
    /// Where accounts or personal keys change, every process must notice: the version moves in the same transaction. What changes of
    /// accounts, keys, drafts and releases is written into the audit there, too, so that nobody can forget to.
    /// </summary>
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        var written = AuditedChanges.Of(ChangeTracker);
        var movesKeys = ChangeTracker.Entries().Any(e => e.Entity is Account or PersonKeyRow && e.State is not EntityState.Unchanged);
        if (written.Count == 0 && !movesKeys)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        }

        await using var transaction = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(cancellationToken) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (movesKeys)
        {
            await KeyRing.ExecuteUpdateAsync(set => set.SetProperty(r => r.Version, r => r.Version + 1), cancellationToken);
        }

        if (written.Count > 0)
        {
            await new Ledger(TimeProvider.System).WriteAsync(this, written, [], cancellationToken);
        }

        await (transaction?.CommitAsync(cancellationToken) ?? Task.CompletedTask);
        return saved;
    }

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfiguration(new AccountTable());
        model.Entity<PersonKeyRow>(e =>
        {
            e.ToTable("person_keys");
            e.HasIndex(k => k.Hash).IsUnique();
            e.HasIndex(k => k.AccountId);
        });
        model.Entity<SignInRow>(e =>
        {
            e.ToTable("sign_ins");
            e.HasIndex(s => s.AccountId);
        });
        model.Entity<DataProtectionKey>().ToTable("data_protection_keys");
        model.Entity<ApiKeyRow>(e =>
        {
            e.ToTable("api_keys");
            e.HasIndex(k => k.Hash).IsUnique();
        });
        model.Entity<KeyRingRow>(e =>
        {
            e.ToTable("key_ring");
            e.HasData(new KeyRingRow { Id = 1, Version = 0 });
        });
        model.Entity<StoreProbeRow>(e =>
        {
            e.ToTable("store_probe");
            e.HasData(new StoreProbeRow { Id = 1, At = DateTimeOffset.UnixEpoch });
        });
        model.Entity<ArticleRow>(e =>
        {
            e.ToTable("articles");
            e.HasIndex(a => new { a.Site, a.Identity }).IsUnique();
            e.HasIndex(a => new { a.Site, a.Url }).HasFilter("\"Url\" IS NOT NULL");
        });
        model.Entity<CheckRow>(e =>
        {
            e.ToTable("checks");
            e.HasIndex(c => c.ArticleId);
        });
        model.Entity<IdempotencyRow>(e =>
        {
            e.ToTable("idempotency");
            e.HasKey(i => new { i.KeyId, i.Key });
            e.HasIndex(i => i.CreatedAt);
        });
        model.Entity<FeedbackRow>(e =>
        {
            e.ToTable("feedback");
            e.HasIndex(f => f.CheckId);
        });
        model.Entity<SiteSettingsRow>(e =>
        {
            e.ToTable("site_settings");
            e.HasKey(s => s.Site);
        });
        model.Entity<CorrectionRow>(e =>
        {
            e.ToTable("corrections");
            e.HasKey(c => c.Number);
            e.Property(c => c.Id).IsRequired();
            e.HasIndex(c => c.Id).IsUnique();
            e.HasIndex(c => new { c.Site, c.Number }).HasFilter("\"Outcome\" IS NULL");
            e.HasIndex(c => new { c.ClosedAt, c.Number }).HasFilter("\"ClosedAt\" IS NOT NULL");
            e.HasIndex(c => new { c.Site, c.ClosedAt }).HasFilter("\"ClosedAt\" IS NOT NULL AND \"ErasedAt\" IS NULL");
        });
        ArchiveTables.Map(model);
        SweepTables.Map(model);
        ReviewTables.Map(model);
        WebhookTables.Map(model);
        WorkshopTables.Map(model);
    }
}
