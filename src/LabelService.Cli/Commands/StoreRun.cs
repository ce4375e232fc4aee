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
    public static async Task<int> RunAsync(ParseResult result, Func<IServiceProvider, Task<Refusal?>> act, CancellationToken cancel)
    {
        var error = result.InvocationConfiguration.Error;
        try
        {
            AuditScope.Enter(AuditActor.CommandLine);
            await using var services = Services();
            await services.GetRequiredService<StoreMigrator>().MigrateAsync(cancel);
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

    private static ServiceProvider Services()
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.GetFullPath("appsettings.json"), optional: true)
            .AddEnvironmentVariables()
            .Build();
        return new ServiceCollection().AddLabelStore(configuration).BuildServiceProvider();
    }
}
