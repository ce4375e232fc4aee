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
        Settle(hits);
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
                hits[i] = hit with { Reason = NameReason.LongerWord };
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
                shared |= hits[next].Certainty != Certainty.Rejected && !ReferenceEquals(hits[next].Entity, hits[i].Entity);
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

    /// <summary>A shared surname is that of the one bearer whom the text names; a rare name with a namesake in the text is shared.</summary>
    private static void Settle(List<NameHit> hits)
    {
        HashSet<Entity>? named = null;
        foreach (var hit in hits)
        {
            if (hit.Certainty != Certainty.Rejected && hit.Kind is NameKind.Registered or NameKind.GivenAndSurname or NameKind.Initials)
            {
                (named ??= []).Add(hit.Entity);
            }
        }

        for (var i = 0; i < hits.Count; i++)
        {
            if (hits[i].Reason == NameReason.SharedSurname && named is not null && named.Contains(hits[i].Entity))
            {
                hits[i] = hits[i] with { Reason = NameReason.SurnameOnly };
            }
        }
    }
}
