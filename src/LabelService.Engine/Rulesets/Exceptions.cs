using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Rulesets;

/// <summary>What moderators remembered and administrators suppressed: an input of a check beside the ruleset.</summary>
/// <param name="Version"><c>sha256:</c> and a hash of the content.</param>
public sealed record Exceptions(string Version, ImmutableArray<NameException> Names)
{
    private readonly ILookup<string, NameException> _byEntity = Names.ToLookup(n => n.Entity, StringComparer.Ordinal);

    public static readonly Exceptions None = new("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", []);

    public bool IsEmpty => Names.IsEmpty && Brakes.IsEmpty;

    /// <summary>Rules that were too often wrong: their hits go to a moderator, or only into the counts.</summary>
    public ImmutableSortedDictionary<string, Brake> Brakes { get; init; } = ImmutableSortedDictionary<string, Brake>.Empty;

    /// <summary>These and more, under a version that covers both.</summary>
    public Exceptions With(ImmutableArray<NameException> more, ImmutableSortedDictionary<string, Brake> brakes)
    {
        var words = more.Select(n => $"{n.Id} {n.Entity} {n.Says} {n.Article} {n.Author} {n.Words} {n.Until:yyyy-MM-dd}").Concat(brakes.Select(b => $"{b.Key} {b.Value}"));
        return new Exceptions(RuleFiles.Hash(Version, string.Join('\n', words)), [.. Names, .. more]) { Brakes = brakes };
    }

    public IEnumerable<NameException> Of(string entity) => _byEntity[entity];

    /// <summary>A warning for each that has ended: it does nothing any more.</summary>
    public IEnumerable<RuleFileError> Ended(DateOnly today) =>
        from name in Names
        where name.HasEnded(today)
        select new RuleFileError(name.Position.File, name.Position.Line, name.Position.Column, "exception-ended", $"the exception of {name.Owner} for '{name.Entity}' ended on {name.Until:yyyy-MM-dd}; renew it or remove it");

    /// <summary>Those that have not ended on a day, under a version of their own; a check reads no clock, so its caller says the day.</summary>
    public Exceptions On(DateOnly today)
    {
        if (!Names.Any(n => n.HasEnded(today)))
        {
            return this;
        }

        var left = Names.RemoveAll(n => n.HasEnded(today));
        return left.IsEmpty ? None : new Exceptions(RuleFiles.Hash(Version, string.Join(' ', left.Select(n => n.Id))), left);
    }
}

/// <summary>How far a rule is braked.</summary>
public enum Brake { Review, Shadow }

public enum ExceptionSays
{
    /// <summary>The words mean somebody else.</summary>
    NotThisOne,

    /// <summary>The words mean the entity, however little they say.</summary>
    ThisOne,
}

/// <summary>One decision about whom words mean, by whom, why, where and until when.</summary>
/// <param name="Id">Told from others by this in logs and lists: the line of its file, or the decision's id.</param>
/// <param name="Article">The <c>externalId</c> or address of the one article that it is for; null for all.</param>
/// <param name="Author">The name of the author whose articles it is for; null for all.</param>
/// <param name="Words">The words in the text that it is about, in any case and letters; null for every find of the entity.</param>
/// <param name="Until">The first day on which it no longer holds; null where it has no end.</param>
public sealed record NameException(
    string Id, string Entity, ExceptionSays Says, string? Article, string? Author, string? Words, string Reason, string Owner, DateOnly? Until, Position Position)
{
    public bool HasEnded(DateOnly today) => Until is { } until && today >= until;
}
