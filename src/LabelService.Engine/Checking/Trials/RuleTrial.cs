using System.Collections.Immutable;
using LabelService.Engine.Packs;

namespace LabelService.Engine.Checking.Trials;

/// <summary>What every rule made of every case article of all packs.</summary>
/// <param name="Articles">How many articles there were.</param>
/// <param name="Rules">In the order of the packs.</param>
internal sealed record RuleTrial(int Articles, ImmutableArray<TriedRule> Rules);

/// <param name="Fired">Articles on which it fired, its own cases among them, in any of the ways in which it was tried.</param>
/// <param name="FiredInOwn">Whether one of them is among its own cases.</param>
/// <param name="AsShipped">For whom it fired where all rules stand as their packs say; articles of an unknown day aside.</param>
/// <param name="AllOn">The same where all rules are on.</param>
internal sealed record TriedRule(Rule Rule, ImmutableHashSet<int> Fired, bool FiredInOwn, ImmutableHashSet<Firing> AsShipped, ImmutableHashSet<Firing> AllOn);

/// <param name="Subject">The entity for which it fired, with its role; empty where it is about none.</param>
internal readonly record struct Firing(int Article, string Subject);
