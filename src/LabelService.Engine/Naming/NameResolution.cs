using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>Settles what the places of one text say of each other: a longer name outweighs a part of it, a full name tells whose a surname is.</summary>
internal static class NameResolution
{
    public static void Resolve(List<NameHit> hits)
    {
        hits.Sort(Order);
        MarkNested(hits);
        MarkNamesakes(hits);
        if (hits.Exists(h => h.Kind == NameKind.Surname || h.Reason == NameReason.RareName))
        {
            Settle(hits);
        }
    }

    private static int Order(NameHit a, NameHit b) =>
        a.Start != b.Start ? a.Start.CompareTo(b.Start)
        : a.End != b.End ? b.End.CompareTo(a.End)
        : a.Certainty != b.Certainty ? a.Certainty.CompareTo(b.Certainty)
        : a.Kind != b.Kind ? a.Kind.CompareTo(b.Kind)
        : string.CompareOrdinal(a.Entity.Id, b.Entity.Id);

    /// <summary>A name inside a longer one is a part of it. Names of one range are all kept, each entity's strongest.</summary>
    private static void MarkNested(List<NameHit> hits)
    {
        var reach = new NameHit(null!, default, -1, -1, 0, 0, default);
        for (var i = 0; i < hits.Count; i++)
        {
            var hit = hits[i];
            if (hit.Certainty == Certainty.Rejected)
            {
                continue;
            }

            if (reach.Contains(hit) && reach.Length > hit.Length)
            {
                hits[i] = hit with { Reason = ReferenceEquals(reach.Entity, hit.Entity) ? NameReason.LongerWord : NameReason.InsideName };
            }
            else if (hit.End > reach.End)
            {
                reach = hit;
            }
        }
    }

    /// <summary>Where one name at one place is borne by several, none of them is sure.</summary>
    private static void MarkNamesakes(List<NameHit> hits)
    {
        for (int i = 0, next; i < hits.Count; i = next)
        {
            var shared = false;
            for (next = i + 1; next < hits.Count && hits[next].Start == hits[i].Start && hits[next].End == hits[i].End; next++)
            {
                shared |= hits[next].Certainty != Certainty.Rejected && !IsSame(hits[next].Entity, hits[i].Entity);
            }

            for (var j = i; shared && j < next; j++)
            {
                if (hits[j].Certainty == Certainty.Certain || hits[j].Reason is NameReason.SharedName)
                {
                    hits[j] = hits[j] with { Reason = NameReason.Namesake };
                }
            }
        }
    }

    /// <summary>Two registers that list a body of one name list one body; two persons of one name may be two.</summary>
    private static bool IsSame(Entity one, Entity other) => ReferenceEquals(one, other)
        || (one.Kind != EntityKind.Person && other.Kind != EntityKind.Person && one.Registry != other.Registry && NameKey.Of(one.Name) == NameKey.Of(other.Name));

    /// <summary>
    /// A rare name is nobody's for certain where the text itself names another bearer. A surname alone is that of the one bearer whom the text names in full: not where it names several, or more often somebody of
    /// this surname whom no register includes.
    /// </summary>
    private static void Settle(List<NameHit> hits)
    {
        var named = new Dictionary<Entity, int>(ReferenceEqualityComparer.Instance);
        var others = new Dictionary<Entity, int>(ReferenceEqualityComparer.Instance);
        foreach (var hit in hits)
        {
            if (hit.Kind is NameKind.Registered or NameKind.GivenAndSurname or NameKind.Initials && hit.Certainty != Certainty.Rejected)
            {
                named[hit.Entity] = named.GetValueOrDefault(hit.Entity) + 1;
            }
            else if (hit.Reason is NameReason.OtherGivenName or NameReason.OtherInitials or NameReason.OtherPatronymic)
            {
                others[hit.Entity] = others.GetValueOrDefault(hit.Entity) + 1;
            }
        }

        for (int i = 0, next; i < hits.Count; i = next)
        {
            next = EndOfPlace(hits, i);
            var bearers = NamedBearers(hits, i, next, named);
            for (var j = i; j < next; j++)
            {
                if (hits[j].Reason == NameReason.RareName && others.ContainsKey(hits[j].Entity))
                {
                    hits[j] = hits[j] with { Reason = NameReason.SharedName };
                }
                else if (hits[j].Kind == NameKind.Surname && hits[j].Reason is NameReason.SharedSurname or NameReason.SurnameOnly)
                {
                    hits[j] = hits[j] with { Reason = OfSurname(hits[j], bearers, named, others) };
                }
            }
        }
    }

    /// <summary>Behind the last of the hits that begin where this one does.</summary>
    private static int EndOfPlace(List<NameHit> hits, int first)
    {
        var next = first + 1;
        while (next < hits.Count && hits[next].Start == hits[first].Start)
        {
            next++;
        }

        return next;
    }

    /// <summary>How many whom the text names bear a surname; one of them may bear it in several of their names.</summary>
    private static int NamedBearers(List<NameHit> hits, int from, int to, Dictionary<Entity, int> named)
    {
        var bearers = 0;
        for (var i = from; i < to; i++)
        {
            var isFirst = hits.FindIndex(from, i - from, h => h.Kind == NameKind.Surname && ReferenceEquals(h.Entity, hits[i].Entity)) < 0;
            bearers += isFirst && hits[i].Kind == NameKind.Surname && named.ContainsKey(hits[i].Entity) ? 1 : 0;
        }

        return bearers;
    }

    private static NameReason OfSurname(NameHit hit, int bearers, Dictionary<Entity, int> named, Dictionary<Entity, int> others)
    {
        var mine = named.GetValueOrDefault(hit.Entity);
        var isMine = others.GetValueOrDefault(hit.Entity) <= mine && (mine > 0 ? bearers == 1 : hit.Reason == NameReason.SurnameOnly);
        return isMine ? NameReason.SurnameOnly : NameReason.SharedSurname;
    }
}
