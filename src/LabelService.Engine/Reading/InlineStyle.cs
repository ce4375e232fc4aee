namespace LabelService.Engine.Reading;

/// <summary>Reads a <c>style</c> attribute, for the two declarations that take text from sight.</summary>
internal static class InlineStyle
{
    public static bool Hides(ReadOnlySpan<char> style)
    {
        bool isDisplayNone = false, isInvisible = false;
        foreach (var range in style.Split(';'))
        {
            var declaration = style[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            var name = declaration[..colon].Trim();
            var value = Value(declaration[(colon + 1)..]);
            if (name.Equals("display", StringComparison.OrdinalIgnoreCase))
            {
                isDisplayNone = value.Equals("none", StringComparison.OrdinalIgnoreCase);
            }
            else if (name.Equals("visibility", StringComparison.OrdinalIgnoreCase))
            {
                isInvisible = value.Equals("hidden", StringComparison.OrdinalIgnoreCase) || value.Equals("collapse", StringComparison.OrdinalIgnoreCase);
            }
        }

        return isDisplayNone || isInvisible;
    }

    private static ReadOnlySpan<char> Value(ReadOnlySpan<char> value)
    {
        var important = value.IndexOf('!');
        return (important < 0 ? value : value[..important]).Trim();
    }
}
