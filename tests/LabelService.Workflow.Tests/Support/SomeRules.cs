namespace LabelService.Workflow.Tests.Support;

/// <summary>A small folder of rules about invented papers.</summary>
internal static class SomeRules
{
    private const string Pack =
        """
        pack: xx-example
        version: 2026.11
        jurisdiction: RU
        title: { en: Example, ru: Пример }
        rules:
          - id: xx.example.source
            status: on
            moderation: { minUpheld: 0.6 }
            basis: [{ act: Invented act, article: "1" }]
            when:
              entity: { registry: xx-papers, role: [author, publisher, source] }
            require:
              - disclosure: example-notice
                officialLanguage: en
                text: { en: "This article comes from {{ subject }}, which the invented register includes." }
                placement: before-body
        """;

    private const string Papers =
        """
        id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes
        xx:courier,media,The Invented Courier,The Invented Courier,,,,,,,2021-10-15,,,,
        xx:gazette,media,The Ended Gazette,The Ended Gazette,,,,,,,2020-01-01,2022-01-01,,,

        """;

    /// <summary>A pack of its own that a draft may bring.</summary>
    public static readonly Dictionary<string, string> House = new()
    {
        ["pack.yaml"] =
            """
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
            """,
        ["cases/partner.yaml"] =
            """
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
            """,
    };

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "packs", "xx-example"));
        Directory.CreateDirectory(Path.Combine(folder, "registries"));
        File.WriteAllText(Path.Combine(folder, "packs", "xx-example", "pack.yaml"), Pack);
        File.WriteAllText(Path.Combine(folder, "registries", "xx-papers.csv"), Papers);
        File.WriteAllText(Path.Combine(folder, "registries", "xx-papers.yaml"),
            "title: { en: Invented papers }\njurisdiction: RU\nsourceUrl: https://example.org/\nlicence: CC0\nretrieved: 2026-02-01\nfreshForDays: 3650\n");
    }

    /// <summary>A request whose source is a listed paper; of "The Ended Gazette" only a moderator can judge.</summary>
    public static string From(string paper, string id, string day = "Monday", string more = "") =>
        $$$"""{"article":{"externalId":"{{{id}}}","title":"A bridge is opened","body":"The bridge was opened on {{{day}}}.\n\nSource: {{{paper}}}"}{{{more}}}}""";
}
