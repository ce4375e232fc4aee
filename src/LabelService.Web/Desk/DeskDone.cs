namespace LabelService.Web.Desk;

/// <summary>What the next page says was done: a word in its address.</summary>
internal static class DeskDone
{
    public static string At(string address, string word, string? review = null) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}done={word}{(review is null ? "" : $"&of={Uri.EscapeDataString(review)}")}";
}
