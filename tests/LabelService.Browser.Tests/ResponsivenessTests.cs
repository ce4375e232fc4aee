namespace LabelService.Browser.Tests;

/// <summary>How long a page stands still is measured apart from the other tests, whose browsers would be measured with it.</summary>
[CollectionDefinition(nameof(ResponsivenessTests), DisableParallelization = true)]
[Collection(nameof(ResponsivenessTests))]
public sealed class ResponsivenessTests(Site site)
{
    [Fact]
    public async Task Stays_responsive_with_an_article_of_one_megabyte()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");

        // The longest time between two beats is the longest that anybody had to wait for the page.
        await page.EvaluateAsync(
            """
            () => {
              window.longest = 0;
              let last = performance.now();
              setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; }, 10);
              const area = document.getElementById('body');
              area.value = ('Ferries sail again in any weather and in every season of the year.\n\n'.repeat(15000) + 'Source: Rosbalt').slice(-1000000);
              area.dispatchEvent(new Event('input'));
            }
            """);
        await page.SeesVerdictAsync("action-required");
        Assert.Equal("Source: Rosbalt", await page.MarkedAsync("mark[data-kind=source]"));
        var longest = await page.EvaluateAsync<double>("() => window.longest");

        TestContext.Current.TestOutputHelper?.WriteLine($"longest pause: {longest:F0} ms");
        Assert.True(longest < 4000, $"the page stood still for {longest:F0} ms");
    }
}
