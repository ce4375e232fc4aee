using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace LabelService.Repo.Tests.Image;

public sealed partial class ImageTests(BuiltImage image) : IClassFixture<BuiltImage>
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("ENTRYPOINT")]
    [InlineData("HEALTHCHECK")]
    public void Has_every_file_that_a_command_names(string keyword)
    {
        string[] files = [.. Only(keyword).Words().Where(word => word.EndsWith(".dll", StringComparison.Ordinal))];

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.True(File.Exists(image.Locate(file)), $"{file} is not in the image"));
    }

    [Fact]
    public void Has_the_rules_and_a_folder_for_the_data()
    {
        string[] rules = [.. Repository.Files.Where(file => file.StartsWith("rules/", StringComparison.Ordinal))];

        Assert.NotEmpty(rules);
        Assert.All(rules, file => Assert.True(File.Exists(image.Locate(file)), $"{file} is not in the image"));
        Assert.True(Directory.Exists(image.Locate(Only("VOLUME").Arguments)));
    }

    [Fact]
    public void Runs_without_the_rights_of_root() => Assert.DoesNotContain(Only("USER").Arguments, (string[])["root", "0"]);

    [Fact]
    public void Listens_where_it_says() => Assert.Equal($"http://+:{Only("EXPOSE").Arguments}", Environment()["ASPNETCORE_URLS"]);

    [Fact]
    public async Task Starts_and_tells_its_health()
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        using var service = Start(Only("ENTRYPOINT"), url);
        try
        {
            Assert.Equal(HttpStatusCode.OK, await AnswerAsync(service, $"{url}/health/live"));
            Assert.Equal(HttpStatusCode.OK, await AnswerAsync(service, $"{url}/health/ready"));
            Assert.Equal(0, await ExitCodeAsync(Only("HEALTHCHECK"), url));
        }
        finally
        {
            service.Kill(entireProcessTree: true);
            await service.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(1, await ExitCodeAsync(Only("HEALTHCHECK"), url));
    }

    private Instruction Only(string keyword) => image.Instructions.Single(instruction => instruction.Keyword == keyword);

    private Dictionary<string, string> Environment() => image.Instructions
        .Where(instruction => instruction.Keyword == "ENV")
        .SelectMany(instruction => Assignment().Matches(instruction.Arguments))
        .ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value.Trim('"'), StringComparer.Ordinal);

    /// <summary>Starts a command of the image as the image would, but at another address.</summary>
    private Process Start(Instruction command, string url)
    {
        string[] words = [.. command.Words().Select(word => word.StartsWith('/') ? image.Locate(word) : word)];
        var start = new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = image.Locate("."), RedirectStandardOutput = true };
        foreach (var (name, value) in Environment().Where(entry => entry.Key != "PATH"))
            start.Environment[name] = value;
        start.Environment["ASPNETCORE_URLS"] = url;
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine(line.Data ?? "");
        process.BeginOutputReadLine();
        return process;
    }

    private async Task<int> ExitCodeAsync(Instruction command, string url)
    {
        using var process = Start(command, url);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(StartTime, TestContext.Current.CancellationToken);
        return process.ExitCode;
    }

    /// <summary>Asks until somebody answers, since a process says nothing else when it begins to listen.</summary>
    private static async Task<HttpStatusCode> AnswerAsync(Process service, string url)
    {
        using var client = new HttpClient();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(StartTime);
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await pause.WaitForNextTickAsync(limit.Token))
        {
            Assert.False(service.HasExited, "the service ended");
            try
            {
                using var answer = await client.GetAsync(new Uri(url), limit.Token);
                return answer.StatusCode;
            }
            catch (HttpRequestException)
            {
                // not yet listening
            }
        }
        throw new TimeoutException(url);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex("""(\w+)=("[^"]*"|\S+)""")]
    private static partial Regex Assignment();
}
