using System.Text.Json.Serialization;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Reviews;

[JsonConverter(typeof(KebabEnumConverter<DecisionAction>))]
public enum DecisionAction
{
    /// <summary>It is certain.</summary>
    Approve,

    /// <summary>It is taken from the labels.</summary>
    Reject,

    /// <summary>It is certain, in other words.</summary>
    Edit,
}

/// <summary>How far a decision holds beyond the very place it was made on.</summary>
[JsonConverter(typeof(KebabEnumConverter<RememberScope>))]
public enum RememberScope { Article, Author, Site }

/// <summary>What became of a decision.</summary>
internal enum DecisionState
{
    /// <summary>The first of two persons made it.</summary>
    Proposed,
    Binding,

    /// <summary>Two persons disagreed: a senior decides.</summary>
    Disputed,

    /// <summary>Taken back by who made it.</summary>
    Undone,

    /// <summary>Decided again.</summary>
    Replaced,

    /// <summary>Its rule, entry or words are gone.</summary>
    Ended,
}
