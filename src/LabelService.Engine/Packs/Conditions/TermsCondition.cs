using System.Collections.Immutable;
using LabelService.Engine.Facts;
namespace LabelService.Engine.Packs.Conditions;
public sealed record TermsCondition : Condition { public ImmutableArray<string> Phrases { get; init; } = []; public override Outcome Evaluate(ArticleFacts f, EvaluationContext c) => Outcome.No; }
