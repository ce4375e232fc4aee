using System.Text.RegularExpressions;

namespace LabelService.Engine.Reading;

/// <summary>Whether a text that claims to be plain carries markup: a tag or a character reference.</summary>
public static partial class Markup
{
    public static bool IsIn(string text) => text.AsSpan().ContainsAny('&', '<') && Sign().IsMatch(text);

    [GeneratedRegex(@"&(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,8});|</?[a-zA-Z][a-zA-Z0-9]*(\s[^<>]*)?/?>", RegexOptions.NonBacktracking)]
    private static partial Regex Sign();
}
