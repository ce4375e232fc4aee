using System.Collections.Immutable;

namespace LabelService.Engine.Requiring;

/// <summary>What a moderator decided about one disclosure of one article.</summary>
/// <param name="Required">Approved: it is certain. Otherwise rejected: nothing asks for it.</param>
/// <param name="Text">The wording by language, where the moderator changed it; null for the rule's own.</param>
public sealed record Ruling(bool Required, ImmutableSortedDictionary<string, string>? Text = null);
