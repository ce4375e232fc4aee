using System.Diagnostics;
using System.Net;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Operations;

/// <summary>The end of a node behind a balancer: said before it comes.</summary>
public sealed class DrainTests
{
    [Fact]
    public async Task Says_that_it_ends_and_answers_until_it_does()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        using var process = ServiceProcess.Start(folder, settings: "Drain__Seconds=6");
        try
        {
            using var http = new HttpClient { BaseAddress = await ServiceProcess.AddressOfAsync(process) };
            using var kept = await http.GetAsync("/health/live", TestContext.Current.CancellationToken);
            Assert.Null(kept.Headers.ConnectionClose);

            using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            {
                await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            using var ready = await SaysUnavailableAsync(http);
            Assert.Equal("draining", (string?)(await ready.ReadAsync())["status"]);
            Assert.True(ready.Headers.ConnectionClose);
            using var live = await http.GetAsync("/health/live", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, live.StatusCode);

            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
                await process.WaitForExitAsync(CancellationToken.None);
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(121)]
    public void Refuses_an_odd_number_of_seconds(int seconds) =>
        Assert.Contains("from 0 to 120", new LabelService.Web.Operations.DrainOptions { Seconds = seconds }.Fault()!, StringComparison.Ordinal);

    /// <summary>The signal takes a moment to arrive.</summary>
    private static async Task<HttpResponseMessage> SaysUnavailableAsync(HttpClient http)
    {
        while (true)
        {
            var ready = await http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
            if (ready.StatusCode == HttpStatusCode.ServiceUnavailable)
            {
                return ready;
            }

            ready.Dispose();
        }
    }
}
