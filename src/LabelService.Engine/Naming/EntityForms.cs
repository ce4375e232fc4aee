using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>
/// The forms by which an entity is found, for a person to read: not the thousands that a text is searched for, but those that stand for
/// them. Each is tried on the names themselves, so what is said of a form is what a text with it would get.
/// </summary>
internal static class EntityForms
{
    /// <summary>Names of one entity that are shown; the longest entries of the registers have some sixty.</summary>
    private const int MostNames = 100;

    /// <param name="entity">One of those that <paramref name="index"/> was made from.</param>
    public static ImmutableArray<NameForms> Of(Entity entity, NameIndex index)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return
        [
            .. NameVariants.Of(entity).OrderBy(n => n.Kind).Where(n => seen.Add(NameKey.Of(n.Name))).Take(MostNames)
                .Select(n => new NameForms(n.Name, n.Kind, Groups(entity, n.Name, n.Kind, index)))
                .Where(n => n.Groups.Length > 0),
        ];
    }

    private static ImmutableArray<FormGroup> Groups(Entity entity, string name, NameKind kind, NameIndex index)
    {
        var shapes = IsPersons(entity, name, kind) ? PersonForms.Of(name, entity.Gender) : TitleShapes.Of(name, kind);
        return [.. shapes.SelectMany(s => Tried(entity, s.Shape, Merged(s.Forms), index))];
    }

    /// <summary>As the index takes it: a pseudonym such as «Лесной Кот» is a title.</summary>
    private static bool IsPersons(Entity entity, string name, NameKind kind) =>
        entity.Kind == EntityKind.Person && PersonReading.Of(name, entity.Gender) is { } person && (kind == NameKind.Registered || person.IsLikely);

    /// <summary>Cases that are written alike are one form.</summary>
    private static IEnumerable<EntityForm> Merged(IEnumerable<(string Text, GrammaticalCase? Case)> forms) => forms
        .GroupBy(f => f.Text, StringComparer.Ordinal)
        .Select(g => new EntityForm(g.Key, [.. g.Select(f => f.Case).OfType<GrammaticalCase>().Distinct()]));

    private static IEnumerable<FormGroup> Tried(Entity entity, FormShape shape, IEnumerable<EntityForm> forms, NameIndex index) => forms
        .Select(form => (Form: form, Reason: Try(entity, form.Text, index)))
        .Where(tried => tried.Reason is not null)
        .GroupBy(tried => tried.Reason!.Value, tried => tried.Form)
        .Select(g => new FormGroup(shape, g.Key, [.. g]));

    /// <summary>What a find of the whole form would be; null where the form is not found as this entity.</summary>
    private static NameReason? Try(Entity entity, string form, NameIndex index)
    {
        var hits = NameFinder.Find(form, index).FindAll(h => ReferenceEquals(h.Entity, entity) && IsWhole(form, h));
        return hits.Count == 0 ? null : hits.MinBy(h => (h.Certainty, -NameReasons.Confidence(h.Reason))).Reason;
    }

    /// <summary>Marks, an English possessive and the word that goes before a title may stand outside.</summary>
    private static bool IsWhole(string form, NameHit hit)
    {
        var (before, behind) = (form[..hit.Start], form[hit.End..]);
        return (behind == "'s" || !behind.Any(char.IsLetterOrDigit)) && (!before.Any(char.IsLetterOrDigit) || TitlePlace.FollowsClassWord(form, hit.Start));
    }
}

/// <summary>One name of an entity and what is found by it.</summary>
public sealed record NameForms(string Name, NameKind Kind, ImmutableArray<FormGroup> Groups);

/// <summary>Forms of one shape that leave a find equally sure.</summary>
public sealed record FormGroup(FormShape Shape, NameReason Reason, ImmutableArray<EntityForm> Forms)
{
    public Certainty Certainty => NameReasons.CertaintyOf(Reason);
}

/// <param name="Cases">The cases that are written so; empty where the form has none.</param>
public sealed record EntityForm(string Text, ImmutableArray<GrammaticalCase> Cases);

/// <summary>What of a name a form gives and how it writes it.</summary>
public enum FormShape
{
    /// <summary>Of a person: given name, patronymic and surname.</summary>
    FullName,

    GivenAndSurname,

    Latin,

    Initials,

    SurnameAlone,

    /// <summary>Of a body or a pseudonym: the words, in all cases.</summary>
    Words,

    /// <summary>The words in quotes or behind a word such as «издание».</summary>
    Quoted,
}
