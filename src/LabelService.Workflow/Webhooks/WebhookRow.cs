namespace LabelService.Workflow.Webhooks;

/// <summary>Where a site wants to be told of its changes.</summary>
internal sealed class WebhookRow
{
    public required string Id { get; init; }
    public required string Site { get; init; }
    public required string Url { get; init; }
    public string? Description { get; init; }

    /// <summary>Words of <see cref="Events.EventTypes"/>, a line each; empty for all.</summary>
    public string Types { get; init; } = "";

    /// <summary>What deliveries are signed with, sealed (<see cref="WebhookSecrets"/>).</summary>
    public required string Secret { get; set; }

    /// <summary>The one before a rotation: signs, too, until <see cref="SecretBeforeUntil"/>.</summary>
    public string? SecretBefore { get; set; }

    public DateTimeOffset? SecretBeforeUntil { get; set; }

    /// <summary>A word of <see cref="WebhookState"/>.</summary>
    public required string State { get; set; }

    /// <summary>Why it was disabled: <c>gone</c> (the receiver answered 410), <c>failing</c> or <c>asked</c>.</summary>
    public string? DisabledWhy { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Events up to this one have become deliveries.</summary>
    public required long LastSeq { get; set; }

    /// <summary>Since when nothing has arrived; null while things do.</summary>
    public DateTimeOffset? FailingSince { get; set; }

    /// <summary>The receiver asked for a rest.</summary>
    public DateTimeOffset? PausedUntil { get; set; }
}

internal enum WebhookState { Active, Disabled }
