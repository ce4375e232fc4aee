using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Grammar;

/// <summary>A name as a text has it, and the cases in which it can stand there.</summary>
public sealed record NameForm(string Text, ImmutableArray<GrammaticalCase> Cases);

/// <summary>A name in the nominative, with what it would be the name of.</summary>
internal sealed record NameReading(string Name, EntityKind Kind, Gender Gender, int Evidence);
