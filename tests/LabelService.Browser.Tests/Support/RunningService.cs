using System.Collections.Concurrent;
using System.Diagnostics;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace LabelService.Browser.Tests.Support;

/// <summary>The real service as a process of its own, on a free port, with the rules of the repository, an invented register and a store that is thrown away.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Key = "live_browserTests0123456789browserTests01";
    private const string Listening = "Now listening on: ";
    private readonly Process _process;
    private readonly string _folder;

    private RunningService(Process process, string folder, string rules, Uri address) => (_process, _folder, Rules, Address) = (process, folder, rules, address);

    public string Rules { get; }

    public Uri Address { get; }

    /// <summary>Where it keeps what it remembers.</summary>
    public string Database => DatabaseIn(_folder);

    /// <param name="alsoRules">Adds to the folder of rules.</param>
    /// <param name="also">Further settings, by the names of the environment.</param>
    public static async Task<RunningService> StartAsync(Action<string>? alsoRules = null, params (string Name, string Value)[] also)
    {
        var folder = Directory.CreateTempSubdirectory("labels-page-").FullName;
        var settings = Settings(folder);
        foreach (var (name, value) in also)
        {
            settings.Environment[name] = value;
        }

        alsoRules?.Invoke(settings.Environment["Rules__Path"]!);
        var process = Process.Start(settings) ?? throw new InvalidOperationException("dotnet did not start.");
        var said = new ConcurrentQueue<string?>();
        var address = new TaskCompletionSource<Uri>();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.OutputDataReceived += (_, line) => Hear(line.Data, said, address);
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var ended = process.WaitForExitAsync();
        if (await Task.WhenAny(address.Task, ended, Task.Delay(TimeSpan.FromSeconds(60))) == address.Task)
        {
            return new RunningService(process, folder, settings.Environment["Rules__Path"]!, await address.Task);
        }

        process.Kill();
        throw new InvalidOperationException("The service did not start:\n" + string.Join('\n', said));
    }

    /// <summary>A key of another site than the first one, as <c>labels key create</c> makes it beside a running service.</summary>
    public async Task<string> KeyOfAsync(string site)
    {
        var options = new DbContextOptionsBuilder<LabelContext>().UseSqlite($"Data Source={Database};Default Timeout=30;Pooling=False").Options;
        var made = await new KeyService(new PooledDbContextFactory<LabelContext>(options), TimeProvider.System).CreateAsync(site, site, Scopes.All, test: false, CancellationToken.None);
        return made.Value!.Secret;
    }

    private static void Hear(string? line, ConcurrentQueue<string?> said, TaskCompletionSource<Uri> address)
    {
        said.Enqueue(line);
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
        {
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Trim()));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string DatabaseIn(string folder) => Path.Combine(folder, "labels.db");

    private static ProcessStartInfo Settings(string folder) => new("dotnet")
    {
        ArgumentList = { Path.Combine(AppContext.BaseDirectory, "LabelService.Web.dll"), "--urls", "http://127.0.0.1:0" },
        WorkingDirectory = Repository.Of("src", "LabelService.Web"),
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        Environment =
        {
            ["Rules__Path"] = Environment.GetEnvironmentVariable("BROWSER_TESTS_RULES") ?? InventedRegister.RulesIn(folder),
            ["Storage__ConnectionString"] = $"Data Source={DatabaseIn(folder)}",
            ["Bootstrap__ApiKey"] = Key,
            ["Bootstrap__AdminEmail"] = Door.Email,
            ["Bootstrap__AdminPassword"] = Door.Password,
            // A service that lives for minutes does not earn back what the compiler spends on measuring it.
            ["DOTNET_TieredPGO"] = "0",
        },
    };
}
