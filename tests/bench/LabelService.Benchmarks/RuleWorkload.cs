using System.Globalization;
using System.Text;

namespace LabelService.Benchmarks;

/// <summary>Packs with rules of every kind that a large newsroom could write: each with a notice form of its own, dates, and two files of cases.</summary>
internal static class RuleWorkload
{
    private static readonly string[] Jurisdictions = ["any", "RU", "EU", "DE", "US"];
    private static readonly string[] Registries = ["ru-foreign-agents", "ru-extremist", "state-media", "eu-sanctioned-outlets"];
    private static readonly string[] Roles = ["[author, publisher, source]", "[quoted, mentioned]", "linked", "source"];

    /// <summary>Rules of every kind in turn, twenty a pack.</summary>
    public static void AddTo(Dictionary<string, string> files, int packs, int rulesAPack)
    {
        for (var pack = 0; pack < packs; pack++)
        {
            files[Path(pack)] = Pack(pack, rulesAPack);
            files[$"packs/bench-{pack:000}/cases/all.yaml"] = Cases(pack);
        }
    }

    public static string Path(int pack) => $"packs/bench-{pack:000}/pack.yaml";

    private static string Pack(int pack, int rules)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"pack: bench-{pack:000}\nversion: 1\njurisdiction: {Jurisdictions[pack % Jurisdictions.Length]}\ntitle: {{ en: Bench {pack}, ru: Проба {pack} }}\nnotices:\n"));
        for (var rule = 0; rule < rules; rule++)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - {{ id: bench-{pack:000}-{rule:000}, type: bench-{pack:000}-{rule:000}, language: en, pattern: 'this (material|article) is marked by desk {Word(pack, rule)} [and] [or] (for|about) {{subject}}' }}\n");
        }

        text.Append("rules:\n");
        for (var rule = 0; rule < rules; rule++)
        {
            AddRule(text, pack, rule);
        }

        return text.ToString();
    }

    private static void AddRule(StringBuilder text, int pack, int rule) => text.Append(CultureInfo.InvariantCulture, $$$"""
          - id: bench.p{{{pack:000}}}.r{{{rule:000}}}
            title: { en: Rule {{{rule}}}, ru: Правило {{{rule}}} }
            status: on
            effective: { from: {{{2019 + rule % 4}}}-01-01, reviewBy: 2031-01-01 }
            basis: [{ act: { en: Invented act, ru: Выдуманный закон }, article: "{{{rule}}}" }]
            when:
              {{{Condition(pack, rule)}}}
            require:
              - disclosure: bench-{{{pack:000}}}-{{{rule:000}}}
                officialLanguage: ru
                text:
                  ru: "Этот материал отмечен редакцией {{{Word(pack, rule)}}}{{{Named(rule, "для {{ subject | genitive }}", "для {{ article.attributes.desk }}")}}}"
                  en: "This material is marked by desk {{{Word(pack, rule)}}}{{{Named(rule, "for {{ subject }}", "for {{ article.attributes.desk }}")}}}"
                placement: before-body
              - flag: { action: track, why: { en: Worth knowing., ru: Стоит знать. } }
            cases: cases/all.yaml

        """);

    private static string Condition(int pack, int rule) => (rule % 10) switch
    {
        // The measured article comes from an entity of the first registry: one pack finds it, so that both answers say as much.
        0 => $"entity: {{ registry: {Registries[pack % Registries.Length]}, role: {(pack == 0 ? Roles[0] : pack % Registries.Length == 0 ? "linked" : Roles[pack / 4 % Roles.Length])} }}",
        1 => $"terms: {{ any: [{Word(pack, rule)}, \"{Word(rule, pack)} tide\", \"about {Word(pack, rule)}\"], in: [title, lead, body] }}",
        2 => $"all: [{{ any: [{{ kind: advertisement }}, {{ attribute: {{ name: sponsored, equals: true }} }}] }}, {{ terms: {{ any: [{Word(pack, rule)}] }} }}]",
        3 => $"attribute: {{ name: desk.{Word(pack, rule)}, equals: true }}",
        4 => $"pattern: {{ regex: '{Word(pack, rule)}[:\\s]{{1,3}}\\d{{1,6}}', in: [body] }}",
        5 => $"all: [{{ kind: [news, opinion] }}, {{ language: en }}, {{ attribute: {{ name: {Word(pack, rule)}, exists: true }} }}]",
        6 => $"any: [{{ section: [{Word(pack, rule)}] }}, {{ tag: [{Word(pack, rule)}] }}]",
        7 => $"all: [{{ media: {{ kind: video }} }}, {{ not: {{ kind: satire }} }}]",
        8 => $"all: [{{ rule: bench.p{pack:000}.r{rule - 8:000} }}, {{ published: {{ from: 2020-01-01 }} }}]",
        _ => $"all: [{{ not: {{ kind: satire }} }}, {{ age: {{ moreThanDays: {30 + rule} }} }}, {{ entity: {{ registry: [{Registries[(pack + 1) % Registries.Length]}], role: mentioned }} }}]",
    };

    /// <summary>Every other text names somebody: the subject, or what the CMS says.</summary>
    private static string Named(int rule, string subject, string attribute) => (rule % 10) switch { 0 or 8 or 9 => $" {subject}", 2 or 3 => $" {attribute}", _ => "" };

    /// <summary>A word that no other rule has and that no text says by chance.</summary>
    private static string Word(int pack, int rule) => $"{Syllable(pack)}{Syllable(rule + 7)}{Syllable(pack + rule)}";

    private static string Syllable(int number) => $"{"bdfgklmnprstvz"[number % 14]}{"aeiou"[number / 14 % 5]}{"nrlst"[number / 70 % 5]}";

    private static string Cases(int pack) => $"""
        cases:
          - name: Nothing to say
            asOf: 2023-02-07
            article:
              body: The ferry leaves at nine, said the harbour of {Word(pack, 500)}.
            expectNothing: true

        """;
}
