namespace LabelService.Web.Tests.Support;

/// <summary>A small folder of rules about invented papers.</summary>
internal static class TestRules
{
    private const string Header =
        "id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes\n";

    public const string Pack = """
        pack: xx-example
        version: 2026.11
        jurisdiction: RU
        title: { en: Example, ru: Пример }
        rules:
          - id: xx.example.source
            status: on
            basis: [{ act: Invented act, article: "1" }]
            when:
              entity: { registry: xx-papers, role: [author, publisher, source] }
            require:
              - disclosure: example-notice
                officialLanguage: en
                text: { en: "This article comes from {{ subject }}, which the invented register includes." }
                placement: before-body
        """;

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "packs", "xx-example"));
        Directory.CreateDirectory(Path.Combine(folder, "registries"));
        File.WriteAllText(PackFile(folder), Pack);
        File.WriteAllText(Path.Combine(folder, "registries", "xx-papers.yaml"),
            "title: { en: Invented papers }\njurisdiction: RU\nsourceUrl: https://example.org/\nlicence: CC0\nretrieved: 2026-11-01\nfreshForDays: 3650\n");
        File.WriteAllText(RegistryFile(folder), Header
            + "xx:courier,media,The Invented Courier,The Invented Courier,,,,,,,2021-10-15,,,,\n"
            + "xx:gazette,media,The Ended Gazette,The Ended Gazette,,,,,,,2020-01-01,2022-01-01,,,\n");
    }

    public static string PackFile(string folder) => Path.Combine(folder, "packs", "xx-example", "pack.yaml");

    public static string RegistryFile(string folder) => Path.Combine(folder, "registries", "xx-papers.csv");

    public static string BrandsFile(string folder) => Path.Combine(folder, "registries", "xx-papers.brands.csv");

    public static string From(string paper, string more = "") =>
        $$$"""{"article":{"title":"A bridge is opened","body":"The bridge was opened on Monday.\n\nSource: {{{paper}}}"{{{more}}}}}""";
}
