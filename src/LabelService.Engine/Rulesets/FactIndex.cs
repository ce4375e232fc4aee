using System.Collections.Frozen;
using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Naming;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Rulesets;

/// <summary>Everything that a text is searched for, built once a ruleset: names, phrases of rules, wordings of notices, age marks.</summary>
internal sealed class FactIndex
{
    private static readonly ImmutableArray<Phrase> CitingPhrases =
    [
        .. ReportingCues.Words.Select(c => Phrase.Of(c.Key, c.Value)!),
        .. KnownOutlets.All.SelectMany(o => o.Spellings.Select(s => Phrase.Of(s, new OutletName(o.Name, s))!)),
    ];

    public required PhraseIndex Phrases { get; init; }

    /// <summary>The names of all registries.</summary>
    public required NameIndex Names { get; init; }

    public required ImmutableArray<CompiledForm> Forms { get; init; }

    /// <summary>Which forms a word can belong to, by its stem.</summary>
    public required FrozenDictionary<uint, ImmutableArray<int>> FormsByStem { get; init; }

    /// <summary>A bit for the low part of each stem: most words are none.</summary>
    public required ulong[] StemBits { get; init; }

    public required ImmutableArray<AgeScale> AgeScales { get; init; }

    /// <summary>Entities by each of their domains and accounts, lower case.</summary>
    public required FrozenDictionary<string, ImmutableArray<Entity>> Hosts { get; init; }

    public bool MayStartForm(uint stem) => stem != 0 && (StemBits[(stem >> 1 & (uint)(StemBits.Length * 64 - 1)) >> 6] & (1UL << (int)(stem >> 1 & 63))) != 0;

    /// <summary>What the registries added; the next ruleset takes it over where they stay.</summary>
    private RegistryIndex Registries { get; init; } = null!;

    /// <param name="before">The index in use, of which is kept what did not change.</param>
    public static FactIndex Build(IEnumerable<Pack> packs, IEnumerable<Registry> registries, IEnumerable<Rule> rules, FactIndex? before = null)
    {
        var allPacks = packs.ToList();
        var known = RegistryIndex.Of(registries, before?.Registries);
        var scales = allPacks.SelectMany(p => p.AgeScales).ToImmutableArray();
        var forms = allPacks.SelectMany(p => p.Notices).Select(CompiledForm.Of).ToImmutableArray();
        var byStem = forms.SelectMany((f, i) => f.Pattern.Stems.Select(stem => (stem, i)))
            .GroupBy(p => p.stem, p => p.i).ToFrozenDictionary(g => g.Key, g => g.Distinct().ToImmutableArray());
        return new FactIndex
        {
            Registries = known,
            Phrases = new PhraseIndex([.. known.Phrases, .. AgePhrases(scales), .. TermPhrases(rules), .. CitingPhrases]),
            Names = known.Names,
            Forms = forms,
            FormsByStem = byStem,
            StemBits = Bits(byStem.Keys, byStem.Count),
            AgeScales = scales,
            Hosts = known.Hosts,
        };
    }

    private static IEnumerable<Phrase> AgePhrases(IEnumerable<AgeScale> scales) =>
        from scale in scales
        from mark in scale.Marks
        from text in mark.Phrases
        let phrase = Phrase.Of(text, new AgePhrase(scale, mark))
        where phrase is not null
        select phrase;

    private static IEnumerable<Phrase> TermPhrases(IEnumerable<Rule> rules) =>
        from rule in rules
        from terms in Terms(rule.When)
        from text in terms.Phrases.Distinct(StringComparer.Ordinal)
        let phrase = Phrase.Of(text, new TermName(terms, text))
        where phrase is not null
        select phrase;

    private static IEnumerable<TermsCondition> Terms(Condition condition) =>
        condition is TermsCondition terms ? [terms] : condition.Children.SelectMany(Terms);

    /// <summary>Sixteen bits and more for each stem, a power of two: a word that is none passes by chance once in a dozen at most.</summary>
    private static ulong[] Bits(IEnumerable<uint> stems, int count)
    {
        var bits = new ulong[Math.Max(16, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)count) / 4)];
        foreach (var stem in stems)
        {
            bits[(stem >> 1 & (uint)(bits.Length * 64 - 1)) >> 6] |= 1UL << (int)(stem >> 1 & 63);
        }

        return bits;
    }
}

internal sealed record CompiledForm(NoticeForm Form, NoticePattern Pattern)
{
    public static CompiledForm Of(NoticeForm form) => new(form, form.Compiled ?? NoticePattern.Parse(form.Pattern));
}

internal sealed record DomainName(Entity Entity, string Domain);

/// <summary>A host on which somebody registered has an account.</summary>
internal sealed record AccountHost(string Host);

internal sealed record AgePhrase(AgeScale Scale, AgeMark Mark);

internal sealed record TermName(TermsCondition Owner, string Phrase);

internal sealed record OutletName(string Name, string Spelling);
