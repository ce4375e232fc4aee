using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A disclosure that no notice form of its type can satisfy would be reported as missing for ever.</summary>
internal static class AcceptsCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            foreach (var disclosure in rule.Require.OfType<DisclosureRequirement>().Where(d => d is { Review: false, Placement: not Placement.OnMedia }))
            {
                var forms = pack.Notices.Where(n => n.Type == disclosure.Type).ToList();
                // A form that the rule names may be another pack's, such as one of jurisdiction any.
                if (forms.Count == 0 && disclosure.Accepts.IsDefaultOrEmpty)
                {
                    yield return LintFinding.At(rule, "no-form", $"no notice form of the pack has the type {disclosure.Type} that {rule.Id} requires; add one under 'notices', or a notice that is there is never recognised");
                }

                foreach (var id in disclosure.Accepts.Where(id => pack.Notices.Any(n => n.Id == id && n.Type != disclosure.Type)))
                {
                    yield return LintFinding.At(rule, "form-type", $"{rule.Id} accepts the notice form {id}, whose type is not {disclosure.Type}");
                }
            }
        }
    }
}
