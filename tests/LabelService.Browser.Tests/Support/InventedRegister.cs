namespace LabelService.Browser.Tests.Support;

/// <summary>A register of invented persons and bodies beside the rules of the repository; no rule speaks of it.</summary>
internal static class InventedRegister
{
    public const string Sentence =
        "Вчера Петром Ильичом Травкиным и Лидией Рощинской подписан договор с фондом «Риф». Иван Травкин о нём не знал, а П. Тр\u200Bавкин прочёл в «Гаванях».";

    private const string Note =
        "title: { en: Invented register, ru: Вымышленный реестр }\njurisdiction: RU\nsourceUrl: https://example.org/register\nlicence: CC0\nretrieved: 2026-11-01\nfreshForDays: 3650\n";

    private const string Table = """
        id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes
        xx:travkin,person,Травкин Пётр Ильич,,Лесной Кот,,m,travkin.example,t.me/travkin_example,RU,2021-10-15,2023-08-25,12-r,No. 1,
        xx:travkin,person,Травкин Пётр Ильич,,Лесной Кот,,m,travkin.example,t.me/travkin_example,RU,2024-05-17,,77-r,https://example.org/orders/77,Listed again after a decision of a court
        xx:roshchinskaya,person,Рощинская Лидия Фёдоровна,Lidia Roshchinskaya,,,f,,,RU,2022-03-04,,,No. 2,
        xx:quiet-reef,organisation,Фонд «Тихий Риф»,Quiet Reef Foundation,,Риф,,reef.example,,LV,2024-02-01,,,No. 7,
        xx:harbour,media,Общество с ограниченной ответственностью «Портовый вестник»,Harbour Herald LLC,Портовый вестник,Гавани,,harbour.example,,LV,2027-02-01,,,No. 9,
        xx:ended,organisation,Институт дальних речных волн,,,,,,,RU,2020-02-01,2022-02-01,,,

        """;

    /// <summary>A copy of the rules with the register, in a folder that is thrown away with the service.</summary>
    public static string RulesIn(string folder)
    {
        var rules = Path.Combine(folder, "rules");
        foreach (var file in Directory.EnumerateFiles(Repository.Of("rules"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(rules, Path.GetRelativePath(Repository.Of("rules"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        File.WriteAllText(Path.Combine(rules, "registries", "xx-invented.yaml"), Note);
        File.WriteAllText(Path.Combine(rules, "registries", "xx-invented.csv"), Table);
        return rules;
    }
}
