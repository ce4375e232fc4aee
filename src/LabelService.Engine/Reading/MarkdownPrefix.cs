namespace LabelService.Engine.Reading;

/// <summary>What a line of Markdown begins with.</summary>
/// <param name="Markers">Quote and list markers in a row.</param>
/// <param name="Column">Where what follows the white space before the last list marker begins.</param>
/// <param name="IsBlank">Nothing follows.</param>
/// <param name="BeginsItem">A bullet with text, not indented as code would be: it ends any paragraph before it.</param>
internal readonly record struct MarkdownPrefix(int Markers, int Column, bool IsBlank, bool BeginsItem)
{
    public static MarkdownPrefix Of(ReadOnlySpan<char> line)
    {
        var (markers, column, firstBullet) = (0, 0, -1);
        var i = 0;
        for (; i < line.Length; i++)
        {
            if (line[i] is ' ' or '\t')
            {
                continue;
            }

            var length = Marker(line[i..]);
            if (length == 0)
            {
                break;
            }

            firstBullet = markers == 0 && line[i] != '>' && length == 1 ? i : firstBullet;
            column = line[i] == '>' ? column : i;
            markers++;
            i += length - 1;
        }

        return new MarkdownPrefix(markers, column, i == line.Length && markers == 0, firstBullet is >= 0 and < 4 && i < line.Length);
    }

    private static int Marker(ReadOnlySpan<char> line)
    {
        if (line[0] == '>')
        {
            return 1;
        }

        if (line[0] is '-' or '+' or '*')
        {
            return IsFollowedBySpace(line, 1) ? 1 : 0;
        }

        var digits = 0;
        while (digits < line.Length && digits < 9 && char.IsAsciiDigit(line[digits]))
        {
            digits++;
        }

        return digits > 0 && digits < line.Length && line[digits] is '.' or ')' && IsFollowedBySpace(line, digits + 1) ? digits + 1 : 0;
    }

    private static bool IsFollowedBySpace(ReadOnlySpan<char> line, int at) => at == line.Length || line[at] is ' ' or '\t';
}
