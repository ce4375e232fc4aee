using System.Collections.Immutable;

namespace LabelService.Web.Accounts;

/// <summary>What the forms about accounts have in common.</summary>
internal static class AccountForms
{
    public const string LanguageCookie = "lang";
    public const int LongestReturn = 1000;

    /// <summary>Many times what the fields may hold.</summary>
    public const int Largest = 64 << 10;

    private static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>The sites of a field, separated by commas or lines.</summary>
    public static ImmutableArray<string> Sites(string? field) =>
        [.. (field ?? "").Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    /// <summary>As the switch in the page's head does.</summary>
    public static void RememberLanguage(HttpResponse response, string language) => response.Cookies.Append(
        LanguageCookie, language, new CookieOptions { Path = "/", MaxAge = Year, SameSite = SameSiteMode.Lax });
}
