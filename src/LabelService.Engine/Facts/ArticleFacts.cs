using System.Collections.Immutable;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Facts;

/// <summary>Everything found in an article that a rule can ask about, each with its place.</summary>
public sealed record ArticleFacts
{
    public required ReadArticle Article { get; init; }
    public required ArticleParts Parts { get; init; }
    public ImmutableArray<EntityFact> Entities { get; init; } = [];
    public ImmutableArray<NoticeFact> Notices { get; init; } = [];
    public ImmutableArray<AgeMarkFact> AgeMarks { get; init; } = [];

    /// <summary>Hits of the phrases that conditions asked for, by the condition that owns them.</summary>
    public ImmutableArray<TermFact> Terms { get; init; } = [];

    public SourceReport? Source { get; init; }
    public ImmutableArray<QuotedReport> Quoted { get; init; } = [];
    public ImmutableArray<NearMiss> NearMisses { get; init; } = [];

    /// <summary>Ids of the exceptions that decided whom words mean.</summary>
    public ImmutableArray<string> UsedExceptions { get; init; } = [];

    public CheckRequest Request => Article.Request;

    /// <summary>What patterns are asked by first; made where a pattern asks.</summary>
    internal TextGrams Grams => _grams ??= GramsOf(Article);

    private TextGrams? _grams;

    private static TextGrams GramsOf(ReadArticle article)
    {
        var grams = new TextGrams();
        foreach (var field in article.Fields)
        {
            grams.Add(field.Text);
        }

        return grams;
    }
}

/// <summary>An entity in its strongest role, with all evidence for that role.</summary>
/// <param name="Certain">False where a moderator must confirm that it is this entity.</param>
/// <param name="Material">For a source: whether the article is the source's own or reposted by another publisher.</param>
public sealed record EntityFact(
    Entity Entity, Role Role, bool Certain, double Confidence, MaterialKind Material, string Why, ImmutableArray<Evidence> Evidence);

public enum MaterialKind { Own, Repost }

/// <summary>A notice that the article already carries.</summary>
/// <param name="SubjectText">The body it names, as written; null where it names nobody.</param>
/// <param name="Subjects">The registered entities that the name can mean; several where it is shared.</param>
/// <param name="BeforeBody">Whether it stands before the first paragraph of the article.</param>
public sealed record NoticeFact(
    NoticeForm Form, string? SubjectText, ImmutableArray<Entity> Subjects, bool BeforeBody, Evidence Evidence, string Field, int Start, int End);

public sealed record AgeMarkFact(string Scale, string Value, Evidence Evidence, string Field, int Start, int End);

/// <param name="Owner">The condition whose phrase it is.</param>
/// <param name="Phrase">The phrase as the condition lists it.</param>
public sealed record TermFact(object Owner, string Phrase, Evidence Evidence);
