using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LabelService.Web.Tests.Support;

namespace LabelService.Web.Tests.Workshop;

/// <summary>What an author does, by the same calls as the pages' forms and script.</summary>
internal static partial class Drafting
{
    public const string Pack = """
        pack: house
        version: 1
        jurisdiction: any
        title: { en: House rules, ru: Правила дома }
        notices:
          - { id: partner-en, type: partner, language: en, pattern: "this article was supported by {subject}" }
        rules:
          - id: any.house.partner
            title: { en: A partner, ru: Партнёр }
            status: on
            note: A rule of the house.
            basis: [{ act: { en: House rules, ru: Правила дома } }]
            when:
              attribute: { name: partner, exists: true }
            require:
              - disclosure: partner
                text: { en: "This article was supported by {{ article.attributes.partner }}.", ru: "Статью поддержал {{ article.attributes.partner }}." }
                placement: after-body
            cases: cases/partner.yaml
        """;

    public const string Cases = """
        cases:
          - name: A partner
            article: { language: en, body: The bridge was opened., attributes: { partner: Reef Ltd } }
            expect: { disclosures: [{ type: partner, status: missing }] }
          - name: A partner, named
            article: { language: en, body: "The bridge was opened.\n\nThis article was supported by Reef Ltd.", attributes: { partner: Reef Ltd } }
            expect: { disclosures: [{ type: partner, status: present }] }
          - name: No partner
            article: { language: en, body: The bridge was opened. }
            expectNothing: true
          - name: Nobody helped
            article: { language: en, body: The bridge was opened. Nobody helped. }
            expectNothing: true
        """;

    public static readonly JsonObject Files = new() { ["pack.yaml"] = Pack, ["cases/partner.yaml"] = Cases };

    /// <returns>The id of a new draft of the pack <c>house</c>.</returns>
    public static async Task<string> BeginAsync(this Visitor author, string name = "house")
    {
        using var begun = await author.PostAsync("/workshop", "/workshop/new", ("name", name));
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        return begun.Headers.Location!.OriginalString.Split('/')[^1];
    }

    public static Task<HttpResponseMessage> SaveAsync(this Visitor author, string draft, int revision, JsonObject? files = null) =>
        author.SendAsync(HttpMethod.Post, $"/workshop/drafts/{draft}/save", Calls.Json(new JsonObject { ["revision"] = revision, ["files"] = (files ?? Files).DeepClone() }));

    /// <summary>A draft of <see cref="Files"/>, saved and proposed; its revision is 3 then.</summary>
    public static async Task<string> ProposedAsync(this Visitor author, JsonObject? files = null)
    {
        var draft = await author.BeginAsync();
        using var saved = await author.SaveAsync(draft, 1, files);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        using var proposed = await author.ActAsync(draft, "propose", 2, ("note", "Readers should know."));
        Assert.Equal(HttpStatusCode.Redirect, proposed.StatusCode);
        return draft;
    }

    public static Task<HttpResponseMessage> ActAsync(this Visitor person, string draft, string action, int revision, params (string Name, string Value)[] fields) =>
        person.PostAsync("/workshop", $"/workshop/drafts/{draft}/{action}", [("revision", $"{revision}"), .. fields]);

    public static Task<HttpResponseMessage> ApproveAsync(this Visitor person, string draft, int share = 100, int revision = 3) =>
        person.ActAsync(draft, "approve", revision, ("share", $"{share}"));

    /// <returns>The number of the one release in force.</returns>
    public static async Task<string> ReleaseAsync(this Visitor person) =>
        Release().Match(await person.ReadAsync("/workshop")).Groups[1].Value;

    public static async Task<string> VerdictAsync(this RunningService service, string id = "a1") =>
        (string)(await service.Http.CheckAsync($$$"""{"article":{"externalId":"{{{id}}}","language":"en","body":"The bridge was opened.","attributes":{"partner":"Reef Ltd"} } }""").ReadAsync())["verdict"]!;

    [GeneratedRegex("/workshop/releases/(\\d+)/take-back")]
    private static partial Regex Release();
}
