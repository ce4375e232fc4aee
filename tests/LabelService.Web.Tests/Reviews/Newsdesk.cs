using System.Net.Http.Json;
using System.Text.Json.Nodes;
using LabelService.Web.Tests.Support;
using LabelService.Workflow.Accounts;
using Microsoft.Extensions.DependencyInjection;

namespace LabelService.Web.Tests.Reviews;

/// <summary>A running service with rules that leave something to moderators, and people with personal keys.</summary>
internal sealed class Newsdesk : IAsyncDisposable
{
    private const string Pack = """
        pack: xx-desk
        version: 2026.11
        jurisdiction: RU
        title: { en: Desk, ru: Стол }
        rules:
          - id: xx.desk.person
            status: on
            basis: [{ act: Invented act, article: "2" }]
            when: { entity: { registry: xx-persons, role: [author, mentioned, quoted] } }
            require:
              - disclosure: example-notice
                officialLanguage: en
                text: { en: "The invented register includes {{ subject }}." }
          - id: xx.desk.two
            status: on
            moderation: { persons: 2, withinHours: 1 }
            when: { entity: { registry: xx-two, role: [source] } }
            require:
              - disclosure: two-notice
                officialLanguage: en
                text: { en: "A second register includes {{ subject }}." }
                review: true
          - id: xx.desk.asks
            status: on
            moderation: { withinHours: 2 }
            when: { entity: { registry: xx-asks, role: [source] } }
            require:
              - disclosure: asks-notice
                officialLanguage: en
                text: { en: "A third register includes {{ subject }}." }
                review: true
        """;

    private const string Label = """
        label: example-notice
        title: { en: Example notice, ru: Пример пометки }
        means: { en: "A register includes somebody.", ru: "Реестр кого-то включает." }
        meansNot: { en: "It says nothing else.", ru: "Больше ничего." }
        """;

    private const string Header = "id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes\n";
    private int _people;

    private Newsdesk(RunningService service) => Service = service;

    public RunningService Service { get; }

    /// <summary>The CMS, by its site key.</summary>
    public HttpClient Cms => Service.Http;

    public string PersonsFile => Path.Combine(Service.RulesFolder, "registries", "xx-persons.csv");

    public static async Task<Newsdesk> OpenAsync(params string[] settings)
    {
        var folder = RunningService.NewFolder();
        await WriteRulesAsync(Path.Combine(folder, "rules"));
        return Of(await RunningService.StartInAsync(folder, true, settings));
    }

    /// <summary>The same desk on a service that a test started itself.</summary>
    /// <param name="people">How many its store knows already.</param>
    public static Newsdesk Of(RunningService service, int people = 0) => new(service) { _people = people };

    public static async Task WriteRulesAsync(string rules)
    {
        TestRules.Write(rules);
        Directory.CreateDirectory(Path.Combine(rules, "packs", "xx-desk"));
        await File.WriteAllTextAsync(PackFile(rules), Pack);
        Directory.CreateDirectory(Path.Combine(rules, "labels"));
        await File.WriteAllTextAsync(Path.Combine(rules, "labels", "example-notice.yaml"), Label);
        await RegistryAsync(rules, "xx-persons", "xx:travkin,person,Травкин Пётр Ильич,Pyotr Travkin,,,m,,,RU,2021-10-15,,,,\n");
        await RegistryAsync(rules, "xx-two", "xx:twin,media,The Invented Twin,The Invented Twin,,,,,,,2021-10-15,,,,\n");
        await RegistryAsync(rules, "xx-asks", "xx:asker,media,The Invented Asker,The Invented Asker,,,,,,,2021-10-15,,,,\n");
    }

    public static string PackFile(string rules) => Path.Combine(rules, "packs", "xx-desk", "pack.yaml");

    /// <summary>An article that names an invented person without the patronymic: only a moderator can say who is meant.</summary>
    public static string Naming(string id, string around = "на площади", string? more = null) =>
        $$$"""{"article":{"externalId":"{{{id}}}","url":"https://example.org/{{{id}}}","title":"Новости дня","language":"ru","body":"Сегодня Пётр Травкин выступил {{{around}}}. Погода была хорошей.","authors":[{"name":"Мария Ветрова"}]{{{more}}}},"asOf":"2026-11-20"}""";

