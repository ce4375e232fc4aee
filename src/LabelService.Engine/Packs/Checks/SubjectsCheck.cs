using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A template that names a subject under a condition that finds none would print a gap.</summary>
internal static class SubjectsCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules.Where(r => !ConditionKinds.FindsEntity(r.When)))
        {
            foreach (var text in rule.Require.OfType<DisclosureRequirement>().SelectMany(d => d.Text).Where(t => t.Value.NamesSubject))
            {
                yield return LintFinding.At(rule, text.Value.Position, "no-subject", $"the {text.Key} text of {rule.Id} names a subject, and its condition finds no entity; add an 'entity' condition or take the name out");
            }
        }
    }
}
