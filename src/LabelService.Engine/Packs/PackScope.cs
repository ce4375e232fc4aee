using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>What is known while one pack is read: where its errors go and what it refers to outside itself.</summary>
internal sealed class PackScope(FileErrors errors)
{
    public FileErrors Errors { get; } = errors;

    /// <summary>Everything named that another file must define; settled when all packs and registries are read.</summary>
    public List<RuleReference> References { get; } = [];

    public void Refer(ReferenceKind kind, string id, Position at, string? detail = null) => References.Add(new RuleReference(kind, id, at, detail));
}

/// <param name="Detail">For an age mark, which is found by its scale, the mark; for an entity its registry.</param>
internal sealed record RuleReference(ReferenceKind Kind, string Id, Position Position, string? Detail);

internal enum ReferenceKind { Registry, Entity, Rule, NoticeForm, AgeScale, AgeMark }
