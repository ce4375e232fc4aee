namespace LabelService.Engine.Packs.Cases;

/// <summary>The keys of each mapping in a file of cases; the JSON Schema for editors is held to them by a test.</summary>
internal static class CaseKeys
{
    public static readonly string[] File = ["entities", "cases"];

    public static readonly string[] Entity =
        ["registry", "id", "kind", "name", "nameEn", "aliases", "quotedAliases", "gender", "domains", "accounts", "listedFrom", "listedUntil"];

    public static readonly string[] Case = ["name", "asOf", "jurisdictions", "article", "rules", "expect", "expectNothing", "expectSilent"];
    public static readonly string[] Expect = ["verdict", "disclosures", "age", "flags"];
    public static readonly string[] Disclosure = ["type", "status", "subject", "rule", "text"];
    public static readonly string[] Age = ["value", "status"];
    public static readonly string[] Flag = ["rule", "action"];
}
