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
        var words = isRussian ? Russian : English;
        var rules = Rules.Replace("PACK", pack, StringComparison.Ordinal).Replace("NAME", name, StringComparison.Ordinal)
            .Replace("HEAD", words.Head, StringComparison.Ordinal).Replace("SEEN", words.Seen, StringComparison.Ordinal)
            .Replace("LANGUAGE", isRussian ? "ru" : "en", StringComparison.Ordinal).Replace("PATTERN", words.Pattern, StringComparison.Ordinal)
            .Replace("NOTE", words.Note, StringComparison.Ordinal);
        var cases = isRussian ? RussianCases : EnglishCases;
        return new PackFiles(pack, ImmutableSortedDictionary.CreateRange<string, string>(
            StringComparer.Ordinal, [KeyValuePair.Create(PackFiles.Main, rules), KeyValuePair.Create($"cases/{name}.yaml", cases)]));
    }

    private static readonly (string Head, string Seen, string Pattern, string Note) English = (
        "A pack of our own: one subject, as many rules as it needs.", "How the notice is recognised where an author wrote it.",
        "this article was written with the help of {subject}", "A rule of our newsroom; no law asks for it.");

    private static readonly (string Head, string Seen, string Pattern, string Note) Russian = (
        "Свой пакет: один предмет, сколько нужно правил.", "По каким словам узнаётся пометка, если автор уже поставил её сам.",
        "эта статья подготовлена при помощи {subject}", "Правило нашей редакции; закон этого не требует.");

    private const string Rules = """
        # HEAD
        pack: PACK
        version: 1
        jurisdiction: any
        title: { en: Our house rules, ru: Наши правила }

        notices:
          # SEEN
          - id: NAME-notice
            type: NAME
            language: LANGUAGE
            pattern: PATTERN

        rules:
          - id: any.NAME.partner
            title: { en: A partner helped, ru: Помог партнёр }
            status: on
            note: NOTE
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
