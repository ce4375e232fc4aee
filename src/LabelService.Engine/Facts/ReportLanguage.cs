using LabelService.Engine.Model;

namespace LabelService.Engine.Facts;

/// <summary>In which of the product's own languages an answer explains itself.</summary>
internal static class ReportLanguage
{
    /// <summary>Russian where the first language asked for, else the article's, is Russian; English otherwise.</summary>
    public static string Of(CheckRequest request, string? articleLanguage)
    {
        var first = request.Languages is { IsDefaultOrEmpty: false } asked
            ? asked.Select(Primary).FirstOrDefault(l => l is "ru" or "en")
            : articleLanguage;
        return Primary(first ?? "en") == "ru" ? "ru" : "en";
    }

    /// <summary>The language alone: <c>ru</c> of <c>ru-RU</c>.</summary>
    public static string Primary(string tag)
    {
        var dash = tag.IndexOf('-', StringComparison.Ordinal);
        return (dash < 0 ? tag : tag[..dash]).ToLowerInvariant();
    }
}
