using System.Diagnostics;
using System.Runtime.Versioning;

namespace LabelService.Repo.Tests;

/// <summary>Runs <c>tests/run.sh</c> in a world of its own, where every program is a stub that says how it was called.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class RunScriptTests : IDisposable
{
    /// <summary>Some tests of .NET alone; without it the clients' and WordPress's tests follow.</summary>
    private const string Some = "--filter-class=*Some*";

    private readonly string _programs = Directory.CreateTempSubdirectory("run-script-").FullName;

    public RunScriptTests()
    {
        foreach (var tool in (string[])["bash", "dirname", "env", "mktemp", "tee", "grep", "rm"])
            File.CreateSymbolicLink(Path.Combine(_programs, tool), Find(tool));
        Stub("id", "echo 1000");
    }

    [Fact]
    public void Restores_builds_and_tests_from_any_folder()
    {
        Stub("dotnet", "echo \"dotnet $*\"");
        Stub("chromium", "");

        var (code, output) = Run(ci: false, Some);

        Assert.Equal(0, code);
        string[] calls = [.. output.Split('\n').Where(line => line.StartsWith("dotnet ", StringComparison.Ordinal))];
        Assert.Collection(calls,
            call => Assert.StartsWith("dotnet restore LabelService.sln", call, StringComparison.Ordinal),
            call => Assert.StartsWith("dotnet build LabelService.sln --configuration Release --no-restore", call, StringComparison.Ordinal),
            call => Assert.Equal("dotnet test --solution LabelService.sln --configuration Release --no-build --max-parallel-test-modules 1 --no-ansi --no-progress --filter-not-class *.Screenshots* --filter-class=*Some*", call));
        Assert.EndsWith("All tests passed.\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', output);
    }

    [Fact]
    public void Fails_when_a_test_fails()
    {
        Stub("dotnet", "[ \"$1\" != test ] || { echo 'failed SomeTests.Holds (3ms)'; echo much more; exit 2; }");
        Stub("chromium", "");

        var (code, output) = Run(ci: false);

        Assert.Equal(1, code);
        Assert.EndsWith("failed SomeTests.Holds (3ms)\n", output[..output.IndexOf("tests/run.sh: tests failed", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.DoesNotContain("All tests passed", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_the_tests_of_clients_and_wordpress_where_no_tests_are_named()
    {
        Stub("dotnet", "");
        Stub("chromium", "");

        var (code, output) = Run(ci: false);

        Assert.Equal(1, code);
        Assert.Contains("tests/clients/run.sh: node is missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_the_build_fails()
    {
        Stub("dotnet", "echo \"dotnet $*\"; [ \"$1\" != build ]");
        Stub("chromium", "");

        var (code, output) = Run(ci: false);

        Assert.NotEqual(0, code);
        Assert.DoesNotContain("dotnet test", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_skipped_test_as_a_failure_in_ci()
    {
        Stub("dotnet", "echo \"dotnet $*\"");
        Stub("chromium", "");

        Assert.Contains("--fail-skips on", Run(ci: true, Some).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--fail-skips", Run(ci: false, Some).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_package_is_missing_when_it_cannot_install()
    {
        Stub("dotnet", "");

        var (ciCode, ciOutput) = Run(ci: true);
        var (code, output) = Run(ci: false, Some);

        Assert.Equal(1, ciCode);
        Assert.Contains("apt-get install chromium", ciOutput, StringComparison.Ordinal);
        Assert.Equal(0, code);
        Assert.Contains("will be skipped", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "", "install -y")]
    [InlineData("1000", "exec \"${@:2}\"", "install -y")]
    [InlineData("1000", "exit 1", "will be skipped")]
    public void Installs_what_is_lacking_when_it_may(string user, string sudo, string expected)
    {
        Stub("dotnet", "");
        Stub("id", $"echo {user}");
        Stub("sudo", sudo);
        Stub("true", "");
        Stub("apt-get", $"echo \"$*\" >> {_programs}/apt.log");

        var (code, output) = Run(ci: false, Some);

        var installed = Path.Combine(_programs, "apt.log");
        Assert.Equal(0, code);
        Assert.Contains(expected, output + (File.Exists(installed) ? File.ReadAllText(installed) : ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_the_sdk_is_missing()
    {
        var (code, output) = Run(ci: false);

        Assert.Equal(1, code);
        Assert.Contains(".NET SDK 10 is missing", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_ci_at_the_command_of_the_readme()
    {
        var script = File.ReadAllText(Repository.PathOf(".ci", "run"));

        Assert.Contains("tests/run.sh", script, StringComparison.Ordinal);
        Assert.Contains("CI=true", script, StringComparison.Ordinal);
        Assert.All([".ci/run", "tests/run.sh"], file => Assert.True(
            (File.GetUnixFileMode(Repository.PathOf(file)) & UnixFileMode.UserExecute) != 0, $"{file} must be executable"));
    }

    public void Dispose() => Directory.Delete(_programs, recursive: true);

    private void Stub(string name, string body)
    {
        var path = Path.Combine(_programs, name);
        File.WriteAllText(path, $"#!{Find("bash")}\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private (int Code, string Output) Run(bool ci, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find("bash"), [Repository.PathOf("tests", "run.sh"), .. arguments])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = _programs;
        start.Environment["CI"] = ci ? "true" : "";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    private static string Find(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':')
        .Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
