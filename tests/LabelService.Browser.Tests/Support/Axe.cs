using System.Text.Json;

namespace LabelService.Browser.Tests.Support;

/// <summary>What axe-core finds on a page.</summary>
internal static class Axe
{
    private static readonly string Script = Repository.Of("tests", "LabelService.Browser.Tests", "node_modules", "axe-core", "axe.min.js");

    private static readonly Lazy<string> Text = new(() => File.ReadAllText(Script));

    public static async Task AuditAsync(this IPage page, string state)
    {
        Assert.SkipWhen(!File.Exists(Script), "axe-core is missing; run: npm ci --prefix tests/LabelService.Browser.Tests");

        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            // Through the debugger, which a page's policy does not bind.
            await page.EvaluateAsync(Text.Value);
        }

        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run(document, { resultTypes: ['violations'] })).violations");
        var violations = found.EnumerateArray().Select(v =>
            $"{state}: {v.GetProperty("id")}: {v.GetProperty("help")}\n  " + string.Join("\n  ", v.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("html").GetString()))).ToList();
        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }
}
