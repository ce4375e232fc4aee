using LabelService.Web.Playground;

namespace LabelService.Web.Desk;

/// <summary>What the next page says was done: a word in its address, of those that there is a text for.</summary>
internal static class DeskDone
{
    public static string? Of(string? word) => word is not null && PlaygroundTexts.Strings("en").ContainsKey($"desk.done.{word}") ? word : null;

    public static string At(string address, string word, string? review = null) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={word}{(review is null ? "" : $"&of={Uri.EscapeDataString(review)}")}";
}
