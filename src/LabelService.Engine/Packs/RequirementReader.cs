using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>Reads what a rule requires: disclosures, age marks and flags.</summary>
internal static class RequirementReader
{
    private const int LongestText = 5000;
    private static readonly string[] Kinds = ["disclosure", "age", "flag"];

    public static ImmutableArray<Requirement> Read(MapReader rule, PackScope scope)
    {
        if (rule.Required("require", "[{ flag: { action: track, why: … } }]") is null)
        {
            return [];
        }

        return [.. rule.Nodes("require").Select(n => ReadOne(n, scope)).OfType<Requirement>()];
    }

    private static Requirement? ReadOne(Node node, PackScope scope)
    {
        if (node is not MapNode map)
        {
            scope.Errors.Add(node.Position, "shape", $"{node.Shape} stands in 'require'; each item is a mapping with disclosure, age or flag");
            return null;
        }

        var kinds = Kinds.Where(k => map.Find(k) is not null).ToList();
        if (kinds.Count > 1)
        {
            scope.Errors.Add(map.Position, "requirement", $"{Words.AllOf(kinds)} stand in one item; begin each with '- ' of its own");
            return null;
        }

        switch (kinds.FirstOrDefault())
        {
            case "disclosure":
                return ReadDisclosure(map, scope);
            case "age":
                return ReadAge(new MapReader(map, "an age requirement", ["age"], scope.Errors), scope);
            case "flag":
                return ReadFlag(new MapReader(map, "a flag", ["flag"], scope.Errors));
            default:
                scope.Errors.Add(map.Position, "requirement", map.Entries.FirstOrDefault()?.Key.Value is { } given
                    ? (Told)$"'{Words.Short(given)}' is nothing that a rule can require; {Words.Hint(given, Kinds)}"
                    : $"an item of 'require' is empty; {Words.Hint("", Kinds)}");
                return null;
        }
    }

    private static DisclosureRequirement? ReadDisclosure(MapNode node, PackScope scope)
    {
        var map = new MapReader(node, "a disclosure", PackKeys.Disclosure, scope.Errors);
        var type = map.Required("disclosure", "foreign-agent") as TextNode;
        map.Required("text", "{ en: This text was paid for. }");
        var official = map.Text("officialLanguage");
        if (official is not null && !Languages.IsTag(official))
        {
            scope.Errors.Add(map.At("officialLanguage"), "language", $"'{Words.Short(official)}' is not a language; write a BCP 47 code such as ru");
        }

        foreach (var form in map.TextNodes("accepts"))
        {
            scope.Refer(ReferenceKind.NoticeForm, form.Value, form.Position);
        }

        var texts = map.ByLanguageNodes("text", LongestText).ToImmutableSortedDictionary(
            p => p.Key, p => NoticeTemplate.Read(p.Value, p.Key, scope.Errors), StringComparer.Ordinal);
        if (type is null || !Ids.Check(type, "a type of disclosure", scope.Errors))
        {
            return null;
        }

        return new DisclosureRequirement
        {
            Type = type.Value,
            OfficialLanguage = official,
            Text = texts,
            Placement = map.Word<Placement>("placement") ?? Placement.BeforeBody,
            Presentation = ReadPresentation(map),
            Accepts = map.Texts("accepts"),
            Needs = ReadNeeds(map),
            Review = map.Flag("review"),
        };
    }

    private static Presentation? ReadPresentation(MapReader map) =>
        map.Map("presentation", "'presentation'", PackKeys.Presentation) is not { } form ? null : new Presentation
        {
            MinFontRatio = form.Number("minFontRatio", 0.1, 20),
            Contrast = form.Has("contrast") ? form.Flag("contrast") : null,
            MinSeconds = form.Number("minSeconds", 0, 3600),
            MinScreenShare = form.Number("minScreenShare", 0, 1),
            Notes = form.ByLanguage("note"),
            Note = form.ByLanguage("note").Values.FirstOrDefault(),
        };

    private static ImmutableArray<string> ReadNeeds(MapReader map)
    {
        foreach (var need in map.TextNodes("needs").Where(n => !n.Value.StartsWith("attributes.", StringComparison.Ordinal)))
        {
            map.Errors.Add(need.Position, "needs", $"{need.Shape} is not the path of an attribute; write for example attributes.erid");
        }

        return map.Texts("needs");
    }

    private static AgeRequirement? ReadAge(MapReader item, PackScope scope)
    {
        if (item.Required("age", "{ scale: ru-436fz, value: 18+ }") is null || item.Map("age", "'age'", PackKeys.Age) is not { } map)
        {
            return null;
        }

        var (scale, value) = (map.RequiredText("scale", "ru-436fz"), map.RequiredText("value", "18+", 20));
        if (scale is null || value is null)
        {
            return null;
        }

        scope.Refer(ReferenceKind.AgeScale, scale, map.At("scale"));
        scope.Refer(ReferenceKind.AgeMark, scale, map.At("value"), value);
        return new AgeRequirement(scale, value);
    }

    private static FlagRequirement? ReadFlag(MapReader item)
    {
        if (item.Required("flag", "{ action: track, why: … }") is null || item.Map("flag", "'flag'", PackKeys.Flag) is not { } map)
        {
            return null;
        }

        map.Required("action", "track");
        map.Required("why", "{ en: one plain sentence, ru: одна простая фраза }");
        return map.Word<FlagAction>("action") is { } action ? new FlagRequirement(action, map.ByLanguage("why", 1000)) : null;
    }
}
