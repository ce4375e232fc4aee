using LabelService.Engine.Checking;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Benchmarks;

/// <summary>What all measurements share: the rules of the repository and an article of a size.</summary>
internal sealed class Bench
{
    private readonly AskedDay _day = new(new DateOnly(2023, 2, 7), DayOrigin.Request);

    private readonly Ruleset _ruleset = Ruleset;

    public Bench(int bytes) => Request = new CheckRequest { Article = new Article { Body = SampleArticle.Make(bytes) }, Store = false };

    /// <summary>A Russian article, and all shipped packs with so many invented persons on the register of foreign agents.</summary>
    public Bench(int bytes, int names)
    {
        var persons = NameWorkload.Persons(names);
        Request = new CheckRequest { Article = new Article { Body = NameWorkload.Article(bytes, persons) }, Store = false };
        _ruleset = Load(string.Concat(persons.Select(p => $"{p.Id},person,{p.Name},,,,,,,,2022-01-01,,,,\n")));
    }

    public static Ruleset Ruleset { get; } = Load();

    public CheckRequest Request { get; }

    public AskedDay Day => _day;

    public Ruleset Rules => _ruleset;

    public CheckReport Check() => ArticleChecker.Check(Request, _day, _ruleset, Exceptions.None);

    public static string RulesFolder => Path.Combine(FindRoot(), "rules");

    /// <summary>The files of the rules that ship, by their paths in the folder.</summary>
    public static Dictionary<string, string> Files()
    {
        var folder = RulesFolder;
        return Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
    }

    private static Ruleset Load(string furtherRows = "")
    {
        var files = Files();
        const string Register = "registries/ru-foreign-agents.csv";
        files[Register] = files[Register].TrimEnd() + "\n" + furtherRows;
        var result = RulesetBuilder.Build(files, new RulesetSettings(TimeZoneInfo.Utc, []));
        return result.Ruleset ?? throw new InvalidDataException(string.Join('\n', result.Errors));
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LabelService.sln")))
                return folder.FullName;
        throw new InvalidOperationException("LabelService.sln is in no folder above the benchmarks");
    }
}
