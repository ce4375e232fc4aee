namespace LabelService.Browser.Tests.Support;

/// <summary>A rule about the invented register, for those tests that need questions; whoever is named without a second sign is one.</summary>
internal static class QuestionRules
{
    private const string Pack = """
        pack: xx-invented
        version: 1
        jurisdiction: any
        title: { en: Invented rule, ru: Вымышленное правило }

        notices:
          - { id: xx-listed-ru, type: listed, language: ru, pattern: "входит в вымышленный реестр {subject}" }
          - { id: xx-twin-en, type: twin, language: en, pattern: "a second register includes {subject}" }

        rules:
          - id: xx.invented.listed
            title: { en: Named in an invented register, ru: Назван в вымышленном реестре }
            status: on
            note: Invented, for tests.
            basis: [{ act: { en: Invented act, ru: Вымышленный закон }, article: "1", url: "https://example.org/act" }]
            when:
              entity: { registry: xx-invented, role: [mentioned, quoted] }
            require:
              - disclosure: listed
                text:
                  ru: "Входит в вымышленный реестр: {{ subject }}."
                  en: "Included in the invented register: {{ subject }}."
                accepts: [xx-listed-ru]
                placement: after-body
            cases: cases/listed.yaml

          - id: xx.invented.two
            title: { en: Two persons decide, ru: Решают двое }
            status: on
            note: Invented, for tests.
            basis: [{ act: { en: Invented act, ru: Вымышленный закон }, article: "2", url: "https://example.org/act" }]
            moderation: { persons: 2 }
            when:
              entity: { registry: xx-twins, role: [source] }
            require:
              - disclosure: twin
                text:
                  ru: "Второй реестр включает: {{ subject }}."
                  en: "A second register includes {{ subject }}."
                accepts: [xx-twin-en]
                review: true
            cases: cases/listed.yaml

          - id: xx.invented.hostile
            title: { en: A name full of markup, ru: Имя с разметкой }
            status: on
            note: Invented, for tests.
            basis: [{ act: { en: Invented act, ru: Вымышленный закон }, article: "3", url: "https://example.org/act" }]
            when:
              entity: { registry: xx-hostile, role: [source, mentioned, quoted] }
            require:
              - disclosure: hostile
                text:
                  ru: "Третий реестр включает: {{ subject }}."
                  en: "A third register includes {{ subject }}."
                review: true
            cases: cases/listed.yaml

        """;

    /// <summary>A name that would run, were it ever taken for markup.</summary>
    public const string HostileName = "Reef Herald <script>window.ran = 1</script><img src=x onerror='window.ran = 1'>";

    /// <summary>The same as an article says it.</summary>
    public const string HostileAlias = "Reef Herald";

    /// <summary>Two persons decide about it.</summary>
    public const string Twin = "The Invented Twin";

    private const string Head = "id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes\n";

    private const string Note =
        "title: { en: Invented register of papers, ru: Вымышленный реестр изданий }\njurisdiction: RU\nsourceUrl: https://example.org/register\nlicence: CC0\nretrieved: 2026-11-01\nfreshForDays: 3650\n";

    private const string Cases = """
        cases:
          - name: Nobody is named
            article: { language: ru, body: "Мост открыли в понедельник." }
            expectNothing: true

        """;

    public static void AddTo(string rules)
    {
        Register(rules, "xx-twins", $"xx:twin,media,{Twin},{Twin},,,,,,,2021-10-15,,,,\n");
        Register(rules, "xx-hostile", $"xx:reef,media,{HostileName},{HostileName},{HostileAlias},,,,,,2021-10-15,,,,\n");
        var pack = Directory.CreateDirectory(Path.Combine(rules, "packs", "xx-invented"));
        File.WriteAllText(Path.Combine(pack.FullName, "pack.yaml"), Pack);
        Directory.CreateDirectory(Path.Combine(pack.FullName, "cases"));
        File.WriteAllText(Path.Combine(pack.FullName, "cases", "listed.yaml"), Cases);
    }

    private static void Register(string rules, string id, string row)
    {
        File.WriteAllText(Path.Combine(rules, "registries", $"{id}.yaml"), Note);
        File.WriteAllText(Path.Combine(rules, "registries", $"{id}.csv"), Head + row);
    }
}
