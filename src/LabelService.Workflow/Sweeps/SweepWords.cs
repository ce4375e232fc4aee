using System.Text.Json.Serialization;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Sweeps;

/// <summary>How far a sweep is.</summary>
[JsonConverter(typeof(KebabEnumConverter<SweepPhase>))]
public enum SweepPhase
{
    /// <summary>Which articles the change can touch is not known yet.</summary>
    Planned,

    /// <summary>Looks at them and writes down what differs; changes nothing.</summary>
    Counting,

    /// <summary>More would change than the limit: somebody must confirm.</summary>
    Waiting,

    /// <summary>Changes what the articles must carry.</summary>
    Applying,

    Done,
    Cancelled,
}

[JsonConverter(typeof(KebabEnumConverter<SweepScope>))]
public enum SweepScope
{
    /// <summary>What the last change can touch.</summary>
    Changed,

    /// <summary>Every stored article.</summary>
    All,

    /// <summary>What was checked by a node that had older rules.</summary>
    Late,
}

[JsonConverter(typeof(KebabEnumConverter<SweepResultState>))]
public enum SweepResultState
{
    /// <summary>It would change.</summary>
    Found,

    /// <summary>It was looked at again, and changed where it still had to.</summary>
    Applied,

    /// <summary>It could not be read or checked.</summary>
    Failed,
}

/// <summary>What becomes of an article; several may hold.</summary>
[Flags]
internal enum SweepEffects
{
    None = 0,
    NewlyMissing = 1,
    NewlyUnneeded = 2,
    Changed = 4,
    Pending = 8,
}
