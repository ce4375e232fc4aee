using System.Globalization;
using System.Text;

namespace LabelService.Engine.Model;

/// <summary>
/// Fills a format: <c>{0}</c> is what fills the first hole, and <c>{0:символ|символа|символов}</c> the word that goes with it where it
/// is a number (1, 2 to 4, 5 and more). Braces of the text itself are doubled.
/// </summary>
internal static class MessageFormat
{
    public static string Fill(string format, IReadOnlyList<string> filling)
    {
        var text = new StringBuilder(format.Length + 32);
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] is '{' or '}' && i + 1 < format.Length && format[i + 1] == format[i])
            {
                text.Append(format[i++]);
            }
            else if (format[i] == '{')
            {
                var end = format.IndexOf('}', i);
                text.Append(Hole(format[(i + 1)..end], filling));
                i = end;
            }
            else
            {
                text.Append(format[i]);
            }
        }

        return text.ToString();
    }

    private static string Hole(string hole, IReadOnlyList<string> filling)
    {
        var parts = hole.Split(':', 2);
        var value = filling[int.Parse(parts[0], CultureInfo.InvariantCulture)];
        return parts.Length == 1 ? value : WordFor(value, parts[1].Split('|'));
    }

    private static string WordFor(string number, string[] words)
    {
        var lastTwo = long.TryParse(number, CultureInfo.InvariantCulture, out var read) ? Math.Abs(read % 100) : 0;
        return (lastTwo % 10, lastTwo) switch
        {
            (_, >= 11 and <= 14) => words[2],
            (1, _) => words[0],
            (>= 2 and <= 4, _) => words[1],
            _ => words[2],
        };
    }
}
