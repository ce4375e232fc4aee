namespace LabelService.Browser.Tests;

/// <summary>
/// How long a page stands still, held against what the browser itself takes for the same text, so that a slow machine slows both. It is
/// measured apart from the other tests, whose browsers would be measured with it.
/// </summary>
[CollectionDefinition(nameof(ResponsivenessTests), DisableParallelization = true)]
[Collection(nameof(ResponsivenessTests))]
public sealed class ResponsivenessTests(Site site)
{
    /// <summary>It came to 0.8 to 1.4, on a busy machine too.</summary>
    private const double Most = 2.5;

    /// <summary>Runs of which the least disturbed counts.</summary>
    private const int MostRuns = 3;

    private const string Megabyte = "('Ferries sail again in any weather and in every season of the year.\\n\\n'.repeat(15000) + 'Source: Rosbalt').slice(-1000000)";

    [Fact]
    public async Task Stays_responsive_with_an_article_of_one_megabyte()
    {
        var ratio = double.MaxValue;
        for (var run = 0; run < MostRuns && ratio >= Most; run++)
        {
            var (bare, pause) = (await BareAsync(), await LongestPauseAsync());
            TestContext.Current.TestOutputHelper?.WriteLine($"longest pause {pause:F0} ms, the browser alone {bare:F0} ms");
            ratio = Math.Min(ratio, pause / bare);
        }

        Assert.True(ratio < Most, $"the page stood still {ratio:F2} times as long as the browser itself takes for the text");
    }

    /// <summary>The longest time between two beats is the longest that anybody had to wait for the page.</summary>
    private async Task<double> LongestPauseAsync()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");
        await page.EvaluateAsync(
            $$"""
            () => {
              window.longest = 0;
              let last = performance.now();
              setInterval(() => { const now = performance.now(); window.longest = Math.max(window.longest, now - last); last = now; }, 10);
              const area = document.getElementById('body');
              area.value = {{Megabyte}};
              area.dispatchEvent(new Event('input'));
            }
            """);
        await page.SeesVerdictAsync("action-required");
        Assert.Equal("Source: Rosbalt", await page.MarkedAsync("mark[data-kind=source]"));
        var longest = await page.EvaluateAsync<double>("() => window.longest");
        await page.CloseAsync();
        return longest;
    }

    /// <summary>How long the browser takes for the same megabyte in a text area and laid out below it.</summary>
    private async Task<double> BareAsync()
    {
        var page = await site.BlankAsync();
        var taken = await page.EvaluateAsync<double>(
            $$"""
            () => {
              const began = performance.now();
              const area = document.body.appendChild(document.createElement('textarea'));
              area.value = {{Megabyte}};
              const text = document.body.appendChild(document.createElement('div'));
              text.style.whiteSpace = 'pre-wrap';
              text.textContent = area.value;
              return document.body.getBoundingClientRect().height + area.scrollHeight > 0 ? performance.now() - began : 0;
            }
            """);
        await page.CloseAsync();
        return taken;
    }
}
