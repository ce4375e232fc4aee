using System.Collections.Immutable;
using LabelService.Engine.Documenting;
using LabelService.Engine.Packs;
using LabelService.Web.Playground;
using LabelService.Workflow.Workshop;

namespace LabelService.Web.RuleBook;

/// <param name="Words">What is looked for; empty for all.</param>
internal sealed record RuleListPage(
    PageLook Look, string Words, string? Jurisdiction, string? Status, ImmutableArray<string> Jurisdictions, ImmutableArray<PackRules> Packs) : SitePage(Look)
{
    public int Total => Packs.Sum(p => p.Rules.Length);
}

internal sealed record PackRules(Pack Pack, string Title, ImmutableArray<(Rule Rule, RuleInWords Words)> Rules);

/// <param name="Html">The page of the rule, made of its Markdown.</param>
/// <param name="Use">Null while nothing was counted.</param>
internal sealed record RulePage(PageLook Look, Rule Rule, string Title, string Html, RuleUsage? Use) : SitePage(Look);

internal sealed record RuleTroublePage(PageLook Look, string Fault) : SitePage(Look);

internal sealed record AboutIndexPage(PageLook Look, ImmutableArray<IGrouping<string, LabelAbout>> Labels) : SitePage(Look);

internal sealed record AboutPage(PageLook Look, LabelAbout? Label) : SitePage(Look);
