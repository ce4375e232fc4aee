using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Conditions;

/// <summary>A question about the facts of an article. Conditions are pure and hold no state of a check.</summary>
public abstract record Condition
{
    public Position Position { get; init; }

    public abstract Outcome Evaluate(ArticleFacts facts, EvaluationContext context);

    /// <summary>The conditions inside this one, for whoever walks the tree.</summary>
    public virtual ImmutableArray<Condition> Children => [];

    /// <summary>The same condition, told what it must know of the other rules; called once, when a ruleset is put together.</summary>
    public virtual Condition Bind(RulesetFacts facts) => this;

    /// <summary>This condition and all inside it, outermost first.</summary>
    public IEnumerable<Condition> Tree() => Children.SelectMany(c => c.Tree()).Prepend(this);
}

/// <summary>What conditions may know of the ruleset as a whole.</summary>
public sealed record RulesetFacts(ImmutableArray<RepostRule> RepostRules);

/// <summary>A rule that is on and speaks of reposted material of a registry's entities, with its days of effect.</summary>
public sealed record RepostRule(string Registry, DateOnly? From, DateOnly? Until)
{
    /// <summary>On an unknown day every rule counts as in force.</summary>
    public bool InForce(DateOnly? day) => day is not { } known || ((From is not { } from || from <= known) && (Until is not { } until || known < until));
}

/// <summary>What a condition came to: whether it holds, for whom, and by which evidence.</summary>
public sealed record Outcome(bool Holds)
{
    public static readonly Outcome No = new(false);
    public static readonly Outcome Yes = new(true);

    /// <summary>An outcome that says no more than whether it holds.</summary>
    public static Outcome Of(bool holds) => holds ? Yes : No;

    /// <summary>The entities for which it holds, when the condition is about entities.</summary>
    public ImmutableArray<SubjectMatch> Subjects { get; init; } = [];

    public ImmutableArray<Evidence> Evidence { get; init; } = [];

    /// <summary>0 to 1; the weakest of what it rests on.</summary>
    public double Confidence { get; init; } = 1;

    /// <summary>Why it holds or does not, for the trace: a clause without a full stop, such as "no listed entity is author or source".</summary>
    public string Because { get; init; } = "";
}

/// <summary>An entity for which a rule holds.</summary>
/// <param name="Listing">The listing period that counts on the day.</param>
/// <param name="EndedOnly">On an unknown day: no listing without end would ask for it.</param>
public sealed record SubjectMatch(EntityFact Fact, Registries.Listing Listing, bool EndedOnly);

/// <summary>What conditions may know besides the facts.</summary>
/// <param name="Day">The day that the rule's law looks at; null where it is unknown.</param>
/// <param name="Published">The day of publication, null where it is unknown.</param>
/// <param name="Asked">The day asked about, null where it is unknown.</param>
/// <param name="Fired">Whether another rule has fired, by its id; rules are evaluated in the order their references ask for.</param>
public sealed record EvaluationContext(DateOnly? Day, DateOnly? Published, DateOnly? Asked, Func<string, bool> Fired)
{
    /// <summary>Whether somebody reads <see cref="Outcome.Because"/>; most checks ask for no trace, and its sentences cost more than the conditions.</summary>
    public bool Explains { get; init; } = true;
}
