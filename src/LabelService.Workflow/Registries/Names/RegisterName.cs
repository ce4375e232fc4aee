using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>What a name cell of a register says.</summary>
internal sealed record RegisterName(string Name)
{
    public ImmutableArray<string> Aliases { get; init; } = [];
    public ImmutableArray<string> QuotedAliases { get; init; } = [];
    public string? NameEn { get; init; }
    public string? Country { get; init; }
    public Gender Gender { get; init; }
}
