using System.Text.RegularExpressions;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Tests.Support;

/// <summary>A small folder of valid rules about the entities of <see cref="Some"/>, of which a test rewrites single lines.</summary>
internal static partial class SomeRules
{
    public const string PackFile = "packs/test-pack/pack.yaml";
    public const string RegisterFile = "registries/test-register.csv";
    public const string NoteFile = "registries/test-register.yaml";

    public static readonly RulesetSettings Settings = new(TimeZoneInfo.Utc, []);

    private const string ValidPack = """
        pack: test-pack
        version: 1
        jurisdiction: RU
        title: { en: Test }
        notices: [{ id: form, type: foreign-agent, language: en, pattern: 'this was produced by foreign agent {subject}' }]
        ageScales: [{ id: scale, marks: [{ value: 12+ }, { value: 18+ }] }]
        rules:
          - id: test.rule
            status: on
            basis: [{ act: Invented act }]
            cases: cases.yaml
            when: { always: true }
            require: [{ flag: { action: track, why: { en: worth knowing, ru: стоит знать } } }]
        """;

    private const string ValidRegister = """
        id,kind,name,name_en,aliases,domains,listed_from,listed_until
        test:herald,media,Акционерное общество «Северный вестник»,Northern Herald JSC,Северный вестник;Northern Herald,northern-herald.example,2021-10-15,2023-08-25
        test:frost,media,Издание «Мороз»,Frost Daily,Frost Daily,frost.example,2022-03-01,
        """;

    private const string ValidNote = "title: { en: Test register }\njurisdiction: RU\nretrieved: 2026-11-01\n";

    /// <param name="lines">Each takes the place of the pack's line with the same key, or with the key <c>rules</c> of all rules.</param>
    public static string Pack(params string[] lines) => lines.Aggregate(ValidPack, Replace);

    public static Dictionary<string, string> Files(string? pack = null, string? register = null, string? note = ValidNote, string? newsroom = null)
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal) { [PackFile] = pack ?? ValidPack, [RegisterFile] = register ?? ValidRegister };
        AddWhere(files, NoteFile, note);
        AddWhere(files, "newsroom.yaml", newsroom);
        return files;
    }

    public static RulesetResult Build(Dictionary<string, string> files, Ruleset? lastGood = null) => RulesetBuilder.Build(files, Settings, lastGood);

    private static void AddWhere(Dictionary<string, string> files, string path, string? text)
    {
        if (text is not null)
        {
            files[path] = text;
        }
    }

    private static string Replace(string pack, string line)
    {
        var key = Key().Match(line.Replace(Fault.Mark, "", StringComparison.Ordinal)).Value;
        var old = key == "rules" ? new Regex("^rules:.*", RegexOptions.Singleline | RegexOptions.Multiline) : new Regex($"(?<=^ *(- )?){key}:.*$", RegexOptions.Multiline);
        Assert.Matches(old, pack);
        return old.Replace(pack, line.Replace("$", "$$", StringComparison.Ordinal), 1);
    }

    [GeneratedRegex("^[A-Za-z]+")]
    private static partial Regex Key();
}
