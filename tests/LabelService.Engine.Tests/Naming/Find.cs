using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Naming;

/// <summary>Registers of invented persons and bodies, and what is found of them in a text.</summary>
internal static class Find
{
    public static Entity Person(string name, params string[] aliases) => Entity(name, EntityKind.Person) with { Aliases = [.. aliases] };

    public static Entity Body(string name, params string[] aliases) => Entity(name, EntityKind.Media) with { Aliases = [.. aliases] };

    public static Entity Quoted(string name, params string[] quoted) => Entity(name, EntityKind.Media) with { QuotedAliases = [.. quoted] };

    /// <summary>All places, as <c>text|certainty|reason</c>.</summary>
    public static List<NameHit> All(string text, params Entity[] entities) => NameFinder.Find(text, NameIndexBuilder.Build(entities));

    /// <summary>What counts, certain or pending.</summary>
    public static List<NameHit> Counting(string text, params Entity[] entities) => All(text, entities).FindAll(h => h.Certainty != Certainty.Rejected);

    /// <summary>The one place that counts, as the text writes it, and why.</summary>
    public static (string Text, NameReason Reason) One(string text, params Entity[] entities)
    {
        var hit = Assert.Single(Counting(text, entities).DistinctBy(h => (h.Start, h.End, h.Entity.Id)));
        return (text[hit.Start..hit.End], hit.Reason);
    }

    private static Entity Entity(string name, EntityKind kind) => new() { Id = "x:" + name, Registry = "x", Kind = kind, Name = name, Listings = [] };
}
