using LabelService.Engine.Model;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Workshop;

namespace LabelService.Workflow.Checks;

/// <summary>Tells of each answered check to those who count: exceptions, rules, drafts in shadow. Adds nothing to the answer.</summary>
internal sealed class AnsweredChecks(ExceptionsInForce exceptions, RuleUse use, ShadowRunner shadow)
{
    public void Tell(CheckRequest request, CheckReport report, DateTimeOffset now)
    {
        exceptions.Count(report);
        use.Count(report, now);
        shadow.Offer(request);
    }
}
