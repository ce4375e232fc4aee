using System.Globalization;
using AngleSharp.Common;
using AngleSharp.Html;

namespace LabelService.Engine.Reading;

/// <summary>Decodes character references (<c>&amp;amp;</c>, <c>&amp;#8212;</c>) by the rules of the HTML standard, section 13.2.5.72.</summary>
internal static class CharacterReference
{
    /// <summary>The longest name with its semicolon, <c>CounterClockwiseContourIntegral;</c>.</summary>
    private const int LongestName = 32;

    /// <summary>The longest of the old names that need no semicolon, such as <c>frac12</c>.</summary>
    private const int LongestBareName = 6;

    private const string Replacement = "\uFFFD";

    /// <summary>Reads the reference at <paramref name="start"/>, which is an ampersand.</summary>
    /// <param name="inAttribute">In an attribute, a name without a semicolon before <c>=</c>, a letter or a digit is a query parameter, not a reference.</param>
    /// <returns>What it stands for and how many characters it takes; null and 1 where it is only an ampersand.</returns>
    public static (string? Text, int Length) Read(string source, int start, int end, bool inAttribute = false) =>
        start + 1 < end && source[start + 1] == '#' ? Number(source, start, end) : Name(source, start, end, inAttribute);

    private static (string? Text, int Length) Number(string source, int start, int end)
    {
        var i = start + 2;
        var isHex = i < end && source[i] is 'x' or 'X';
        i += isHex ? 1 : 0;
        var first = i;
        var number = 0;
        for (; i < end && (isHex ? char.IsAsciiHexDigit(source[i]) : char.IsAsciiDigit(source[i])); i++)
        {
            // Beyond Unicode it is U+FFFD whatever follows, so the number may stop growing.
            number = number > 0x10FFFF ? number : isHex
                ? (number << 4) + int.Parse(source.AsSpan(i, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
                : number * 10 + (source[i] - '0');
        }

        if (i == first)
        {
            return (null, 1);
        }

        return (Character(number), i - start + (i < end && source[i] == ';' ? 1 : 0));
    }

    private static string Character(int number)
    {
        if (HtmlEntityProvider.IsInCharacterTable(number))
        {
            return HtmlEntityProvider.GetSymbolFromTable(number) ?? Replacement;
        }

        return number == 0 || HtmlEntityProvider.IsInvalidNumber(number) ? Replacement : char.ConvertFromUtf32(number);
    }

    private static (string? Text, int Length) Name(string source, int start, int end, bool inAttribute)
    {
        var first = start + 1;
        var limit = Math.Min(end, first + LongestName);
        var i = first;
        while (i < limit && char.IsAsciiLetterOrDigit(source[i]))
        {
            i++;
        }

        if (i < end && source[i] == ';' && Symbol(source, first, i + 1) is { } symbol)
        {
            return (symbol, i + 1 - start);
        }

        for (var stop = Math.Min(i, first + LongestBareName); stop > first + 1; stop--)
        {
            if (Symbol(source, first, stop) is { } bare)
            {
                var isParameter = inAttribute && stop < end && (source[stop] == '=' || char.IsAsciiLetterOrDigit(source[stop]));
                return isParameter ? (null, 1) : (bare, stop - start);
            }
        }

        return (null, 1);
    }

    private static string? Symbol(string source, int start, int end) =>
        HtmlEntityProvider.ResolverExtended.GetSymbol(new StringOrMemory(source.AsMemory(start, end - start))) is { Length: > 0 } symbol ? symbol : null;

    /// <summary>The text of an attribute's value.</summary>
    public static string Decode(string source, int start, int end)
    {
        if (source.AsSpan(start, end - start).IndexOf('&') < 0)
        {
            return source[start..end];
        }

        var text = new System.Text.StringBuilder(end - start);
        for (var i = start; i < end;)
        {
            var (symbol, length) = source[i] == '&' ? Read(source, i, end, inAttribute: true) : (null, 1);
            _ = symbol is null ? text.Append(source, i, length) : text.Append(symbol);
            i += length;
        }

        return text.ToString();
    }
}
