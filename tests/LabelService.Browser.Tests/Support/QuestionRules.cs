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

        """;

    private const string Cases = """
        cases:
          - name: Nobody is named
            article: { language: ru, body: "Мост открыли в понедельник." }
            expectNothing: true

        """;

    public static void AddTo(string rules)
    {
        var pack = Directory.CreateDirectory(Path.Combine(rules, "packs", "xx-invented"));
        File.WriteAllText(Path.Combine(pack.FullName, "pack.yaml"), Pack);
        Directory.CreateDirectory(Path.Combine(pack.FullName, "cases"));
        File.WriteAllText(Path.Combine(pack.FullName, "cases", "listed.yaml"), Cases);
    }
}
