using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>Reads one rule of a pack.</summary>
internal static class RuleReader
{
    public static Rule? Read(MapNode node, string pack, string jurisdiction, string folder, PackScope scope)
    {
        var map = new MapReader(node, "a rule", PackKeys.Rule, scope.Errors);
        var id = map.Required("id", "ru.foreign-agent.material") as TextNode;
        var status = ReadStatus(map);
        var when = map.Required("when", "{ entity: { registry: …, role: source } }") is { } condition ? ConditionReader.Read(condition, scope) : null;
        var require = RequirementReader.Read(map, scope);
        var rule = new Rule
        {
            Id = id?.Value ?? "",
            Pack = pack,
            Jurisdiction = jurisdiction,
            Status = status,
            Note = map.Text("note", 2000),
            Title = map.ByLanguage("title"),
            Day = map.Word<DayBasis>("day") ?? DayBasis.Asked,
            Basis = ReadBasis(map),
            When = when ?? new AlwaysCondition(),
            Require = require,
            CaseFiles = [.. map.Texts("cases").Select(c => folder + c)],
            Moderation = ReadModeration(map),
            Allow = AllowReader.Read(map),
            Written = NodeText.Of(node, "note", "cases", "allow"),
            Position = map.Position,
        };
        rule = WithDays(rule, map);
        return id is not null && Ids.Check(id, "a rule", scope.Errors) && when is not null ? rule : null;
    }

    private static RuleStatus ReadStatus(MapReader map)
    {
        map.Required("status", "on");
        return map.Word<RuleStatus>("status") ?? RuleStatus.Off;
    }

    private static Rule WithDays(Rule rule, MapReader map)
    {
        if (map.Map("effective", "'effective'", PackKeys.Effective) is not { } days)
        {
            return rule;
        }

        var (from, until) = (days.Day("from"), days.Day("until"));
        if (until <= from)
        {
            map.Errors.Add(days.At("until"), "day-order", $"until {until:yyyy-MM-dd} is not after from {from:yyyy-MM-dd}; it is the first day on which the rule no longer holds");
        }

        return rule with { From = from, Until = until, ReviewBy = days.Day("reviewBy"), WordingVerifiedUntil = days.Day("wordingVerifiedUntil") };
    }

    private static Moderation ReadModeration(MapReader map) => map.Map("moderation", "'moderation'", PackKeys.Moderation) is { } asked
        ? new Moderation(asked.Number("withinHours", 0.25, 8760), asked.Whole("persons", 1, 2) ?? 1, asked.Number("minUpheld", 0, 1))
        : Moderation.Usual;

    private static ImmutableArray<LegalBasis> ReadBasis(MapReader map)
    {
        var basis = ImmutableArray.CreateBuilder<LegalBasis>();
        foreach (var item in map.Nodes("basis"))
        {
            if (item is not MapNode node)
            {
                map.Errors.Add(item.Position, "shape", $"{item.Shape} stands in 'basis'; write a mapping such as {{ act: 255-FZ, article: 9(3) }}");
                continue;
            }

            var law = new MapReader(node, "a legal basis", PackKeys.Basis, map.Errors);
            law.Required("act", "255-FZ");
            var acts = law.ByLanguage("act");
            if (!acts.IsEmpty)
            {
                basis.Add(new LegalBasis(acts.GetValueOrDefault("en") ?? acts.First().Value, law.Text("article"), ReadUrl(law)) { Acts = acts });
            }
        }

        return basis.ToImmutable();
    }

    private static string? ReadUrl(MapReader law)
    {
        if (law.Text("url", 2000) is not { } url)
        {
            return null;
        }

        // The address is shown as a link: anything but the web would be an attack or a slip.
        if (Uri.TryCreate(url, UriKind.Absolute, out var parsed) && parsed.Scheme is "http" or "https")
        {
            return url;
        }

        law.Errors.Add(law.At("url"), "url", $"'{Words.Short(url)}' is not a web address; write it whole, such as https://example.org/law");
        return null;
    }
}
