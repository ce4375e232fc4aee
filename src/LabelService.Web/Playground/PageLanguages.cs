using Microsoft.Net.Http.Headers;

namespace LabelService.Web.Playground;

/// <summary>In which of its two languages the page is written: as asked in the address, as remembered, as the browser prefers, else English.</summary>
internal static class PageLanguages
{
    public const string English = "en";
    public const string Russian = "ru";

    public static string Choose(string? asked, string? remembered, IList<StringWithQualityHeaderValue> accepted) =>
        Known(asked) ?? Known(remembered) ?? Preferred(accepted) ?? English;

    private static string? Preferred(IList<StringWithQualityHeaderValue> accepted) => accepted
        .Where(a => a.Quality is not 0)
        .OrderByDescending(a => a.Quality ?? 1)
        .Select(a => Known(a.Value.Value))
        .FirstOrDefault(language => language is not null);

    private static string? Known(string? tag) => tag?.Split('-')[0].ToLowerInvariant() switch
    {
        English => English,
        Russian => Russian,
        _ => null,
    };
}
