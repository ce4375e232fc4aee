using System.Collections.Immutable;

namespace LabelService.Engine.Registries;

/// <summary>
/// Recognises the entities of one state of a register in another: by the number and day of a listing, which a register never gives
/// twice, else by id, else by a name, former name or alias. The id comes second: two exports read each for itself may give one id to
/// two bodies of like name.
/// </summary>
public sealed class EntityRecognition
{
    private readonly ImmutableArray<(Func<Entity, IEnumerable<string>> Signs, Dictionary<string, Entity> Known)> _signs;

    public EntityRecognition(IEnumerable<Entity> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var entities = known.ToList();
        Func<Entity, IEnumerable<string>>[] signs = [Numbers, Ids, Names, AllNames];
        _signs = [.. signs.Select(s => (s, Index(entities, s)))];
    }

    /// <returns>The known entity of each that is recognised; no known one is given twice.</returns>
    public IReadOnlyDictionary<Entity, Entity> Pair(IEnumerable<Entity> entities)
    {
        ArgumentNullException.ThrowIfNull(entities);
        var pairs = new Dictionary<Entity, Entity>(ReferenceEqualityComparer.Instance);
        var taken = new HashSet<Entity>(ReferenceEqualityComparer.Instance);
        var open = entities.ToList();
        // The surest sign first, for all of them: a name must not take what another's number stands for.
        foreach (var (signs, known) in _signs)
        {
            foreach (var entity in open.Where(e => !pairs.ContainsKey(e)))
            {
                var found = signs(entity).Select(known.GetValueOrDefault).FirstOrDefault(k => k is not null && !taken.Contains(k));
                if (found is not null)
                {
                    pairs.Add(entity, found);
                    taken.Add(found);
                }
            }
        }

        return pairs;
    }

    private static Dictionary<string, Entity> Index(List<Entity> entities, Func<Entity, IEnumerable<string>> signs)
    {
        var index = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var entity in entities)
        {
            foreach (var sign in signs(entity))
            {
                index.TryAdd(sign, entity);
            }
        }

        return index;
    }

    private static IEnumerable<string> Ids(Entity e) => e.Id.Length > 0 ? [e.Id] : [];

    private static IEnumerable<string> Numbers(Entity e) =>
        e.Listings.Where(l => l.Source is { Length: > 0 }).Select(l => $"{l.Source} {l.From:yyyy-MM-dd}");

    private static IEnumerable<string> Names(Entity e) => [NameKey.Of(e.Name)];

    private static IEnumerable<string> AllNames(Entity e) => e.Aliases.Prepend(e.Name).Select(NameKey.Of).Where(k => k.Length > 0);
}
