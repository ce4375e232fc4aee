namespace LabelService.Web.Playground;

/// <summary>A page that tells above its content what was just done, or refused.</summary>
/// <param name="Area">Whose texts <c>….done.…</c> and <c>….fault.…</c> it tells by.</param>
internal abstract record ToldPage(PageLook Look, string Area) : SitePage(Look)
{
    public string? Done { get; init; }

    /// <summary>The code of a refusal.</summary>
    public string? Fault { get; init; }

    /// <summary>A word of an address, where there is a text for it: nobody puts words of their own onto a page.</summary>
    public static string? Known(string area, string? word) => word is not null && PlaygroundTexts.Strings(PageLanguages.English).ContainsKey($"{area}.done.{word}") ? word : null;
}
