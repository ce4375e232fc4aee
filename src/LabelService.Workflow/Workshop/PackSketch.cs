using System.Collections.Immutable;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

/// <summary>With what a new pack begins: a rule that works, for the author to replace line by line.</summary>
internal static class PackSketch
{
    public static PackFiles Of(string pack, string language)
    {
        var name = pack.Split('-')[^1];
        var isRussian = language == "ru";
        var rules = (isRussian ? Russian : English).Replace("PACK", pack, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal);
        var cases = isRussian ? RussianCases : EnglishCases;
        return new PackFiles(pack, ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal, [KeyValuePair.Create(PackFiles.Main, rules), KeyValuePair.Create($"cases/{name}.yaml", cases)]));
    }

    private const string English = """
        # A pack of our own: one subject, as many rules as it needs.
        pack: PACK
        version: 1
        jurisdiction: any
        title: { en: Our house rules, ru: Наши правила }

        notices:
          # How the notice is recognised where an author wrote it.
          - id: NAME-notice
            type: NAME
            language: en
            pattern: this article was written with the help of {subject}

        rules:
          - id: any.NAME.partner
            title: { en: A partner helped, ru: Помог партнёр }
            status: on
            note: A rule of our newsroom; no law asks for it.
            basis: [{ act: { en: Our editorial rules, ru: Наши редакционные правила } }]
            when:
              attribute: { name: partner, exists: true }
            require:
              - disclosure: NAME
                text:
                  en: "This article was written with the help of {{ article.attributes.partner }}."
                  ru: "Эта статья подготовлена при помощи {{ article.attributes.partner }}."
                needs: [attributes.partner]
                placement: after-body
            cases: cases/NAME.yaml

        """;

    private const string Russian = """
        # Свой пакет: один предмет, сколько нужно правил.
        pack: PACK
        version: 1
        jurisdiction: any
        title: { en: Our house rules, ru: Наши правила }

        notices:
          # По каким словам узнаётся пометка, если автор уже поставил её сам.
          - id: NAME-notice
            type: NAME
            language: ru
            pattern: эта статья подготовлена при помощи {subject}

        rules:
          - id: any.NAME.partner
            title: { en: A partner helped, ru: Помог партнёр }
            status: on
            note: Правило нашей редакции; закон этого не требует.
            basis: [{ act: { en: Our editorial rules, ru: Наши редакционные правила } }]
            when:
              attribute: { name: partner, exists: true }
            require:
              - disclosure: NAME
                text:
                  en: "This article was written with the help of {{ article.attributes.partner }}."
                  ru: "Эта статья подготовлена при помощи {{ article.attributes.partner }}."
                needs: [attributes.partner]
                placement: after-body
            cases: cases/NAME.yaml

        """;

    private const string EnglishCases = """
        # At least two articles in which the rule speaks and two in which it does not. Names are invented.
        cases:
          - name: No partner
            article: { language: en, body: "The bridge was opened on Monday." }
            expectNothing: true

        """;

    private const string RussianCases = """
        # Хотя бы две статьи, в которых правило говорит, и две, в которых молчит. Имена вымышлены.
        cases:
          - name: Партнёра нет
            article: { language: ru, body: "Мост открыли в понедельник." }
            expectNothing: true

        """;
}
