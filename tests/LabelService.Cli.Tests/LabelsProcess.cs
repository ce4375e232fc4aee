using System.Diagnostics;
using System.Text;

namespace LabelService.Cli.Tests;

/// <summary>Runs the built command line as its user does: a process with arguments, standard input and an exit code.</summary>
internal static class LabelsProcess
{
    public static string Root { get; } = FindRoot();

    public static Task<(int Code, string Output, string Error)> RunAsync(string? input, params string[] arguments) => RunAsync(input, null, arguments);

    /// <param name="store">The file of the store, or the connection string of a database of PostgreSQL.</param>
    public static Task<(int Code, string Output, string Error)> RunOnAsync(string store, params string[] arguments) => RunAsync(null, store, arguments);

    private static async Task<(int Code, string Output, string Error)> RunAsync(string? input, string? store, string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            WorkingDirectory = Root,
        };
        if (store is not null)
        {
            Use(start, store);
        }

        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "labels.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    public static void Use(ProcessStartInfo start, string store)
    {
        var isDatabase = store.StartsWith("Host=", StringComparison.Ordinal);
        start.Environment["Storage__Provider"] = isDatabase ? "postgres" : "sqlite";
        start.Environment["Storage__ConnectionString"] = isDatabase ? store : $"Data Source={store}";
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "LabelService.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
