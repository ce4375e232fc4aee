namespace LabelService.Browser.Tests;
public sealed class Probe(Site site)
{
    [Fact]
    public async Task Probes()
    {
        var page = await site.OpenAsync();
        await page.SeesVerdictAsync("compliant");
        await page.RouteAsync("**/v1/checks", route => Task.CompletedTask);
        var r = await page.EvaluateAsync<string>(
            """
            async () => {
              const area = document.getElementById('body'), mirror = document.getElementById('mirror');
              const out = [];
              const time = (name, f) => { const t = performance.now(); f(); out.push(name + ' ' + Math.round(performance.now() - t)); };
              const text = ('Ferries sail again in any weather and in every season of the year.\n\n'.repeat(15000) + 'Source: Rosbalt').slice(-1000000);
              mirror.style.display = 'none';
              time('area set', () => { area.value = text; });
              time('area layout', () => area.offsetHeight);
              mirror.style.display = '';
              const editor = await import('/playground/js/editor.js');
              time('follow', () => editor.follow());
              time('mirror layout', () => mirror.offsetHeight);
              time('spans', () => editor.setSpans([{start: text.length - 15, end: text.length, key: 'k', number: 1, kind: 'source'}]));
              time('layout', () => mirror.offsetHeight);
              time('type', () => { area.setRangeText('x', 500, 500); });
              time('layout', () => area.offsetHeight);
              time('follow', () => editor.follow());
              time('layout', () => mirror.offsetHeight);
              await new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d)));
              const t = performance.now(); await new Promise((d) => requestAnimationFrame(() => requestAnimationFrame(d))); out.push('frames ' + Math.round(performance.now() - t));
              return out.join('\n');
            }
            """);
        TestContext.Current.TestOutputHelper!.WriteLine(r);
        Assert.Fail(r);
    }
}
