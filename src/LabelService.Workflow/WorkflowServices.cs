using FluentValidation;
using LabelService.Engine.Model;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Archive;
using LabelService.Workflow.Archive.Importing;
using LabelService.Workflow.Articles;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Corrections;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Events;
using LabelService.Workflow.Examples;
using LabelService.Workflow.Feedback;
using LabelService.Workflow.Retention;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Sweeps;
using LabelService.Workflow.Teaching;
using LabelService.Workflow.Watching;
using LabelService.Workflow.Webhooks;
using LabelService.Workflow.Workshop;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LabelService.Workflow;

/// <summary>What both hosts wire in.</summary>
public static class WorkflowServices
{
    /// <summary>The store and what an operator does with it.</summary>
    public static IServiceCollection AddLabelStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section)).Holds(o => o.Fault());
        services.AddOptions<BootstrapOptions>().Bind(configuration.GetSection(BootstrapOptions.Section)).Holds(o => o.Fault());
        services.AddOptions<AccountsOptions>().Bind(configuration.GetSection(AccountsOptions.Section)).Holds(o => o.Fault());
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDbContextFactory<LabelContext>, LabelContexts>();
        services.AddScoped(p => Contexts(p).CreateDbContext());
        services.AddSingleton(p => new StoreMigrator(Contexts(p), p.GetRequiredService<IOptions<StorageOptions>>()));
        services.AddSingleton(p => new KeyService(Contexts(p), p.GetRequiredService<TimeProvider>()));
        services.AddSingleton<Ledger>();
        services.AddSingleton<Candidates>();
        services.AddLogging();
        services.AddSingleton<LiveChecks>();
        services.AddSingleton<ErasedPostings>();
        services.AddSingleton<IndexRebuild>();
        services.AddSingleton<ArchiveIndexer>();
        services.AddSingleton<StoreVerifier>();
        services.AddSingleton<StoreCopies>();
        services.AddSingleton(p => new AuditVerifier(Contexts(p)));
        services.AddSingleton(p => new AuditTrail(Contexts(p)));
        services.AddAccounts();
        return services;
    }

    /// <summary>Everything that a running service needs.</summary>
    /// <param name="contentRoot">From where a relative <c>Rules__Path</c> is looked for.</param>
    /// <param name="listensAt">The first address that the service listens on, for links where no public one is set.</param>
    public static IServiceCollection AddLabelWorkflow(
        this IServiceCollection services, IConfiguration configuration, string contentRoot, Func<IServiceProvider, string> listensAt)
    {
        services.AddLabelStore(configuration);
        services.AddOptions<RulesOptions>().Bind(configuration.GetSection(RulesOptions.Section)).Holds(o => o.Fault());
        services.AddSingleton(p => new RulesetFolder(RulesFolderSearch.Find(p.GetRequiredService<IOptions<RulesOptions>>().Value.Path, contentRoot)));
        services.AddOptions<LabelsOptions>().Bind(configuration.GetSection(LabelsOptions.Section)).Holds(o => o.Fault());
        services.AddSingleton(p => p.GetRequiredService<IOptions<RulesOptions>>().Value.Settings() with
        {
            PublicUrl = p.GetRequiredService<IOptions<LabelsOptions>>().Value.AddressOr(listensAt(p)),
        });
        services.AddOptions<ReviewOptions>().Bind(configuration.GetSection(ReviewOptions.Section)).Holds(o => o.Fault());
        services.AddSingleton<RulesetHolder>();
        services.AddSingleton<ExceptionsInForce>();
        services.AddSingleton<BootstrapKey>();
        services.AddSingleton<IValidator<CheckRequest>, CheckRequestValidator>();
        services.AddSingleton(CheckStore);
        services.AddSingleton<CheckRecorder>();
        services.AddSingleton<IdempotencyKeys>();
        services.AddSingleton<AnsweredChecks>();
        services.AddSingleton<ExampleService>();
        services.AddSingleton<CheckService>();
        services.AddSingleton<ImportRules>();
        services.AddSingleton<ImportEnd>();
        services.AddSingleton<ArchiveImporter>();
        services.AddSingleton<StoredChecks>();
        services.AddSingleton<FeedbackService>();
        services.AddSingleton<LabelsService>();
        services.AddSingleton<ArticleEraser>();
        services.AddSingleton<SiteBook>();
        services.AddSingleton<PendingNames>();
        services.AddSingleton<SettledNames>();
        services.AddSingleton<AnsweredCorrections>();
        services.AddSingleton<ArticleWalk>();
        services.AddSingleton<RetentionWorker>();
        services.AddSingleton<CorrectionInbox>();
        services.AddSingleton<CorrectionBook>();
        services.AddSingleton<Readiness>();
        services.AddReviews();
        services.AddSweeps(configuration);
        services.AddWebhooks(configuration);
        services.AddTeaching();
        services.AddWorkshop();
        services.AddHostedService(p => p.GetRequiredService<CheckRecorder>());
        services.AddHostedService<KeyRingWorker>();
        services.AddHostedService<RulesetWatcher>();
        services.AddHostedService(p => p.GetRequiredService<RetentionWorker>());
        services.AddHostedService(p => p.GetRequiredService<ArchiveIndexer>());
        return services;
    }

    private static void AddReviews(this IServiceCollection services)
    {
        services.AddSingleton<RememberedBook>();
        services.AddSingleton<BindingDecisions>();
        services.AddSingleton<FlaggedChecks>();
        services.AddSingleton<ReviewFeed>();
        services.AddSingleton<ClaimService>();
        services.AddSingleton<DecisionService>();
        services.AddSingleton<UndoService>();
        services.AddSingleton<ReviewTalk>();
        services.AddSingleton<EntityHolds>();
        services.AddSingleton<Routing>();
        services.AddSingleton<ReviewQueue>();
        services.AddSingleton<ReviewDesk>();
        services.AddSingleton<QuestionGroups>();
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<Escalator>();
        services.AddSingleton<ArticleAgain>();
        services.AddHostedService(p => p.GetRequiredService<Escalator>());
    }

    private static void AddSweeps(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SweepOptions>().Bind(configuration.GetSection(SweepOptions.Section)).Holds(o => o.Fault());
        services.AddOptions<NodeOptions>().Bind(configuration).Holds(o => o.Fault());
        services.AddSingleton<SweepBell>();
        services.AddSingleton<RuleStates>();
        services.AddSingleton<RuleStateWatcher>();
        services.AddSingleton<SweepPlanner>();
        services.AddSingleton<SweepPhases>();
        services.AddSingleton<SweepCounter>();
        services.AddSingleton<SweepApplier>();
        services.AddSingleton<SweepPartRunner>();
        services.AddSingleton<SweepKeeper>();
        services.AddSingleton<SweepBook>();
        services.AddSingleton<SweepOrders>();
        services.AddSingleton<SweepHand>();
        services.AddHostedService(p => p.GetRequiredService<RuleStateWatcher>());
        services.AddHostedService<SweepScheduler>();
    }

    private static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhookOptions>().Bind(configuration.GetSection(WebhookOptions.Section)).Holds(o => o.Fault());
        services.AddSingleton<WebhookSecrets>();
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<WebhookOutbox>();
        services.AddSingleton<DeliveryClaims>();
        services.AddSingleton<DeliveryLog>();
        services.AddSingleton<WebhookBook>();
        services.AddSingleton<DeliveryBook>();
        services.AddSingleton<AttemptWriter>();
        services.AddHostedService<WebhookWorker>();
        services.AddSingleton<Pulse>();
        services.AddHostedService(p => p.GetRequiredService<Pulse>());
    }

    private static void AddTeaching(this IServiceCollection services)
    {
        services.AddSingleton<UpheldShares>();
        services.AddSingleton<DayBook>();
        services.AddSingleton<TeachingBook>();
        services.AddSingleton<BrakeBook>();
        services.AddSingleton<RuleBrake>();
        services.AddSingleton<DayWorker>();
        services.AddHostedService(p => p.GetRequiredService<RuleBrake>());
        services.AddHostedService(p => p.GetRequiredService<DayWorker>());
    }

    private static void AddWorkshop(this IServiceCollection services)
    {
        services.AddSingleton<ReleasedPacks>();
        services.AddSingleton<DryRunService>();
        services.AddSingleton<DraftBook>();
        services.AddSingleton<DraftService>();
        services.AddSingleton<ProposalService>();
        services.AddSingleton<ReleaseService>();
        services.AddSingleton<ShadowService>();
        services.AddSingleton<WorkshopHistory>();
        services.AddSingleton<NegativeCases>();
        services.AddSingleton<Inspector>();
        services.AddSingleton<ShadowRunner>();
        services.AddSingleton<RuleUse>();
        services.AddHostedService(p => p.GetRequiredService<ShadowRunner>());
        services.AddHostedService(p => p.GetRequiredService<RuleUse>());
    }

    /// <summary>Brings the store, the keys and the rules up before the first request.</summary>
    /// <returns>The first key and administrator where they were made, to be printed once.</returns>
    /// <exception cref="StartRefusedException">A setting or the store stands in the way.</exception>
    public static async Task<(string? Key, FirstAdministrator? Administrator)> PrepareAsync(IServiceProvider services, CancellationToken cancel)
    {
        await services.GetRequiredService<StoreMigrator>().MigrateAsync(cancel);
        var first = await EnsureFirstAsync(services, cancel);
        await services.GetRequiredService<KeyRing>().RefreshAsync(cancel);
        await LoadRulesAsync(services, cancel);
        return first;
    }

    /// <summary>Loads the rules with what the store says of them: released packs, remembered decisions.</summary>
    public static async Task LoadRulesAsync(IServiceProvider services, CancellationToken cancel)
    {
        var holder = services.GetRequiredService<RulesetHolder>();
        await services.GetRequiredService<ReleasedPacks>().RefreshAsync(cancel);
        await services.GetRequiredService<RememberedBook>().RefreshAsync(cancel);
        holder.Load();
    }

    /// <summary>Writes down which rules are in force before the first check is answered by them; where the store does not let it, that is done within seconds.</summary>
    public static async Task DeclareRulesAsync(IServiceProvider services, CancellationToken cancel)
    {
        try
        {
            await services.GetRequiredService<RuleStateWatcher>().StepAsync(cancel);
        }
        catch (Exception error) when (error is System.Data.Common.DbException or DbUpdateException)
        {
            // The watcher tells, should it last.
        }
    }

    private static async Task<(string? Key, FirstAdministrator? Administrator)> EnsureFirstAsync(IServiceProvider services, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        await using var db = await Contexts(services).CreateDbContextAsync(cancel);

        // Of nodes that start at the same moment one makes the first key and administrator; the others wait, and find them.
        await using var turn = db.IsShared ? await db.BeginAloneAsync(cancel) : null;
        return (
            await services.GetRequiredService<BootstrapKey>().EnsureAsync(cancel),
            await scope.ServiceProvider.GetRequiredService<BootstrapAdministrator>().EnsureAsync(cancel));
    }

    private static ICheckStore CheckStore(IServiceProvider provider)
    {
        var (options, time) = (provider.GetRequiredService<IOptions<StorageOptions>>(), provider.GetRequiredService<TimeProvider>());
        return options.Value.IsPostgres ? new PostgresStatements(options, time) : new SqliteStatements(options, time);
    }

    private static IDbContextFactory<LabelContext> Contexts(IServiceProvider provider) =>
        provider.GetRequiredService<IDbContextFactory<LabelContext>>();

    /// <summary>Stops the start where a setting is wrong, with the options' own message.</summary>
    private static void Holds<T>(this OptionsBuilder<T> options, Func<T, string?> fault) where T : class
    {
        options.Services.AddSingleton<IValidateOptions<T>>(new SettingsRule<T>(fault));
        options.ValidateOnStart();
    }

    private sealed class SettingsRule<T>(Func<T, string?> fault) : IValidateOptions<T> where T : class
    {
        public ValidateOptionsResult Validate(string? name, T options) =>
            fault(options) is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }
}
