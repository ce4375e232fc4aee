using LabelService.Engine.Facts;
using LabelService.Engine.Model;
using LabelService.Engine.Packs.Conditions;

namespace LabelService.Engine.Packs.Checks;

/// <summary>A notice that should say whom it is about, and does not.</summary>
internal static class NamesCheck
{
    public static IEnumerable<LintFinding> Run(Pack pack)
    {
        foreach (var rule in pack.Rules)
        {
            // Beside the name it needs no name.
            foreach (var disclosure in rule.Require.OfType<DisclosureRequirement>().Where(d => d.Placement != Placement.AtMention))
            {
                foreach (var finding in ConditionKinds.FindsEntity(rule.When) ? Siblings(rule, disclosure) : [])
                {
                    yield return finding;
                }

                if (disclosure.Text.Count > 0 && disclosure.Text.Values.All(t => !t.NamesSubject && !t.NamesAttribute) && AllFormsName(disclosure, pack))
                {
                    yield return LintFinding.At(rule, disclosure.Text.First().Value.Position, LintCodes.NamesNobody, $"the notice forms that satisfy {disclosure.Type} name a party, and no text of {rule.Id} does; write the name with {{{{ subject }}}}, or the attribute that holds it");
                }
            }
        }
    }

    private static IEnumerable<LintFinding> Siblings(Rule rule, DisclosureRequirement disclosure)
    {
        var naming = disclosure.Text.Where(t => t.Value.NamesSubject).Select(t => t.Key).ToList();
        return naming.Count == 0 ? [] : disclosure.Text.Where(t => !t.Value.NamesSubject).Select(t => LintFinding.At(
            rule, t.Value.Position, LintCodes.NamesNobody, $"the {t.Key} text of {rule.Id} names nobody, and the {string.Join(" and ", naming)} text does; write the name with {{{{ subject }}}} there too"));
    }

    private static bool AllFormsName(DisclosureRequirement disclosure, Pack pack)
    {
        var forms = pack.Notices.Where(n => n.Type == disclosure.Type && (disclosure.Accepts.IsDefaultOrEmpty || disclosure.Accepts.Contains(n.Id))).ToList();
        return forms.Count > 0 && forms.TrueForAll(NamesParty);
    }

    private static bool NamesParty(NoticeForm form) => form.Compiled?.NamesSubject == true;
}
