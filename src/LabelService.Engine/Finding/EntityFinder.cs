using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.Matching;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Reading;
using LabelService.Engine.Registries;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>Gathers what the fields, lines and addresses say of each registered entity, and keeps its strongest roles.</summary>
internal sealed class EntityFinder(ReadArticle article, ArticleParts parts, FactIndex index, DecidedNames decided)
{
    /// <summary>Places shown for one entity; a name repeated all over an article needs no more.</summary>
    private const int MostEvidence = 20;

    private readonly string _language = ReportLanguage.Of(article.Request, article.Language);
    private readonly Dictionary<Entity, GatheredRoles> _gathered = new(ReferenceEqualityComparer.Instance);
    private readonly List<NearMiss> _nearMisses = [];
    private readonly List<(FieldScan Scan, NameHit Hit, Role Role, EvidenceKind Kind)> _hints = [];

    public ImmutableArray<NearMiss> NearMisses => [.. _nearMisses];

    public ImmutableArray<EntityFact> Find(IEnumerable<FieldScan> scans)
    {
        foreach (var scan in scans)
        {
            FindInField(scan);
        }

        FindInAddresses();
        TakeHints();
        var material = new MaterialJudge(article);
        return [.. _gathered.SelectMany(g => g.Value.ToFacts(g.Key, material, _language)).OrderBy(f => f.Role).ThenBy(f => f.Entity.Id, StringComparer.Ordinal)];
    }

    private void FindInField(FieldScan scan)
    {
        foreach (var name in scan.Names)
        {
            TakeName(scan, name);
        }

        foreach (var hit in scan.Hits)
        {
            if (hit.Phrase.Meaning is DomainName domain && Hosts.IsWhole(scan.Field.Text, hit.Start, hit.End, domain.Domain))
            {
                TakeDomain(scan, hit.Start, hit.End, domain.Entity);
            }
            else if (hit.Phrase.Meaning is AccountHost host && Hosts.IsWhole(scan.Field.Text, hit.Start, hit.End, host.Host))
            {
                TakeAccount(scan, hit);
            }
        }
    }

    private void TakeName(FieldScan scan, NameHit hit)
    {
        if (hit.Reason is NameReason.LongerWord or NameReason.InAddress || RoleAt(scan, hit.Start, hit.End) is not { } place)
        {
            return;
        }

        var reason = hit.Reason is NameReason.OrdinaryWord or NameReason.QuotedPartOnly or NameReason.OpeningCapital && hit.Kind != NameKind.Surname && IsWholeValue(scan, hit, place.Role)
            ? NameReason.KnownAlias
            : hit.Reason;
        reason = decided.Of(hit.Entity.Id, scan.Field.Text.AsSpan(hit.Start, hit.Length), reason) ?? reason;
        if (NameReasons.CertaintyOf(reason) == Certainty.Rejected)
        {
            Miss(scan, hit, reason);
        }
        else if (NameReasons.IsHint(reason))
        {
            _hints.Add((scan, hit, place.Role, place.Kind));
        }
        else
        {
            Gather(hit.Entity, place.Role, scan.Evidence(hit.Start, hit.End, place.Kind), reason);
        }
    }

    private void Miss(FieldScan scan, NameHit hit, NameReason reason)
    {
        if (_nearMisses.Count < MostEvidence)
        {
            _nearMisses.Add(new NearMiss(hit.Entity.Id, hit.Entity.Name, NameReasons.Text(reason, _language), scan.Evidence(hit.Start, hit.End, EvidenceKind.Mention)));
        }
    }

    /// <summary>
    /// A surname or an acronym alone, or a name inside a longer one, never counts alone: it says more of who is named elsewhere in the article, and nothing
    /// of anybody else. Nor does it make the bearer what no better name makes them: an author named by the surname may be a namesake.
    /// </summary>
    private void TakeHints()
    {
        foreach (var (scan, hit, role, kind) in _hints)
        {
            if (_gathered.TryGetValue(hit.Entity, out var gathered) && (role >= Role.Quoted || gathered.Holds(role)))
            {
                var said = gathered.Holds(role) ? role : Role.Mentioned;
                Gather(hit.Entity, said, scan.Evidence(hit.Start, hit.End, kind), hit.Reason);
            }
            else
            {
                Miss(scan, hit, hit.Reason);
            }
        }
    }

    /// <summary>An address of an account as the text writes it out.</summary>
    private void TakeAccount(FieldScan scan, PhraseHit hit)
    {
        var text = scan.Field.Text;
        if (hit.End >= text.Length || text[hit.End] != '/')
        {
            return;
        }

        var end = Hosts.EndInText(text, hit.End);
        foreach (var entity in Hosts.Owners(text[hit.Start..end], index.Hosts))
        {
            TakeDomain(scan, hit.Start, end, entity);
        }
    }

    private void TakeDomain(FieldScan scan, int start, int end, Entity entity)
    {
        if (RoleAt(scan, start, end) is { } place)
        {
            var role = place.Role is Role.Mentioned or Role.Quoted ? Role.Linked : place.Role;
            Gather(entity, role, scan.Evidence(start, end, EvidenceKind.Domain), NameReason.AsRegistered);
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
            Gather(entity, role, EvidenceOf.Address(path, address, range.Start, range.End - range.Start, EvidenceKind.Domain), NameReason.AsRegistered);
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
            Gather(entity, inSourceLine || link.Rel == "canonical" ? Role.Source : Role.Linked, evidence, NameReason.AsRegistered);
        }
    }

    private void Gather(Entity entity, Role role, Evidence evidence, NameReason reason)
    {
        if (!_gathered.TryGetValue(entity, out var gathered))
        {
            _gathered.Add(entity, gathered = new GatheredRoles());
        }

        gathered.Add(role, evidence, reason, MostEvidence);
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
    private static bool IsWholeValue(FieldScan scan, NameHit hit, Role role)
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
}
