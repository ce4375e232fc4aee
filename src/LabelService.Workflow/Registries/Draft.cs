using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries;

/// <summary>An entity without its id yet.</summary>
/// <param name="Key">The source's own lasting key, where it has one.</param>
internal sealed record Draft(Entity Entity, string? Key);
