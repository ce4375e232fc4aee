using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>Gathers what the fields, lines and addresses say of each registered entity, and keeps its strongest role.</summary>
internal sealed class EntityFinder(ReadArticle article, ArticleParts parts, FactIndex index)
{
    /// <summary>Places shown for one entity; a name repeated all over an article needs no more.</summary>
    private const int MostEvidence = 20;

    private readonly Dictionary<Entity, Gathered> _gathered = [];
    private readonly List<NearMiss> _nearMisses = [];

    public ImmutableArray<NearMiss> NearMisses => [.. _nearMisses];

    public ImmutableArray<EntityFact> Find(IEnumerable<FieldScan> scans)
    {
        foreach (var scan in scans)
        {
            FindInField(scan);
        }

        FindInAddresses();
        var material = new MaterialJudge(article);
        return [.. _gathered.Select(g => g.Value.ToFact(g.Key, material)).OrderBy(f => f.Role).ThenBy(f => f.Entity.Id, StringComparer.Ordinal)];
    }

    private void FindInField(FieldScan scan)
    {
        foreach (var hit in scan.Hits)
        {
            switch (hit.Phrase.Meaning)
            {
                case EntityName name:
                    TakeName(scan, hit, name);
                    break;
                case DomainName domain when NameTests.IsWholeHost(scan.Field.Text, hit.Start, hit.End, domain.Domain):
                    TakeDomain(scan, hit, domain);
                    break;
            }
        }
    }

    private void TakeName(FieldScan scan, PhraseHit hit, EntityName name)
    {
        if (RoleAt(scan, hit.Start, hit.End) is not { } place || IsInsideLongerName(scan, hit, name.Entity))
        {
            return;
        }

        var doubt = NameTests.Doubt(scan.Field, hit, name, isWholeValue: IsWholeValue(scan, hit, place.Role));
        if (doubt == NameDoubt.NotTheName)
        {
            if (_nearMisses.Count < MostEvidence)
            {
                _nearMisses.Add(new NearMiss(name.Entity.Id, name.Entity.Name, NameTests.Reason(name.Kind), scan.Evidence(hit.Start, hit.End, EvidenceKind.Mention)));
            }

            return;
        }

        Gather(name.Entity, place.Role, scan.Evidence(hit.Start, hit.End, place.Kind), certain: doubt == NameDoubt.None);
    }

    private void TakeDomain(FieldScan scan, PhraseHit hit, DomainName domain)
    {
        if (RoleAt(scan, hit.Start, hit.End) is { } place)
        {
            var role = place.Role is Role.Mentioned or Role.Quoted ? Role.Linked : place.Role;
            Gather(domain.Entity, role, scan.Evidence(hit.Start, hit.End, EvidenceKind.Domain), certain: true);
        }
    }

    private void FindInAddresses()
    {
        var asked = article.Article;
        for (var i = 0; i < (asked.Authors?.Length ?? 0); i++)
        {
            TakeAddress(asked.Authors!.Value[i].Url, $"authors[{i}].url", Role.Author);
        }

        TakeAddress(asked.Publisher?.Url, "publisher.url", Role.Publisher);
        TakeAddress(asked.Url, "url", Role.Publisher);
        TakeAddress(asked.Source?.Url, "source.url", Role.Source);
        foreach (var link in article.Body.Links)
        {
            TakeLink(link);
        }
    }

    private void TakeAddress(string? address, string path, Role role)
    {
        if (address is null || Hosts.Range(address) is not { } range)
        {
            return;
        }

        foreach (var entity in Hosts.Owners(address, index.Hosts))
        {
            Gather(entity, role, EvidenceOf.Address(path, address, range.Start, range.End - range.Start, EvidenceKind.Domain), certain: true);
        }
    }

    private void TakeLink(Link link)
    {
        var inSourceLine = PartAt(link.Start) == PartKind.SourceLine;
        if (PartAt(link.Start) == PartKind.NotArticle && link.Rel != "canonical")
        {
            return;
        }

        foreach (var entity in Hosts.Owners(link.Href, index.Hosts))
        {
            var evidence = new Evidence
            {
                Field = article.Body.Path,
                Start = link.SourceStart,
                End = link.SourceEnd,
                Quote = article.Body.Source[link.SourceStart..link.SourceEnd],
                Text = link.Href,
                Kind = EvidenceKind.Domain,
            };
            Gather(entity, inSourceLine || link.Rel == "canonical" ? Role.Source : Role.Linked, evidence, certain: true);
        }
    }

