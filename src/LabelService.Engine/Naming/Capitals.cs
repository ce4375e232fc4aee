namespace LabelService.Engine.Naming;

/// <summary>Whether words are written as names are.</summary>
internal static class Capitals
{
    /// <summary>Whether a capital is among the letters; scripts without small letters have no other way to write a name.</summary>
    public static bool AreIn(ReadOnlySpan<char> words)
    {
        var hasSmall = false;
        foreach (var c in words)
        {
            if (char.IsUpper(c))
            {
                return true;
            }

            hasSmall |= char.IsLower(c) || char.IsDigit(c);
        }

        return !hasSmall;
    }
}
