using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Reviews;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;
using LabelService.Workflow.Webhooks;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Settings;

/// <summary>The settings that the service runs with, secrets left out.</summary>
internal sealed class SettingsInForce(
    IOptions<StorageOptions> storage, IOptions<RulesOptions> rules, IOptions<LabelsOptions> labels, IOptions<BootstrapOptions> bootstrap,
    IOptions<AccountsOptions> accounts, IOptions<ReviewOptions> reviews, IOptions<LimitsOptions> limits, IOptions<WebhookOptions> webhooks)
{
    private static readonly string[] Secrets = ["Bootstrap__ApiKey", "Bootstrap__AdminPassword"];

    public ImmutableArray<ShownSetting> All =>
    [
        .. Of(StorageOptions.Section, storage.Value), .. Of(RulesOptions.Section, rules.Value), .. Of(LabelsOptions.Section, labels.Value),
        .. Of(BootstrapOptions.Section, bootstrap.Value), .. Of(AccountsOptions.Section, accounts.Value), .. Of(ReviewOptions.Section, reviews.Value),
        .. Of(WebhookOptions.Section, webhooks.Value), .. Of(LimitsOptions.Section, limits.Value),
    ];

    private IEnumerable<ShownSetting> Of<T>(string section, T options) where T : new()
    {
        var otherwise = new T();
        foreach (var property in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.SetMethod is not null))
        {
            var name = $"{section}__{property.Name}";
            var (value, usual) = (property.GetValue(options), property.GetValue(otherwise));
            var isChanged = !Equals(value, usual);
            yield return Secrets.Contains(name) ? new ShownSetting(name, null, null, isChanged)
                : name == "Storage__ConnectionString" ? new ShownSetting(name, storage.Value.Shown, null, isChanged)
                : new ShownSetting(name, Word(value), Word(usual), isChanged);
        }
    }

    private static string Word(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

/// <param name="Value">Null where it is a secret.</param>
/// <param name="Usual">What it is where nobody sets it.</param>
/// <param name="IsChanged">Whether somebody has set it to something else.</param>
internal sealed record ShownSetting(string Name, string? Value, string? Usual, bool IsChanged);
