using System.Net;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Rules;

public sealed class ReloadTests
{
    private const string Day = ""","publishedAt":"2023-02-07" """;

    [Fact]
    public async Task Finds_a_paper_within_a_second_of_its_row_being_added()
    {
        await using var service = await RunningService.StartAsync();
        var article = TestRules.From("The Morning Example", Day);
        Assert.Equal("compliant", await VerdictAsync(service, article));
        await File.AppendAllTextAsync(TestRules.RegistryFile(service.RulesFolder), "xx:morning,media,The Morning Example,The Morning Example,,,,,,,2022-01-01,,,,\n");
        await Deadline.UntilAsync(async () => await VerdictAsync(service, article) == "action-required", 1, "the new row");
    }

    [Fact]
    public async Task Finds_a_brand_within_a_second_of_its_line_being_added()
    {
        await using var service = await RunningService.StartAsync();
        var (first, second) = (TestRules.From("Polar Daily", Day), TestRules.From("Polar Weekly", Day));
        Assert.Equal("compliant", await VerdictAsync(service, first));
        var brands = TestRules.BrandsFile(service.RulesFolder);
        await File.WriteAllTextAsync(brands, "name,brand,quoted,note\nThe Invented Courier,Polar Daily,,Its paper\n");
        await Deadline.UntilAsync(async () => await VerdictAsync(service, first) == "action-required", 1, "the new list of brands");
        Assert.Equal("compliant", await VerdictAsync(service, second));
        await File.AppendAllTextAsync(brands, "xx:courier,Polar Weekly,,\n");
        await Deadline.UntilAsync(async () => await VerdictAsync(service, second) == "action-required", 1, "the new line");
        File.Delete(brands);
        await Deadline.UntilAsync(async () => await VerdictAsync(service, first) == "compliant", 1, "the end of the list");
    }

    [Fact]
    public async Task Keeps_the_last_good_state_of_a_broken_list_of_brands_and_says_where()
    {
        await using var service = await RunningService.StartAsync();
        var article = TestRules.From("Polar Daily", Day);
        var brands = TestRules.BrandsFile(service.RulesFolder);
        const string good = "name,brand,quoted,note\nThe Invented Courier,Polar Daily,,\n";
        await File.WriteAllTextAsync(brands, good);
        await Deadline.UntilAsync(async () => await VerdictAsync(service, article) == "action-required", 1, "the brand");

        await File.WriteAllTextAsync(brands, good + "xx:courier,Polar Weekly,perhaps,\n");

        await Deadline.UntilAsync(async () => await StatusAsync(service) == "degraded", 2, "the fault");
        var fault = Assert.Single((await service.Http.GetAsync("/health/ready").ReadAsync())["broken"]!.AsArray())!;
        Assert.Equal(("registries/xx-papers.brands.csv", 3), ((string?)fault["file"], (int)fault["line"]!));
        Assert.Equal("action-required", await VerdictAsync(service, article));
    }

    [Fact]
    public async Task Keeps_reloading_while_a_pipe_lies_in_the_folder()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/mkfifo"), "there is no mkfifo here");
        await using var service = await RunningService.StartAsync();
        using (var make = System.Diagnostics.Process.Start("/usr/bin/mkfifo", [Path.Combine(service.RulesFolder, "newsroom.yaml")]))
        {
            await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        await Deadline.UntilAsync(async () => await StatusAsync(service) == "degraded", 2, "the fault");
        var article = TestRules.From("The Morning Example", Day);
        await File.AppendAllTextAsync(TestRules.RegistryFile(service.RulesFolder), "xx:morning,media,The Morning Example,The Morning Example,,,,,,,2022-01-01,,,,\n");
        await Deadline.UntilAsync(async () => await VerdictAsync(service, article) == "action-required", 1, "the new row");
    }

