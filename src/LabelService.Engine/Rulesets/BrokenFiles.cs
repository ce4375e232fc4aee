using System.Collections.Immutable;

namespace LabelService.Engine.Rulesets;

/// <summary>What of a rules folder has errors, and what serves in its place: every answer that it touches says so.</summary>
/// <param name="Packs">In the order of their ids.</param>
/// <param name="KeptRegistries">Ids of registries that serve in their last good state.</param>
public sealed record BrokenFiles(ImmutableArray<BrokenPack> Packs, ImmutableArray<string> KeptRegistries)
{
    public static readonly BrokenFiles None = new([], []);

    /// <summary>For the version: a pack that is lost, and one that is kept though its file says otherwise, change answers.</summary>
    internal IEnumerable<string> Lines() =>
    [
        .. Packs.Select(p => p.IsKept ? $"kept pack {p.Id}" : $"lost pack {p.Id} {p.Jurisdiction}"),
        .. KeptRegistries.Order(StringComparer.Ordinal).Select(id => $"kept registry {id}"),
    ];
}

/// <param name="Jurisdiction">Whose answers lack its rules; <c>any</c>, which is all of them, where its file does not even say that.</param>
/// <param name="KeptVersion">The version of the last good state that serves; null where there is none, and its rules are not checked.</param>
public sealed record BrokenPack(string Id, string Jurisdiction, string? KeptVersion)
{
    public bool IsKept => KeptVersion is not null;
}