    public static string From(string paper, string id) =>
        $$$"""{"article":{"externalId":"{{{id}}}","title":"A bridge is opened","language":"en","body":"The bridge was opened on Monday.\n\nSource: {{{paper}}}"},"asOf":"2026-11-20"}""";

    /// <summary>Checks, and gives the id of the review that was opened.</summary>
    public async Task<string> FlagAsync(string request)
    {
        var report = await Cms.CheckAsync(request).ReadAsync();
        return (string?)report["review"]?["id"] ?? throw new InvalidOperationException($"No review was opened: {report}");
    }

    public Task<HttpClient> ModeratorAsync() => PersonAsync(PersonRoles.Moderator);

    /// <summary>Somebody new, by a personal key.</summary>
    public Task<HttpClient> PersonAsync(params string[] roles) => PersonOfAsync("default", roles);

    public async Task<HttpClient> PersonOfAsync(string site, params string[] roles)
    {
        await using var scope = Service.Services.CreateAsyncScope();
        var number = ++_people;
        var invited = await scope.ServiceProvider.GetRequiredService<AccountService>().InviteAsync(
            new NewAccount($"person{number}@example.org", $"Person {number}", "en", [.. roles], [site]), CancellationToken.None);
        await scope.ServiceProvider.GetRequiredService<AccountLinks>().UseAsync(invited.Value!.Token, "a rather long one", CancellationToken.None);
        var key = await scope.ServiceProvider.GetRequiredService<PersonKeyService>().CreateAsync(invited.Value!.Account.Id, "tests", null, CancellationToken.None);
        return Service.Client(key.Value!.Secret);
    }

    public ValueTask DisposeAsync() => Service.DisposeAsync();

    private static async Task RegistryAsync(string rules, string id, string row)
    {
        await File.WriteAllTextAsync(Path.Combine(rules, "registries", $"{id}.yaml"),
            "title: { en: Invented register }\njurisdiction: RU\nsourceUrl: https://example.org/\nlicence: CC0\nretrieved: 2026-11-01\nfreshForDays: 3650\n");
        await File.WriteAllTextAsync(Path.Combine(rules, "registries", $"{id}.csv"), Header + row);
    }
}

internal static class DeskCalls
{
    public static Task<JsonNode> ReviewAsync(this HttpClient http, string id) => http.GetAsync($"/v1/reviews/{id}").ReadAsync();

    public static async Task<HttpResponseMessage> DecideAsync(this HttpClient http, string id, string action, string? more = null)
    {
        var review = await http.ReviewAsync(id);
        var question = review["questions"]!.AsArray().First(q => (bool)q!["open"]!)!["disclosureId"];
        return await http.PostAsync($"/v1/reviews/{id}/decision", Calls.Json(
            $$$"""{"revision":{{{review["revision"]}}},"decisions":[{"disclosureId":"{{{question}}}","action":"{{{action}}}"{{{more}}}}]}"""));
    }

    public static Task<HttpResponseMessage> SayAsync(this HttpClient http, string id, string what, string reason = "because it is so") =>
        http.PostAsJsonAsync($"/v1/reviews/{id}/{what}", new { reason });

    public static async Task<string?> CodeAsync(this Task<HttpResponseMessage> answer) => (string?)(await answer.ReadAsync())["code"];

    public static async Task<List<string>> EventsAsync(this HttpClient http, string type)
    {
        var page = await http.GetAsync($"/v1/changes?type={type}").ReadAsync();
        return [.. page["events"]!.AsArray().Select(e => (string)e!["externalId"]!)];
    }

    public static async Task<List<string>> StatusesAsync(this HttpClient http, string externalId)
    {
        var labels = await http.GetAsync($"/v1/labels?externalId={externalId}").ReadAsync();
        return [.. labels["disclosures"]!.AsArray().Select(d => $"{d!["type"]} {d["status"]}")];
    }
}
