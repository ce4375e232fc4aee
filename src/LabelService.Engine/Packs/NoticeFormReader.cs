using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>Reads how a notice looks that an article already carries, and makes sure that its pattern can be matched.</summary>
internal static class NoticeFormReader
{
    private const int LongestPattern = 2000;

    public static NoticeForm? Read(MapNode node, string jurisdiction, FileErrors errors)
    {
        var map = new MapReader(node, "a notice form", PackKeys.Notice, errors);
        var id = map.Required("id", "ru-fa-2022") as TextNode;
        var type = map.RequiredText("type", "foreign-agent");
        var language = map.RequiredText("language", "ru");
        var pattern = map.RequiredText("pattern", "this material was produced by foreign agent {subject}", LongestPattern);
        var shape = map.Word<NoticeShape>("shape") ?? NoticeShape.Statement;
        if (language is not null && !Languages.IsTag(language))
        {
            errors.Add(map.At("language"), "language", $"'{Words.Short(language)}' is not a language; write a BCP 47 code such as en or ru");
        }

        var compiled = pattern is null ? null : Compile(pattern, map, errors);

        if (id is null || !Ids.Check(id, "a notice form", errors) || type is null || language is null || pattern is null)
        {
            return null;
        }

        return new NoticeForm
        {
            Id = id.Value,
            Type = type,
            Jurisdiction = jurisdiction,
            Language = language,
            Shape = shape,
            Pattern = pattern,
            Compiled = compiled,
            Position = map.Position,
        };
    }

    private static NoticePattern? Compile(string pattern, MapReader map, FileErrors errors)
    {
        try
        {
            return NoticePattern.Parse(pattern);
        }
        catch (NoticePatternException problem)
        {
            Told wrong = problem.At < pattern.Length
                ? $"the pattern {problem.Told} near '{Words.Short(pattern[Math.Max(0, problem.At - 10)..Math.Min(pattern.Length, problem.At + 15)])}'"
                : (Told)$"the pattern {problem.Told}";
            errors.Add(map.At("pattern"), "notice-pattern", $"{wrong}; write words, (a|b) for a choice, [..] for what may be absent, word* for any ending, {{subject}} for the name");
            return null;
        }
    }
}
