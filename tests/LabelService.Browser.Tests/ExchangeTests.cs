using System.Diagnostics;
using System.Text.Json;

namespace LabelService.Browser.Tests;

/// <summary>Request and response, as they were and to be done again elsewhere.</summary>
public sealed class ExchangeTests(Site site)
{
    [Theory]
    [InlineData("It's a \"line\" with $HOME, `date`, \\n, \\\\ and 'quotes'\nJSON\nEOF\n\ttab 📦 Ёж\n\nSource: Rosbalt")]
    [InlineData("$(exit 7)\n'; exit 8; '\nSource: Rosbalt")]
    public async Task Copies_a_command_that_gives_the_same_answer_in_a_shell(string article)
    {
        Assert.SkipWhen(!File.Exists("/bin/sh") || !File.Exists("/usr/bin/curl"), "No shell with curl on this machine.");
        var page = await site.OpenAsync();
        await page.Body().FillAsync(article);
        await page.SeesVerdictAsync("action-required");
        await page.ChooseTabAsync("exchange");

        await page.GetByRole(AriaRole.Button, new() { Name = "Copy: curl" }).ClickAsync();
        var command = await page.EvaluateAsync<string>("() => navigator.clipboard.readText()");

        using var answer = JsonDocument.Parse(await RunAsync(command));
        using var shown = JsonDocument.Parse(await page.Locator("[data-part=response] pre").InnerTextAsync());
        Assert.Equal("action-required", answer.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(Hash(shown), Hash(answer));
        Assert.Equal(shown.RootElement.GetProperty("disclosures").GetRawText().Length > 2, answer.RootElement.GetProperty("disclosures").GetArrayLength() > 0);
    }

    [Fact]
    public async Task Copies_request_response_and_the_text_of_a_notice()
    {
        var page = await site.OpenAsync();
        await page.TryAsync("noNotice");
        await page.SeesVerdictAsync("action-required");

        await page.Cards("missing").First.Locator(".copy").First.ClickAsync();
        Assert.Contains("иностранным агентом", await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"), StringComparison.OrdinalIgnoreCase);
        await page.ChooseTabAsync("exchange");
        await page.GetByRole(AriaRole.Button, new() { Name = "Copy: Request" }).ClickAsync();

        using var request = JsonDocument.Parse(await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal("2023-02-07", request.RootElement.GetProperty("asOf").GetString());
        Assert.False(request.RootElement.GetProperty("store").GetBoolean());
    }

    [Fact]
    public async Task Sends_the_fields_beside_the_text()
    {
        var page = await site.OpenAsync();
        await page.Locator("#fields summary").ClickAsync();
        var asked = page.WaitForRequestAsync(request => (request.PostData ?? "").Contains("Harbour Daily", StringComparison.Ordinal)
            && request.PostData!.Contains("\"ageMark\":\"12+\"", StringComparison.Ordinal));

        await page.Locator("#f-publisher").FillAsync("Harbour Daily");
        await page.Locator("#f-kind").SelectOptionAsync("press-release");
        await page.Locator("#f-ageMark").FillAsync("12+");

        using var sent = JsonDocument.Parse((await asked).PostData!);
        var article = sent.RootElement.GetProperty("article");
        Assert.Equal("Harbour Daily", article.GetProperty("publisher").GetProperty("name").GetString());
        Assert.Equal("press-release", article.GetProperty("kind").GetString());
        await Expect(page.Locator("#filled")).ToHaveTextAsync("3 filled in");
    }

    [Fact]
    public async Task Tells_what_did_not_fire_and_why()
    {
        var page = await site.OpenAsync();
        await page.SetDayAsync("2024-02-07");
        await Expect(page.Cards("unneeded").First).ToBeVisibleAsync();

        await page.ChooseTabAsync("silent");

        var own = page.Locator("#panel-silent .trace li[data-fired=false]").Filter(new() { Has = page.GetByText("ru.foreign-agent.material", new() { Exact = true }) });
        await Expect(own.Locator(".trace-why")).ToContainTextAsync("ru-foreign-agents");
    }

    private static string? Hash(JsonDocument answer) => answer.RootElement.GetProperty("article").GetProperty("contentHash").GetString();

    private static async Task<string> RunAsync(string command)
    {
        using var shell = Process.Start(new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["LABELS_KEY"] = RunningService.Key },
        })!;
        await shell.StandardInput.WriteAsync(command);
        shell.StandardInput.Close();
        var output = await shell.StandardOutput.ReadToEndAsync();
        await shell.WaitForExitAsync();
        Assert.Equal(0, shell.ExitCode);
        return output;
    }
}
