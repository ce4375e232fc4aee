using System.Collections.Immutable;
using LabelService.Engine.Facts;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>Reads a scale of age marks, weakest first.</summary>
internal static class AgeScaleReader
{
    public static AgeScale? Read(MapNode node, FileErrors errors)
    {
        var map = new MapReader(node, "an age scale", PackKeys.AgeScale, errors);
        var id = map.Required("id", "ru-436fz") as TextNode;
        map.Required("marks", "[{ value: 0+ }, { value: 18+, phrases: [adults only] }]");
        var marks = ImmutableArray.CreateBuilder<AgeMark>();
        foreach (var item in map.Nodes("marks"))
        {
            if (item is not MapNode mark)
            {
                errors.Add(item.Position, "shape", $"{item.Shape} stands in 'marks'; write a mapping such as {{ value: 12+, phrases: [for those over 12] }}");
            }
            else if (ReadMark(mark, errors) is { } read)
            {
                if (marks.Any(m => m.Value == read.Value))
                {
                    errors.Add(mark.Position, "duplicate-mark", $"the mark '{read.Value}' stands twice on the scale; keep one");
                }

                marks.Add(read);
            }
        }

        return id is not null && Ids.Check(id, "an age scale", errors) ? new AgeScale(id.Value, marks.ToImmutable()) { Position = map.Position } : null;
    }

    private static AgeMark? ReadMark(MapNode node, FileErrors errors)
    {
        var map = new MapReader(node, "an age mark", PackKeys.AgeMark, errors);
        return map.RequiredText("value", "18+", 20) is { } value ? new AgeMark(value, map.Texts("phrases")) : null;
    }
}
