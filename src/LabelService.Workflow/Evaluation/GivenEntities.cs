using LabelService.Engine.Registries;

namespace LabelService.Workflow.Evaluation;

/// <summary>Entities that a line brings with it instead of the loaded registries.</summary>
internal static class GivenEntities
{
    public static Entity Of(string id, string kind, string name, IEnumerable<string> aliases) => new()
    {
        Id = id,
        Registry = "given",
        Kind = kind switch { "person" => EntityKind.Person, "media" => EntityKind.Media, _ => EntityKind.Organisation },
        Name = name,
        Aliases = [.. aliases],
        Listings = [],
    };
}
