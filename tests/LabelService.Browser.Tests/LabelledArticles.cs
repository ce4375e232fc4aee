using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace LabelService.Browser.Tests;

/// <summary>Articles that ask for every label that ships switched on and finds its entities and data, as the running service labels them.</summary>
internal static class LabelledArticles
{
    private const string English = "The council met on Tuesday to discuss the new bridge over the river, which has been planned for a decade.";
    private const string Russian = "Во вторник городской совет обсудил новый мост через реку, который проектируют уже десять лет.";

    /// <summary>A name, the type that must be there, and the request.</summary>
    public static readonly (string Name, string Type, object Request)[] All =
    [
        ("own material", "foreign-agent", Ask("RU", "2023-02-07", English + "\n\nSource: Rosbalt")),
        ("own material in Russian", "foreign-agent", Ask("RU", "2023-02-07", Russian + "\n\nИсточник: Росбалт", "ru")),
        ("a source of its field", "foreign-agent", Ask("RU", "2023-02-07", Russian, "ru", source: "Росбалт")),
        ("the earlier form", "foreign-agent", Ask("RU", "2022-02-07", Russian + "\n\nИсточник: Росбалт", "ru")),
        ("brands and a mention", "meta-brand", Ask("RU", "2023-02-07", Russian + " Об этом пишут в Facebook и на сайте ИА «Росбалт», а жители спорят о названии моста.", "ru")),
        ("an advertisement", "advertising", Ask("RU", "2026-09-01", Russian, "ru", new { sponsored = true, advertiser = "ООО «Ромашка»", erid = "2VtzqXabc" })),
        ("a work", "obscene-language", Ask("RU", "2026-09-01", Russian, "ru", new { drugsInWork = true, obsceneWork = true })),
        ("a correction", "correction", Ask("any", "2026-09-01", English, "en", new { correction = new { date = "3 August 2026", text = "the bridge is 200 metres long, not 300" } })),
        ("politics", "political-advertising", Ask("EU", "2026-09-01", English, "en", new
        {
            politicalAd = new { sponsor = "Committee for the Bridge", controller = "River Holding", process = "city election of 4 October 2026", targeting = "none", noticeUrl = "https://bridge.example/notice" },
        })),
        ("a made text", "ai-content", Ask("EU", "2026-09-01", English, "en", new { ai = "generated" })),
        ("a deepfake", "ai-deepfake", Ask("EU", "2026-09-01", English, "en", new { aiMedia = "deepfake" })),
        ("an activity", "fits-statement", Ask("AU", "2026-09-01", English, "en", new { fits = new { principal = "the City of Westhaven" } })),
        ("a statement", "fara-statement", Ask("US", "2026-09-01", English, "en", new { fara = new { registrant = "Harbour Consulting", principal = "the City of Westhaven" } })),
        ("Anzeige", "advertising", Ask("DE", "2026-09-01", "Am Dienstag hat der Stadtrat über die neue Brücke gesprochen, die seit zehn Jahren geplant wird.", "de", new { sponsored = true })),
        ("an election in Brazil", "ai-content", Ask("BR", "2026-09-01", "Na terça-feira, a câmara municipal discutiu a nova ponte, planejada há dez anos.", "pt", new { electionContent = true, ai = "generated" })),
    ];

    public static async Task<JsonElement> CheckAsync(Uri service, object request)
    {
        using var client = new HttpClient { BaseAddress = service };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", RunningService.Key);
        var answer = await client.PostAsJsonAsync("/v1/checks", request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }

    private static object Ask(string jurisdiction, string day, string body, string language = "en", object? attributes = null, string? source = null) => new
    {
        article = new { title = language == "ru" ? "Новый мост" : "A new bridge", body, language, attributes, source = source is null ? null : new { name = source } },
        asOf = day,
        jurisdictions = new[] { jurisdiction },
        include = new[] { "labelled", "forms" },
        store = false,
    };
}
