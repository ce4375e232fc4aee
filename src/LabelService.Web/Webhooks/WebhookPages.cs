using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Webhooks;

namespace LabelService.Web.Webhooks;

internal abstract record WebhookPage(PageLook Look) : ToldPage(Look, WebhookPage.Texts)
{
    public const string Texts = "webhooks";

    public string Types(WebhookRow row) => Account.Split(row.Types) is { IsEmpty: false } types ? string.Join(", ", types) : Text("webhooks.types.all");

    /// <summary>As far as it is worth counting.</summary>
    public static string Number(int count) => count > 1000 ? "1000+" : count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Typed">What somebody wrote into the form that was refused.</param>
internal sealed record WebhookListPage(PageLook Look, ImmutableArray<WebhookStanding> Webhooks, ImmutableArray<string> Sites, WebhookForm Typed) : WebhookPage(Look);

/// <summary>A secret, shown this once.</summary>
internal sealed record WebhookSecretPage(PageLook Look, WebhookRow Row, string Secret) : WebhookPage(Look);

internal sealed record DeliveriesPage(PageLook Look, DeliveryPage Log, string? State) : WebhookPage(Look)
{
    public static readonly ImmutableArray<string> States = [.. Kebab<DeliveryState>.Words];

    public string Address => $"/webhooks/{Log.Webhook.Id}";
}

internal sealed class WebhookForm
{
    public string? Url { get; set; }
    public string? Site { get; set; }
    public string? Description { get; set; }
    public string[]? Types { get; set; }
}
