using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Packs;

/// <summary>A notice text with places for names and data, checked when its pack was read.</summary>
public sealed record NoticeTemplate(string Source, Position Position)
{
    public string Render(TemplateInput input) => Source;
}

/// <summary>What a template may speak of.</summary>
public sealed record TemplateInput(Entity? Subject, Listing? Listing, Article Article, string Language);
