using System.Globalization;
using LabelService.Engine.Facts;

namespace LabelService.Engine.Labelling;

/// <summary>The few words that labels bring themselves, in a label's own language where it is Russian and in English else.</summary>
internal static class LabelWords
{
    /// <summary>In which of the two languages a label of this language speaks for itself.</summary>
    public static string Language(string language) => ReportLanguage.Primary(language) == "ru" ? "ru" : "en";

    public static string About(string language) => Language(language) == "ru" ? "Что значит эта пометка?" : "What does this label mean?";

    /// <summary>What assistive technology calls a label, before its text.</summary>
    public static string Name(string language) => Language(language) == "ru" ? "Пометка к статье" : "Label of this article";

    /// <summary>What assistive technology reads in place of "18+".</summary>
    public static string AgeMark(string value, string language)
    {
        if (!value.EndsWith('+') || !int.TryParse(value.AsSpan(0, value.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var years))
        {
            return value;
        }

        return (years, Language(language)) switch
        {
            (0, "ru") => $"{value}, для любого возраста",
            (0, _) => $"{value}, for all ages",
            ( >= 18, "ru") => $"{value}, запрещено для детей",
            ( >= 18, _) => $"{value}, not for children",
            (_, "ru") => $"{value}, для детей старше {years} лет",
            _ => $"{value}, not for children under {years}",
        };
    }

    public static string Source(string name, string? articleLanguage) =>
        Language(articleLanguage ?? "en") == "ru" ? $"Источник: {name}" : $"Source: {name}";
}
