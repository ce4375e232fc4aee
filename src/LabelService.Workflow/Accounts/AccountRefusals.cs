namespace LabelService.Workflow.Accounts;

/// <summary>Why something about accounts is not done. Pages have a text for each code, in both languages.</summary>
internal static class AccountRefusals
{
    public const int LongestName = 100;
    public const int LongestEmail = 254;

    public static Refusal UnknownAccount => new(RefusalKind.NotFound, "no-account", "There is no such account; `labels account list` shows all.");

    /// <summary>One answer for an unknown address, a wrong password, a locked and a disabled account: none may be told from another.</summary>
    public static Refusal SignInRefused => new(RefusalKind.Unauthenticated, "sign-in",
        "E-mail and password do not belong together, or the account is locked or disabled. After five wrong tries wait 15 minutes.");

    public static Refusal CodeRefused => new(RefusalKind.Unauthenticated, "code", "This code is wrong, used or out of date; the app shows a new one every 30 seconds.");

    public static Refusal LinkRefused => new(RefusalKind.NotFound, "link", "This link was used, replaced or is out of date; an administrator makes a new one.");

    public static Refusal WrongPassword => Invalid("password", "$.password", "is not the present password.");

    public static Refusal EmailTaken => Invalid("email-taken", "$.email", "another account has this address.");

    public static Refusal BadEmail => Invalid("email", "$.email", $"must be an address such as name@example.org, of at most {LongestEmail} characters.");

    public static Refusal BadName => Invalid("name", "$.name", $"must have 1 to {LongestName} characters, none of them a control character.");

    public static Refusal BadRoles => Invalid("roles", "$.roles", $"must be some of: {string.Join(", ", PersonRoles.All)}.");

    public static Refusal BadSites => Invalid("sites", "$.sites", $"must be 1 to 50 names of sites, each of at most {LongestName} characters; * stands for all.");

    public static Refusal UnseenSite => Invalid("site", "$.site", "must be one of the sites that the account sees.");

    public static Refusal BadLanguage => Invalid("language", "$.language", "must be 'en' or 'ru'.");

    public static Refusal PasswordLength =>
        Invalid("password-length", "$.password", $"must have {PasswordRules.Shortest} to {PasswordRules.Longest} characters.");

    public static Refusal PasswordIsEmail => Invalid("password-email", "$.password", "must not be the e-mail address.");

    public static Refusal LastAdministrator =>
        Invalid("last-administrator", "$.roles", "this is the last administrator in force; make another one first.");

    public static Refusal TooManyKeys => Invalid("keys", "$.keys", $"a person has at most {PersonKeyService.Most} keys in force; revoke one first.");

    public static Refusal BadDays => Invalid("days", "$.days", "must be a whole number from 1 to 3650, or be left out.");

    /// <summary>Two changed the account at the same moment.</summary>
    public static Refusal Changed => Invalid("changed", "$", "somebody else changed this account at the same moment; look at it again.");

    private static Refusal Invalid(string code, string path, string message) => Refusal.Invalid(path, message) with { Code = code };
}
