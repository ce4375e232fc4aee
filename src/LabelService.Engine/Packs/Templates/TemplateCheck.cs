using Fluid.Ast;
using Fluid;
using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Templates;

/// <summary>Walks a parsed template and collects what it names that does not exist.</summary>
internal sealed class TemplateCheck : AstVisitor
{
    private static readonly string[] Roots = ["subject", "article"];
    private readonly List<TemplateFault> _faults = [];

    /// <summary>Whether the text names its subject at all.</summary>
    public bool NamesSubject { get; private set; }

    /// <summary>Whether the text names an attribute of the article.</summary>
    public bool NamesAttribute { get; private set; }

    public IReadOnlyList<TemplateFault> Faults => _faults;

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        var names = memberExpression.Segments.Select(s => (s as IdentifierSegment)?.Identifier).ToList();
        switch (names[0])
        {
            case "subject":
                NamesSubject = true;
                if (names.Count > 2 || (names.Count == 2 && !SubjectValue.Members.Contains(names[1])))
                {
                    _faults.Add(new TemplateFault("variable", names[1] ?? "", "subject has no such member", SubjectValue.Members));
                }

                break;
            case "article":
                NamesAttribute = true;
                if (names.Count < 3 || names[1] != "attributes")
                {
                    _faults.Add(new TemplateFault("variable", string.Join('.', names), "of the article a notice can name its attributes only", ["article.attributes.erid"]));
                }

                break;
            default:
                _faults.Add(new TemplateFault("variable", names[0] ?? "", "there is no such variable", Roots));
                break;
        }

        return base.VisitMemberExpression(memberExpression);
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        if (!NoticeFilters.Names.Contains(filterExpression.Name))
        {
            _faults.Add(new TemplateFault("filter", filterExpression.Name, "there is no such filter", NoticeFilters.Names));
        }

        return base.VisitFilterExpression(filterExpression);
    }
}

/// <param name="Kind"><c>variable</c> or <c>filter</c>.</param>
internal sealed record TemplateFault(string Kind, string Name, Told Message, IEnumerable<string> Known);
