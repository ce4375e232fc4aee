using LabelService.Engine.Model;

namespace LabelService.Engine.Packs;

/// <summary>A notice text with places for names and data, checked when its pack was read.</summary>
public sealed record NoticeTemplate(string Source, Position Position);
