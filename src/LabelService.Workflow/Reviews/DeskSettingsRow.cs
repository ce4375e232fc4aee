namespace LabelService.Workflow.Reviews;

/// <summary>How one person works at the desk: what is routed to them, which keys they press, which filters they keep.</summary>
internal sealed class DeskSettingsRow
{
    public required string AccountId { get; init; }

    /// <summary>Languages of the articles routed to them, a line each; empty for all.</summary>
    public string Languages { get; set; } = "";

    /// <summary>Rules routed to them, a line each: an id or the beginning of one; empty for all.</summary>
    public string Rules { get; set; } = "";

    /// <summary>Changed keys, as JSON: action to key.</summary>
    public string Keys { get; set; } = "{}";

    /// <summary>Saved filters, as JSON: name to query string.</summary>
    public string Filters { get; set; } = "{}";
}
