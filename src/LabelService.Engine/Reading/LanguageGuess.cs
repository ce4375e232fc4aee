namespace LabelService.Engine.Reading;

internal static class LanguageGuess
{
    public static string? Of(ReadOnlySpan<char> text) => null;
}
