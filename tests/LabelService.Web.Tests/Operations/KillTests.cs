using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using Microsoft.Data.Sqlite;

namespace LabelService.Web.Tests.Operations;

/// <summary>The promise of storing: what was answered is there, whatever happens to the process.</summary>
public sealed class KillTests
{
    private const int Answers = 300;

    [Fact]
    public async Task Keeps_every_answered_check_when_the_process_is_killed_under_load()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        using var process = ServiceProcess.Start(folder);
        try
        {
            var address = await ServiceProcess.AddressOfAsync(process);
            var answered = await LoadAsync(address, process);
            Assert.True(answered.Count >= Answers, $"only {answered.Count} answers before the kill");
            var stored = Stored(Path.Combine(folder, "labels.db"));
            Assert.Empty(answered.Except(stored));
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Sends from many connections, and kills the process while all of them wait for answers.</summary>
    private static async Task<ConcurrentBag<string>> LoadAsync(Uri address, Process process)
    {
        using var http = new HttpClient { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
        var answered = new ConcurrentBag<string>();
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async sender =>
        {
            for (var i = 0; ; i++)
            {
                try
                {
                    using var response = await http.CheckAsync($$$"""{"article":{"externalId":"{{{sender}}}-{{{i}}}","body":"Text {{{i}}}."}}""");
                    answered.Add((string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["id"]!);
                }
                catch (Exception error) when (error is HttpRequestException or IOException)
                {
                    return;
                }

                if (answered.Count == Answers)
                {
                    // Process.Kill is SIGKILL: no handler runs, nothing is flushed.
                    process.Kill();
                }
            }
        }));
        await process.WaitForExitAsync();
        return answered;
    }

    private static HashSet<string> Stored(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"Id\" FROM checks";
        using var reader = command.ExecuteReader();
        var ids = new HashSet<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }
}
