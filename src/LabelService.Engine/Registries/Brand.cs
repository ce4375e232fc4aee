using LabelService.Engine.Model;

namespace LabelService.Engine.Registries;

/// <summary>A row of a registry's brand list: the name under which readers know an entity.</summary>
/// <param name="Owner">The entity's id, or its name as the register writes it.</param>
/// <param name="Quoted">Whether the brand is an ordinary word and counts only in quotes or beside a word such as «телеканал».</param>
internal sealed record Brand(string Owner, string Name, bool Quoted, Position At);
