using System.CommandLine;
using LabelService.Workflow;
using LabelService.Workflow.Audit;
using LabelService.Workflow.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LabelService.Cli.Commands;

/// <summary>What commands on the store have in common: it is opened as the settings say, and a refusal becomes a line and exit code 2.</summary>
internal static class StoreRun
{
    /// <summary>Where the service listens unless it is told otherwise: links of labels lead there.</summary>
    private const string UsualAddress = "http://127.0.0.1:5080";

    public static Task<int> RunAsync(ParseResult result, Func<IServiceProvider, Task<Refusal?>> act, CancellationToken cancel) => RunAsync(result, Services, migrates: true, act, cancel);

    /// <summary>The same where the store itself is to be put in place.</summary>
    public static Task<int> RunUnmigratedAsync(ParseResult result, Func<IServiceProvider, Task<Refusal?>> act, CancellationToken cancel) =>
        RunAsync(result, Services, migrates: false, act, cancel);

    /// <summary>The same with rules and all that checks articles by them.</summary>
    public static Task<int> RunWithRulesAsync(ParseResult result, RulesOption rules, Func<IServiceProvider, Task<Refusal?>> act, CancellationToken cancel) =>
        RunAsync(result, () => ServicesWithRules(result, rules), migrates: true, async services =>
        {
            await WorkflowServices.LoadRulesAsync(services, cancel);
            return await act(services);
        }, cancel);

    private static async Task<int> RunAsync(ParseResult result, Func<ServiceProvider> make, bool migrates, Func<IServiceProvider, Task<Refusal?>> act, CancellationToken cancel)
    {
        var error = result.InvocationConfiguration.Error;
        try
        {
            AuditScope.Enter(AuditActor.CommandLine);
            await using var services = make();
            if (migrates)
            {
                await services.GetRequiredService<StoreMigrator>().MigrateAsync(cancel);
            }

            await using var scope = services.CreateAsyncScope();
            if (await act(scope.ServiceProvider) is not { } refusal)
            {
                return ExitCode.Done;
            }

            await error.WriteLineAsync(refusal.Detail);
        }
        catch (Exception wrong) when (wrong is StartRefusedException or OptionsValidationException)
        {
            await error.WriteLineAsync(wrong.Message);
        }

        return ExitCode.Unusable;
    }

    private static ServiceProvider Services() => new ServiceCollection().AddLabelStore(Configuration([])).BuildServiceProvider();

    private static ServiceProvider ServicesWithRules(ParseResult result, RulesOption rules)
    {
        var given = new Dictionary<string, string?> { ["Rules:Path"] = result.GetValue(rules.Path), ["Rules:TimeZone"] = result.GetValue(rules.TimeZone) };
        var configuration = Configuration(given.Where(g => g.Value is not null));
        return new ServiceCollection().AddLogging().AddLabelWorkflow(configuration, Directory.GetCurrentDirectory(), _ => UsualAddress).BuildServiceProvider();
    }

    private static IConfigurationRoot Configuration(IEnumerable<KeyValuePair<string, string?>> given) => new ConfigurationBuilder()
        .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
        .AddEnvironmentVariables()
        .AddInMemoryCollection(given)
        .Build();
}