    [Fact]
    public async Task Keeps_the_last_good_state_of_a_broken_pack_and_says_so()
    {
        await using var service = await RunningService.StartAsync();
        var article = TestRules.From("The Invented Courier", Day);
        Assert.Equal("action-required", await VerdictAsync(service, article));
        var pack = TestRules.PackFile(service.RulesFolder);
        var broken = TestRules.Pack.Replace("status: on", "status: perhaps", StringComparison.Ordinal).Replace("placement: before-body", "placement: upstairs", StringComparison.Ordinal);
        await File.WriteAllTextAsync(pack, broken);

        await Deadline.UntilAsync(async () => await StatusAsync(service) == "degraded", 2, "the fault");
        var ready = await service.Http.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        var report = await ready.ReadAsync();
        Assert.Contains("xx-example", report["kept"]!.AsArray().Select(k => (string)k!));
        var faults = report["broken"]!.AsArray();
        Assert.Equal(2, faults.Count);
        Assert.Equal([7, 15], faults.Select(f => (int)f!["line"]!).Order());
        Assert.Equal("action-required", await VerdictAsync(service, article));
        Assert.Contains("labelservice_ruleset_errors", await service.Http.GetStringAsync("/metrics"), StringComparison.Ordinal);

        // Written beside and renamed over, as many editors do.
        await File.WriteAllTextAsync(pack + ".new", TestRules.Pack);
        File.Move(pack + ".new", pack, overwrite: true);
        await Deadline.UntilAsync(async () => await StatusAsync(service) == "ready", 2, "the repair");
    }

    [Fact]
    public async Task Answers_503_where_no_ruleset_could_be_loaded()
    {
        await using var service = await RunningService.StartAsync();
        var folder = RunningService.NewFolder();
        Directory.CreateDirectory(Path.Combine(folder, "rules", "packs", "xx-bad"));
        await File.WriteAllTextAsync(Path.Combine(folder, "rules", "packs", "xx-bad", "pack.yaml"), "pack: [");
        await using var empty = await RunningService.StartInAsync(folder, ownsFolder: true);
        var refused = await empty.Http.CheckAsync(TestRules.From("The Invented Courier"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await empty.Http.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await empty.Http.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Lists_rules_registries_and_entities_page_by_page()
    {
        await using var service = await RunningService.StartAsync();
        var rules = await service.Http.GetAsync("/v1/rules").ReadAsync();
        Assert.Equal("xx.example.source", (string?)rules["rules"]![0]!["id"]);
        Assert.Equal("on", (string?)(await service.Http.GetAsync("/v1/rules/xx.example.source").ReadAsync())["status"]);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/rules/other")).StatusCode);
        Assert.Equal(2, (int)(await service.Http.GetAsync("/v1/registries").ReadAsync())["registries"]![0]!["entities"]!);
        var first = await service.Http.GetAsync("/v1/registries/xx-papers/entities?limit=1").ReadAsync();
        var second = await service.Http.GetAsync($"/v1/registries/xx-papers/entities?limit=1&cursor={first["next"]}").ReadAsync();
        Assert.NotEqual((string?)first["entities"]![0]!["id"], (string?)second["entities"]![0]!["id"]);
        Assert.Null(second["next"]);
        var found = await service.Http.GetAsync("/v1/registries/xx-papers/entities?q=gazette").ReadAsync();
        Assert.Equal("xx:gazette", (string?)Assert.Single(found["entities"]!.AsArray())!["id"]);
        Assert.Equal(HttpStatusCode.BadRequest, (await service.Http.GetAsync("/v1/registries/xx-papers/entities?limit=x")).StatusCode);
    }

    private static async Task<string?> VerdictAsync(RunningService service, string article) =>
        (string?)(await service.Http.CheckAsync(article).ReadAsync())["verdict"];

    private static async Task<string?> StatusAsync(RunningService service) =>
        (string?)(await service.Http.GetAsync("/health/ready").ReadAsync())["status"];
}
