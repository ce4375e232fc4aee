using System.Collections.Immutable;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>Checks the cells that hold domains and accounts: wrong ones would match nothing, or everybody.</summary>
internal static class WebAddresses
{
    public static ImmutableArray<string> Domains(RegistryRow row, FileErrors errors)
    {
        var domains = ImmutableArray.CreateBuilder<string>();
        foreach (var text in row.List("domains"))
        {
            if (SharedHosts.Includes(text.ToLowerInvariant()))
            {
                errors.Warn(row.At("domains"), "shared-host", $"on '{Words.Short(text)}' everybody may have an account, so it matches nobody; write the account in 'accounts', such as {text}/example");
            }
            else if (IsDomain(text))
            {
                domains.Add(text.ToLowerInvariant());
            }
            else
            {
                errors.Add(row.At("domains"), "domain", $"'{Words.Short(text)}' is not a domain; write the bare host without https://, www., path or port, such as example.org");
            }
        }

        return domains.ToImmutable();
    }

    public static ImmutableArray<string> Accounts(RegistryRow row, FileErrors errors)
    {
        var accounts = ImmutableArray.CreateBuilder<string>();
        foreach (var text in row.List("accounts"))
        {
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && IsDomain(text[..slash]) && text.Length > slash + 1 && !text.AsSpan(slash + 1).ContainsAny(" \t\n?#"))
            {
                accounts.Add(string.Concat(text[..slash].ToLowerInvariant(), text.AsSpan(slash)));
            }
            else
            {
                errors.Add(row.At("accounts"), "account", $"'{Words.Short(text)}' is not an account; write host/handle, such as t.me/example");
            }
        }

        return accounts.ToImmutable();
    }

    private static bool IsDomain(string text)
    {
        var labels = text.Split('.');
        return text.Length <= 253 && labels.Length >= 2 && labels[0] != "www" && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c is '-');
}
