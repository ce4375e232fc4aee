namespace LabelService.Web.Playground;

/// <summary>What the page is rendered from.</summary>
/// <param name="Language"><c>en</c> or <c>ru</c>.</param>
/// <param name="Theme"><c>auto</c>, <c>light</c> or <c>dark</c>.</param>
internal sealed record PlaygroundPage(string Language, string Theme)
{
    public string Sample => PlaygroundTexts.Sample(Language);

    /// <summary>The text of <paramref name="key"/> in the page's language.</summary>
    /// <exception cref="KeyNotFoundException">No such text: a fault of the page, which a test finds.</exception>
    public string Text(string key) => PlaygroundTexts.Strings(Language)[key];
}
