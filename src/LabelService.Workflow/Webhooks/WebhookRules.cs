using System.Net;
using LabelService.Workflow.Events;

namespace LabelService.Workflow.Webhooks;

/// <summary>What an endpoint may be.</summary>
internal static class WebhookRules
{
    private const int LongestUrl = 2000;
    private const int LongestDescription = 200;

    public static Refusal? Fault(WebhookRequest wanted, WebhookOptions options)
    {
        var url = wanted.Url.Trim();
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var parsed) || parsed.Scheme is not ("https" or "http") || parsed.UserInfo.Length > 0)
        {
            return Refusal.Invalid("$.url", $"must be an address that begins with https:// or http://, without a user name, of {LongestUrl} characters at most.") with { Code = "bad-url" };
        }

        if (IPAddress.TryParse(parsed.Host.Trim('[', ']'), out var literal) && !new WebhookNetworks(options.Allowed()).Allows(literal))
        {
            return Refusal.Invalid("$.url", "is an address that is not public; an operator may allow its network by Webhooks__AllowedNetworks.") with { Code = "private-address" };
        }

        if (wanted.Description?.Length > LongestDescription)
        {
            return Refusal.Invalid("$.description", $"must have {LongestDescription} characters at most.");
        }

        var unknown = wanted.Types.IsDefault ? null : wanted.Types.FirstOrDefault(t => !EventTypes.All.Contains(t));
        return unknown is null ? null : Refusal.Invalid("$.types", $"'{unknown}' is not one of: {string.Join(", ", EventTypes.All)}.") with { Code = "bad-type" };
    }
}
