using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>The form of ids in rule files: lower-case Latin letters, digits, dots, hyphens and colons.</summary>
internal static class Ids
{
    private const int Longest = 100;

    public static bool Check(TextNode id, Told what, FileErrors errors)
    {
        if (IsId(id.Value))
        {
            return true;
        }

        errors.Add(id.Position, "id", $"{id.Shape} is not an id for {what}; use lower-case Latin letters, digits, dots and hyphens (at most {Longest}), such as ru.foreign-agent.material");
        return false;
    }

    public static bool IsId(string id) =>
        id.Length is > 0 and <= Longest && char.IsAsciiLetterOrDigit(id[0])
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-' or ':');
}
