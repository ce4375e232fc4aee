using System.Text.Json.Serialization;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Feedback;

/// <summary>What an editor says about a check: that a finding was wrong, or that one was missed.</summary>
public sealed record FeedbackRequest
{
    public required FeedbackKind Kind { get; init; }

    /// <summary>The disclosure that was wrong, by its id.</summary>
    public string? DisclosureId { get; init; }

    /// <summary>The rule that fired wrongly or should have fired.</summary>
    public string? Rule { get; init; }

    public string? Comment { get; init; }
}

[JsonConverter(typeof(KebabEnumConverter<FeedbackKind>))]
public enum FeedbackKind { Wrong, Missed }

/// <summary>The receipt.</summary>
/// <param name="Stored">False with a test key.</param>
public sealed record FeedbackReceipt(string Id, string CheckId, bool Stored);
