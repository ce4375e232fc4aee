using System.Globalization;
using System.Net;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Labelling;

/// <summary>
/// The markup of labels, the same wherever one is rendered. How they look is the business of the style sheet at <c>/labels/labels.css</c>, which
/// goes by these classes and attributes; nothing here has a style of its own, so that any content policy lets it through.
/// </summary>
internal sealed class LabelMarkup(string publicUrl)
{
    /// <summary>The type by which the page about age marks is asked for.</summary>
    public const string AgeMarkType = "age-mark";

    /// <summary>Steps of type size that the style sheet knows, a rule's ratio rounded up to the next.</summary>
    private static readonly double[] FontRatios = [1.25, 1.5, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.5, 4, 5, 6, 8, 10, 15, 20];

    /// <summary>A statement that stands as a paragraph of its own. Its words are an element within, so that their size is to that of the page's paragraphs.</summary>
    public string Statement(string text, DisclosureRequirement what, string jurisdiction, string language) =>
        $"<p class=\"ls-disclosure\"{Data(what, jurisdiction, language)}{Language(language)}{Note(language)}>"
        + $"<span class=\"ls-text\">{Encode(text)}</span> {About(jurisdiction, what.Type, language)}</p>";

    /// <summary>One status in the bracket behind a name.</summary>
    public string RemarkPart(string text, DisclosureRequirement what, string jurisdiction, string language, bool isLinked = true) =>
        $"<span class=\"ls-disclosure\"{Data(what, jurisdiction, language)}{Language(language)}>{Encode(text)}{(isLinked ? About(jurisdiction, what.Type, language, " ") : "")}</span>";

    /// <summary>The bracket behind a name with all that is to be said there.</summary>
    public static string Remark(IEnumerable<string> parts, string language) =>
        $"<span class=\"ls-remark\"{Note(language)}>({string.Join("; ", parts)})</span>";

    /// <summary>Statements of one subject, as one block.</summary>
    public static string Group(IEnumerable<string> statements) => $"<div class=\"ls-label-group\">{string.Concat(statements)}</div>";

    public string AgeMark(string value, string scale, string jurisdiction, string language) =>
        $"<p class=\"ls-age-mark\" data-scale=\"{Attribute(scale)}\"{Language(LabelWords.Language(language))}{Note(language)}>"
        + $"<span class=\"ls-text\" role=\"img\" aria-label=\"{Attribute(LabelWords.AgeMark(value, language))}\">{Encode(value)}</span> "
        + $"{About(jurisdiction, AgeMarkType, LabelWords.Language(language))}</p>";

    public static string Source(string line, string? language) => $"<p class=\"ls-source\"{Language(LabelWords.Language(language ?? "en"))}>{Encode(line)}</p>";

    /// <summary>Text between tags, escaped as a browser writes it: what needs no escape stays readable.</summary>
    public static string Encode(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal).Replace("\u00A0", "&nbsp;", StringComparison.Ordinal);

    public static string Attribute(string text) => WebUtility.HtmlEncode(text);

    /// <param name="space">White space that belongs to the link, so that without it nothing stands before a closing bracket.</param>
    private string About(string jurisdiction, string type, string language, string space = "")
    {
        var own = LabelWords.Language(language);
        var foreign = own == ReportLanguage.Primary(language) ? "" : Language(own);
        var address = AboutLink.Address(publicUrl, jurisdiction, type, language);
        return $"<a class=\"{AboutLink.Class}\" href=\"{Attribute(address)}\"{foreign}>{space}{LabelWords.About(language)}</a>";
    }

    private static string Data(DisclosureRequirement what, string jurisdiction, string language) =>
        $" data-type=\"{Attribute(what.Type)}\" data-jurisdiction=\"{Attribute(jurisdiction)}\" data-placement=\"{Kebab<Placement>.Word(what.Placement)}\"{Form(what, language)}";

    /// <summary>The form that the rule sets: for the text in the official language, of which a translation is not bound to it.</summary>
    private static string Form(DisclosureRequirement what, string language)
    {
        var ratio = what.OfficialLanguage is null || what.OfficialLanguage == language ? what.Presentation?.MinFontRatio ?? 1 : 1;
        var step = ratio > 1 ? FontRatios.FirstOrDefault(r => r >= ratio, FontRatios[^1]).ToString(CultureInfo.InvariantCulture) : null;
        return (step is null ? "" : $" data-font-ratio=\"{step}\"") + (what.Presentation?.Contrast == true ? " data-contrast=\"high\"" : "");
    }

    private static string Language(string language) => $" lang=\"{Attribute(language)}\"";

    private static string Note(string language) => $" role=\"note\" aria-label=\"{LabelWords.Name(language)}\"";
}
