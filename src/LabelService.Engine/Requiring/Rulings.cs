using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LabelService.Engine.Requiring;

/// <summary>The decisions that bind for one article, by the id of the disclosure: beside article, day, ruleset and exceptions, an input of their own.</summary>
public sealed record Rulings(FrozenDictionary<string, Ruling> ByDisclosure)
{
    /// <summary>An age mark has no disclosure; its question is known by this and the scale.</summary>
    public const string AgeQuestion = "age:";

    public static readonly Rulings None = new(FrozenDictionary<string, Ruling>.Empty);

    /// <summary>What is required once the decisions are heard: approved demands are certain, rejected ones gone, with the age mark that hung on them.</summary>
    internal Requirements Over(Requirements all)
    {
        if (ByDisclosure.Count == 0)
        {
            return all;
        }

        var ruled = all.Disclosures.Select(d => (Demand: d, Ruling: Of(d))).ToList();
        return all with
        {
            Disclosures = [.. ruled.Where(r => r.Ruling is not { Required: false }).Select(r => r.Ruling is { } yes ? Certain(r.Demand, yes) : r.Demand)],
            Ages = [.. all.Ages.Select(age => Age(age, ruled)).OfType<AgeDemand>()],
        };
    }

    private Ruling? Of(DisclosureDemand demand) => ByDisclosure.GetValueOrDefault(demand.Id);

    private static DisclosureDemand Certain(DisclosureDemand demand, Ruling ruling) => demand with
    {
        Certain = true,
        EndedOnly = false,
        IsApproved = true,
        Edited = ruling.Text,
    };

    /// <summary>A mark that a rule asks for beside its disclosures follows them: gone with the last of them, certain with the first.</summary>
    private AgeDemand? Age(AgeDemand age, List<(DisclosureDemand Demand, Ruling? Ruling)> ruled)
    {
        if (ByDisclosure.GetValueOrDefault(AgeQuestion + age.What.Scale) is { } own)
        {
            return own.Required ? age with { Certain = true, EndedOnly = false } : null;
        }

        var beside = ruled.Where(r => r.Demand.Rule == age.Rule).ToList();
        if (beside.Count > 0 && beside.TrueForAll(r => r.Ruling is { Required: false }))
        {
            return null;
        }

        return beside.Exists(r => r.Ruling is { Required: true }) ? age with { Certain = true, EndedOnly = false } : age;
    }
}
