using System.Collections.Immutable;
using LabelService.Web.Playground;
using LabelService.Workflow.Events;
using LabelService.Workflow.Examples;
using LabelService.Workflow.Webhooks;

namespace LabelService.Web.Webhooks;

internal sealed record WebhookTryPage(PageLook Look, TrialForm Trial, ImmutableArray<WebhookRow> Endpoints) : WebhookPage(Look)
{
    public static readonly ImmutableArray<string> Events = [.. EventTypes.All, EventTypes.WebhookTest];

    /// <summary>What was asked for, ready to be sent.</summary>
    public TrialDelivery? Made { get; init; }

    public GotForm Got { get; init; } = new();

    public ImmutableArray<SignatureFinding>? Findings { get; init; }

    public bool Holds => Findings is [{ IsGood: true }];

    public string Says(SignatureFinding finding) => Text($"webhooks.finding.{finding.Code}", ("value", finding.Value ?? ""));
}

internal sealed class TrialForm
{
    private const int Longest = 2000;

    public string Type { get; set; } = EventTypes.LabelsChanged;
    public string? ExternalId { get; set; } = ExampleService.Prefix + "missing";
    public long Sequence { get; set; } = 1;

    /// <summary>Where somebody's own receiver listens; the service never goes there.</summary>
    public string? Receiver { get; set; } = "http://localhost:8080/labels";

    public string Secret { get; set; } = "";

    /// <returns>The word of what is wrong, or null.</returns>
    public string? Fault() =>
        !WebhookTryPage.Events.Contains(Type) || ExternalId?.Length > Longest || Sequence < 0 ? "invalid-request"
        : Receiver is null || Receiver.Length > Longest || !Uri.TryCreate(Receiver, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https") ? "bad-receiver"
        : WebhookSecrets.KeyOf(Secret) is null ? "bad-secret" : null;
}

internal sealed class GotForm
{
    public string? Secret { get; set; }
    public string? Id { get; set; }
    public string? Timestamp { get; set; }
    public string? Signature { get; set; }
    public string? Body { get; set; }

    public static GotForm Of(TrialDelivery made) => new()
    {
        Secret = made.Secret,
        Id = made.Id,
        Timestamp = made.Timestamp.ToString(System.Globalization.CultureInfo.InvariantCulture),
        Signature = made.Signature,
        Body = made.Body,
    };

    public ReceivedDelivery Delivery() => new(Secret?.Trim() ?? "", Id?.Trim() ?? "", Timestamp?.Trim() ?? "", Signature?.Trim() ?? "", Body ?? "");
}
