using System.Net;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Tests.Support;

namespace LabelService.Web.Tests.Http;

/// <summary>A limit is the key's, not the node's.</summary>
public sealed class SharedLimitTests
{
    private const int Limit = 10;

    [Fact]
    public async Task Counts_what_another_node_let_through()
    {
        Assert.SkipWhen(PostgresServer.Installed is null, PostgresServer.Missing);
        var database = PostgresServer.Shared.CreateDatabase(empty: true);
        string[] settings = ["Storage:Provider=postgres", $"Storage:ConnectionString={database}", $"Limits:RequestsPerMinute={Limit}"];
        await using (var first = await RunningService.StartAsync(settings))
        await using (var second = await RunningService.StartAsync(settings))
        {
            for (var i = 0; i < Limit; i++)
            {
                using var through = await first.Http.GetAsync("/v1/key", TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.OK, through.StatusCode);
            }

            await RefusesAsync(second.Http);
        }

        PostgresServer.Shared.DropDatabase(database);
    }

    /// <summary>The nodes tell each other twice a second; few requests are sent meanwhile, so that this node alone would not refuse them.</summary>
    private static async Task RefusesAsync(HttpClient http)
    {
        for (var sent = 0; sent < Limit; sent++)
        {
            using var answer = await http.GetAsync("/v1/key", TestContext.Current.CancellationToken);
            if (answer.StatusCode == HttpStatusCode.TooManyRequests)
            {
                Assert.NotNull(answer.Headers.RetryAfter);
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken);
        }

        Assert.Fail("The other node's requests did not count.");
    }
}
