namespace LabelService.Engine.RuleText;

internal static class Languages
{
    /// <summary>Whether a text has the form of a BCP 47 tag: two or three letters, then parts of two to eight letters or digits.</summary>
    public static bool IsTag(string text)
    {
        var parts = text.Split('-');
        return parts[0].Length is 2 or 3 && parts[0].All(char.IsAsciiLetterLower)
            && parts.Skip(1).All(p => p.Length is >= 2 and <= 8 && p.All(char.IsAsciiLetterOrDigit));
    }
}
