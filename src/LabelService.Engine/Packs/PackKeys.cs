namespace LabelService.Engine.Packs;

/// <summary>The keys of each mapping in a pack's file. The JSON Schema for editors is held to the same lists by a test.</summary>
internal static class PackKeys
{
    public static readonly string[] Pack = ["pack", "version", "jurisdiction", "title", "description", "notices", "ageScales", "rules"];
    public static readonly string[] Notice = ["id", "type", "language", "shape", "pattern", "note"];
    public static readonly string[] AgeScale = ["id", "marks"];
    public static readonly string[] AgeMark = ["value", "phrases"];

    public static readonly string[] Rule =
        ["id", "title", "status", "note", "effective", "day", "basis", "when", "require", "cases", "moderation", "allow"];

    public static readonly string[] Moderation = ["withinHours", "persons", "minUpheld"];

    public static readonly string[] Effective = ["from", "until", "reviewBy", "wordingVerifiedUntil"];
    public static readonly string[] Basis = ["act", "article", "url"];

    public static readonly string[] Disclosure =
        ["disclosure", "officialLanguage", "text", "placement", "presentation", "accepts", "needs", "review"];

    public static readonly string[] Presentation = ["minFontRatio", "contrast", "minSeconds", "minScreenShare", "note"];
    public static readonly string[] Age = ["scale", "value"];
    public static readonly string[] Flag = ["action", "why"];
}
