namespace LabelService.Workflow.Accounts;

/// <summary>What the fields of an account may hold.</summary>
internal static class AccountFields
{
    public static Refusal? FaultOfName(string? name) =>
        name?.Trim() is { Length: > 0 and <= AccountRefusals.LongestName } trimmed && !trimmed.Any(char.IsControl) ? null : AccountRefusals.BadName;

    public static Refusal? FaultOfLanguage(string? language) => language is "en" or "ru" ? null : AccountRefusals.BadLanguage;

    /// <summary>Enough to catch a slip; whether the address reaches anybody does not matter here, as nothing is sent to it.</summary>
    public static Refusal? FaultOfEmail(string? email)
    {
        var trimmed = email?.Trim() ?? "";
        var isAddress = trimmed.Length <= AccountRefusals.LongestEmail && trimmed.Split('@') is [{ Length: > 0 }, { Length: > 0 }]
            && !trimmed.Any(c => char.IsWhiteSpace(c) || char.IsControl(c));
        return isAddress ? null : AccountRefusals.BadEmail;
    }

    public static Account NewAccount(NewAccount wanted, DateTimeOffset now)
    {
        var account = new Account
        {
            Id = RandomId.Next("usr", now),
            UserName = wanted.Email.Trim(),
            Email = wanted.Email.Trim(),
            DisplayName = wanted.Name.Trim(),
            Language = wanted.Language,
            CreatedAt = now,
        };
        account.Give(wanted.Roles, wanted.Sites.Select(s => s.Trim()), now);
        return account;
    }
}
