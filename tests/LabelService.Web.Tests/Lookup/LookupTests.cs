using System.Net;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Lookup;

/// <summary>The pages at /registries: who may see them, and what they say.</summary>
public sealed class LookupTests
{
    private const string Person = "xx:travkin,person,Травкин Пётр Ильич,,Лесной Кот,,m,travkin.example,,XX,2021-10-15,2023-08-25,12-r,No. 1,\n"
        + "xx:travkin,person,Травкин Пётр Ильич,,Лесной Кот,,m,travkin.example,,XX,2024-05-17,,77-r,https://example.org/orders/77,\n";

    [Theory]
    [InlineData("/registries?q=Травкиным", "/registries/xx-papers/xx%3Atravkin")]
    [InlineData("/registries?q=Травкин&day=2023-09-01", "Not included on 1 September 2023")]
    [InlineData("/registries?q=Травкин&day=2023-08-24", "Included on 24 August 2023")]
    [InlineData("/registries?q=Зимин", "Nothing found")]
    [InlineData("/registries", "https://example.org/")]
    [InlineData("/registries?lang=ru", "Найти имя в реестрах")]
    [InlineData("/registries/xx-papers/xx:travkin", "Петром Ильичом Травкиным")]
    [InlineData("/registries/xx-papers/xx:travkin", "is included in &#x201C;Invented papers&#x201D; since 17 May 2024")]
    [InlineData("/registries/xx-papers/xx:travkin?lang=ru", "написана только фамилия")]
    [InlineData("/registries/xx-papers/xx:travkin", "retrieved on 1 November 2026")]
    public async Task Shows_what_is_loaded_to_who_sits_at_this_machine(string path, string expected)
    {
        await using var service = await StartAsync();
        using var visitor = Visitor(service, "none");

        var page = await visitor.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains(WebUtility.HtmlDecode(expected), WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        Assert.Contains("script-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", page.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/registries?day=2023-02-30", 400, "2021-10-15")]
    [InlineData("/registries?registry=zz-none", 400, "no such register")]
    [InlineData("/registries/xx-papers/xx:nobody", 404, "No loaded register has such an entry")]
    [InlineData("/registries/zz-none/xx:travkin", 404, "No loaded register has such an entry")]
    public async Task Says_on_a_page_what_is_wrong(string path, int status, string expected)
    {
        await using var service = await StartAsync();
        using var visitor = Visitor(service, "same-origin");

        var page = await visitor.GetAsync(path);

        Assert.Equal(status, (int)page.StatusCode);
        Assert.Contains(expected, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Host", "evil.example")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("Forwarded", "for=127.0.0.1")]
    [InlineData("Authorization", "Bearer live_wrong")]
    public async Task Asks_anybody_else_for_a_key(string header, string value)
    {
        await using var service = await StartAsync();
        using var visitor = Visitor(service, "none");
        visitor.DefaultRequestHeaders.Remove(header);
        visitor.DefaultRequestHeaders.TryAddWithoutValidation(header, value);

        var page = await visitor.GetAsync("/registries?q=Травкин");

        Assert.Equal(HttpStatusCode.Unauthorized, page.StatusCode);
        Assert.DoesNotContain("xx%3Atravkin", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opens_to_a_key_with_the_scope_and_to_no_other()
    {
        await using var service = await StartAsync();
        using var reader = await service.ClientWithAsync(false, "read");

        Assert.Equal(HttpStatusCode.OK, (await service.Http.GetAsync("/registries?q=Травкин")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/registries?q=Травкин")).StatusCode);
    }

    [Fact]
    public async Task Tries_a_sentence_for_a_page_of_its_own_and_for_no_other_site()
    {
        await using var service = await StartAsync();
        using var own = Visitor(service, "same-origin");
        using var typed = Visitor(service, "none");

        var page = await own.PostAsync("/registries", Form("Видели Петра Ильича Травкина и Ивана Травкина. <b>"));
        var html = WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("named as the register writes it", html, StringComparison.Ordinal);
        Assert.Contains("another given name stands beside the surname", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await typed.PostAsync("/registries", Form("Травкин"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.PostAsync("/registries", Form(new string('я', 2001)))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await own.PostAsync("/registries", Form(string.Concat(Enumerable.Repeat("<b>", 600))))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await own.PostAsync("/registries", Form(new string('я', 2000)))).StatusCode);
        Assert.True((int)(await own.PostAsync("/registries", Form(new string('я', 20_000)))).StatusCode is 400 or 413);
    }

    [Fact]
    public async Task Gives_an_entity_with_its_forms_over_the_api()
    {
        await using var service = await StartAsync();

        var entity = await service.Http.GetAsync("/v1/registries/xx-papers/entities/xx:travkin").ReadAsync();

        Assert.Equal(2, entity["entity"]!["listings"]!.AsArray().Count);
        Assert.Equal("2026-11-01", (string?)entity["registry"]!["retrieved"]);
        var full = entity["names"]![0]!["groups"]![0]!;
        Assert.Equal(("full-name", "certain"), ((string?)full["shape"], (string?)full["certainty"]));
        Assert.Equal("имя написано так, как в реестре", (string?)full["why"]!["ru"]);
        Assert.Contains(full["forms"]!.AsArray(), f => (string?)f!["text"] == "Петром Ильичом Травкиным" && (string?)f["cases"]![0] == "instrumental");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/registries/xx-papers/entities/xx:nobody")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Http.GetAsync("/v1/registries/zz-none/entities/xx:travkin")).StatusCode);
        using var reader = await service.ClientWithAsync(false, "read");
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.GetAsync("/v1/registries/xx-papers/entities/xx:travkin")).StatusCode);
    }

    private static async Task<RunningService> StartAsync()
    {
        var folder = RunningService.NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        await File.AppendAllTextAsync(TestRules.RegistryFile(Path.Combine(folder, "rules")), Person);
        return await RunningService.StartInAsync(folder, ownsFolder: true);
    }

    private static HttpClient Visitor(RunningService service, string site)
    {
        var visitor = service.Client(null);
        visitor.DefaultRequestHeaders.Add("Sec-Fetch-Site", site);
        return visitor;
    }

    private static FormUrlEncodedContent Form(string text) => new([new KeyValuePair<string, string>("text", text)]);
}
