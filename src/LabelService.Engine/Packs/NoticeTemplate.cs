using Fluid;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Templates;
using LabelService.Engine.Registries;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Packs;

/// <summary>A notice text with places for names and data, checked when its pack was read.</summary>
public sealed record NoticeTemplate(string Source, Position Position)
{
    private IFluidTemplate? Parsed { get; init; }

    /// <summary>Whether the text says whom it is about.</summary>
    public bool NamesSubject { get; private init; }

    /// <summary>Whether the text holds data of the article.</summary>
    public bool NamesAttribute { get; private init; }

    /// <summary>The text, plain: whoever puts it into markup escapes it.</summary>
    public string Render(TemplateInput input)
    {
        if (Parsed is null)
        {
            return Source;
        }

        var context = new TemplateContext(NoticeFilters.Options);
        if (input.Subject is { } subject)
        {
            context.SetValue("subject", new SubjectValue(subject, input.Listing, input.Language));
        }

        context.SetValue("article", new AttributeValues(input.Article, null));
        return Parsed.Render(context);
    }

    /// <summary>Parses a template; every name in it that does not exist becomes an error.</summary>
    internal static NoticeTemplate Read(TextNode text, string language, FileErrors errors)
    {
        // Most texts hold no place for anything: such a text is itself.
        if (!text.Value.Contains("{{", StringComparison.Ordinal) && !text.Value.Contains("{%", StringComparison.Ordinal))
        {
            return new NoticeTemplate(text.Value, text.Position);
        }

        if (!NoticeParser.Shared.TryParse(text.Value, out var parsed, out var problem))
        {
            errors.Add(text.Position, "template", $"the {language} text is not a template: {Words.Short(problem)}; a name stands in double braces, such as {{{{ subject | genitive }}}}");
            return new NoticeTemplate(text.Value, text.Position);
        }

        var check = new TemplateCheck();
        check.VisitTemplate(parsed);
        foreach (var fault in check.Faults)
        {
            errors.Add(text.Position, $"template-{fault.Kind}", $"the {language} text uses '{Words.Short(fault.Name)}': {fault.Message}; {Words.Hint(fault.Name, fault.Known)}");
        }

        return new NoticeTemplate(text.Value, text.Position) { Parsed = parsed, NamesSubject = check.NamesSubject, NamesAttribute = check.NamesAttribute };
    }
}

/// <summary>What a template may speak of.</summary>
public sealed record TemplateInput(Entity? Subject, Listing? Listing, Article Article, string Language);