    private void Gather(Entity entity, Role role, Evidence evidence, bool certain)
    {
        if (!_gathered.TryGetValue(entity, out var gathered))
        {
            _gathered.Add(entity, gathered = new Gathered());
        }

        gathered.Add(role, evidence, certain, MostEvidence);
    }

    /// <summary>What a name at this place makes its bearer, or null where it says nothing: in a teaser or inside a notice.</summary>
    private (Role Role, EvidenceKind Kind)? RoleAt(FieldScan scan, int start, int end)
    {
        if (scan.NoticeRanges.Overlaps(start, end))
        {
            return null;
        }

        var path = scan.Field.Path;
        if (path != article.Body.Path)
        {
            return path.StartsWith("authors[", StringComparison.Ordinal) ? (Role.Author, EvidenceKind.Author)
                : path.StartsWith("publisher.", StringComparison.Ordinal) ? (Role.Publisher, EvidenceKind.Publisher)
                : path.StartsWith("source.", StringComparison.Ordinal) ? (Role.Source, EvidenceKind.Source)
                : Spoken(scan, start, end);
        }

        return PartAt(start) switch
        {
            PartKind.NotArticle => null,
            PartKind.SourceLine => (Role.Source, EvidenceKind.Source),
            PartKind.Byline => (Role.Author, EvidenceKind.Author),
            _ => Spoken(scan, start, end),
        };
    }

    private static (Role, EvidenceKind) Spoken(FieldScan scan, int start, int end) =>
        (QuotedFinder.IsCited(scan, start, end) ? Role.Quoted : Role.Mentioned, EvidenceKind.Mention);

    private PartKind PartAt(int position)
    {
        var block = FieldScan.BlockAt(article.Body, position);
        // An empty link at the end of a block belongs to it.
        block = block < 0 && position > 0 ? FieldScan.BlockAt(article.Body, position - 1) : block;
        return block < 0 ? PartKind.Text : parts.Body[block];
    }

    /// <summary>In a field or line made for names, a name that is all of the value needs no quotes around it.</summary>
    private static bool IsWholeValue(FieldScan scan, PhraseHit hit, Role role)
    {
        if (role is not (Role.Author or Role.Publisher or Role.Source))
        {
            return false;
        }

        var block = scan.BlockAt(hit.Start) is >= 0 and var i ? scan.Field.Blocks[i] : default;
        var line = scan.Field.Span(block);
        var value = SourceLines.Value(line) ?? (0, line.Length);
        var (start, end) = LineReader.Trim(line, value.Item1, value.Item2);
        return hit.Start - block.Start <= start && hit.End - block.Start >= end;
    }

    private static bool IsInsideLongerName(FieldScan scan, PhraseHit hit, Entity entity)
    {
        foreach (var other in scan.HitsAround(hit.Start, hit.Start))
        {
            if (other.Phrase.Meaning is EntityName longer && !ReferenceEquals(longer.Entity, entity) && longer.Kind is NameKind.Registered or NameKind.Alias
                && other.Start <= hit.Start && other.End >= hit.End && other.End - other.Start > hit.End - hit.Start)
            {
                return true;
            }
        }

        return false;
    }

    private sealed class Gathered
    {
        private Role _role = (Role)int.MaxValue;
        private bool _certain;
        private readonly List<Evidence> _evidence = [];

        public void Add(Role role, Evidence evidence, bool certain, int most)
        {
            if (role > _role)
            {
                return;
            }

            if (role < _role)
            {
                _role = role;
                _certain = false;
                _evidence.Clear();
            }

            _certain |= certain;
            // Overlapping forms of one name at one place are one piece of evidence.
            if (_evidence.Count < most && !_evidence.Any(e => e.Field == evidence.Field && e.Start < evidence.End && evidence.Start < e.End))
            {
                _evidence.Add(evidence);
            }
        }

        public EntityFact ToFact(Entity entity, MaterialJudge material) => new(
            entity, _role, _certain, _certain ? 0.98 : 0.6, _role == Role.Source ? material.Of(entity) : MaterialKind.Own,
            _certain ? "named as the register or its aliases write it" : "only a given name and surname, which others may bear too", [.. _evidence]);
    }
}
