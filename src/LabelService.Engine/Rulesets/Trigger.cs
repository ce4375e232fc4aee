using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Rulesets;

/// <summary>Facts of which at least one is there whenever a condition holds; the reverse need not be so.</summary>
/// <param name="Rank">How few articles have them: of several triggers the rarest serves best.</param>
internal sealed record Trigger(ImmutableArray<object> Keys, int Rank)
{
    private const string Media = "media";
    private const int Rare = 3;
    private const int Seldom = 2;
    private const int Often = 1;

    /// <param name="earlier">Triggers of the rules that are evaluated before, by id; null for those that have none.</param>
    /// <returns>Null where nothing cheap tells that it cannot hold.</returns>
    public static Trigger? Of(Condition condition, IReadOnlyDictionary<string, Trigger?> earlier) => condition switch
    {
        AllCondition all => all.Conditions.Select(c => Of(c, earlier)).MaxBy(t => t?.Rank ?? 0),
        AnyCondition any => Joined([.. any.Conditions.Select(c => Of(c, earlier))]),
        TermsCondition terms => new([terms], Rare),
        EntityCondition or FormerCondition => new([.. ConditionKinds.RegistriesOf(condition).Select(Registry)], Rare),
        AttributeCondition { Exists: not false } attribute => new([.. AttributeNames(attribute.Name)], Rare),
        SectionCondition section => new([.. section.Sections.Select(Section)], Seldom),
        TagCondition tag => new([.. tag.Tags.Select(Tag)], Seldom),
        MediaCondition => new([Media], Seldom),
        KindCondition kind => new([.. kind.Kinds.Select(Kind)], kind.Kinds.Contains(ArticleKind.News) ? Often : Seldom),
        // A rule that nobody evaluates never fires.
        RuleCondition { Fired: true } rule => earlier.TryGetValue(rule.Rule, out var trigger) ? trigger : new([], Rare),
        _ => null,
    };

    /// <summary>The words that an article has; terms aside, which are known by themselves.</summary>
    public static IEnumerable<string> WordsOf(ArticleFacts facts)
    {
        foreach (var registry in facts.Entities.Select(e => e.Entity.Registry).Distinct(StringComparer.Ordinal))
        {
            yield return Registry(registry);
        }

        foreach (var word in WordsOf(facts.Request.Article))
        {
            yield return word;
        }
    }

    /// <summary>Those of them that the CMS says, whatever the rules and registries.</summary>
    public static IEnumerable<string> WordsOf(Article article)
    {
        yield return Kind(article.Kind);
        foreach (var name in article.Attributes?.Keys ?? [])
        {
            yield return Attribute(name);
        }

        if (article.Section is { } section)
        {
            yield return Section(section.Trim());
        }

        foreach (var tag in article.Tags is { IsDefault: false } tags ? tags : [])
        {
            yield return Tag(tag?.Trim() ?? "");
        }

        if (article.Media is { IsDefaultOrEmpty: false })
        {
            yield return Media;
        }
    }

    private static Trigger? Joined(ImmutableArray<Trigger?> parts) => parts.Contains(null) ? null : new(
        [.. parts.SelectMany(p => p!.Keys).Distinct()], parts.Min(p => p!.Rank));

    /// <summary>An attribute of the whole name goes first; else the path's first name leads on.</summary>
    private static IEnumerable<string> AttributeNames(string path) => new[] { path, path.Split('.')[0] }.Distinct(StringComparer.Ordinal).Select(Attribute);

    private static string Kind(ArticleKind kind) => Kebab<ArticleKind>.Word(kind);

    private static string Registry(string id) => "registry " + id;

    private static string Attribute(string name) => "attribute " + name;

    private static string Section(string name) => "section " + name;

    private static string Tag(string name) => "tag " + name;
}
