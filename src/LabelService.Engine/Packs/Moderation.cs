namespace LabelService.Engine.Packs;

/// <summary>What a rule asks of moderators. The engine only carries it; the queue acts by it.</summary>
/// <param name="WithinHours">After how long a question is overdue where the article has no planned time; null for the service's own setting.</param>
/// <param name="Persons">How many must agree: 1 or 2.</param>
/// <param name="MinUpheld">The share of hits that moderators must uphold, from 0 to 1, below which the rule is braked; null where it is never braked.</param>
public sealed record Moderation(double? WithinHours, int Persons, double? MinUpheld)
{
    public static readonly Moderation Usual = new(null, 1, null);
}
