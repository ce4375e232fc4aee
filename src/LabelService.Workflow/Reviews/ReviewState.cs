using System.Text.Json.Serialization;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Reviews;

/// <summary>The contract's states of a review.</summary>
[JsonConverter(typeof(KebabEnumConverter<ReviewState>))]
public enum ReviewState
{
    Open,
    Claimed,

    /// <summary>Left to a senior.</summary>
    Escalated,
    Decided,

    /// <summary>Decided once, and to be decided again by somebody else.</summary>
    Appealed,

    /// <summary>The article or the rules changed, and the question with them.</summary>
    Superseded,
}
