using System.Security.Cryptography;
using System.Text;
using LabelService.Engine.Model;

namespace LabelService.Workflow.Reviews;

/// <summary>A hash of what a page must carry: two reports with the same need no new labels. Days, evidence and what waits are no part of it.</summary>
internal static class LabelsHash
{
    public static string Of(CheckReport report)
    {
        var text = new StringBuilder();
        foreach (var d in report.Disclosures.Where(d => d.Status != DisclosureStatus.Pending))
        {
            text.Append(d.Id).Append(' ').Append(Kebab<DisclosureStatus>.Word(d.Status)).Append('\n');
            foreach (var (language, words) in d.Text)
            {
                text.Append(language).Append('=').Append(words).Append('\n');
            }
        }

        foreach (var age in report.AllAges.Where(a => a.Status != DisclosureStatus.Pending))
        {
            text.Append(age.Scale).Append(' ').Append(age.Value).Append(' ').Append(Kebab<DisclosureStatus>.Word(age.Status)).Append('\n');
        }

        foreach (var flag in report.Flags)
        {
            text.Append(flag.Rule).Append(' ').Append(Kebab<FlagAction>.Word(flag.Action)).Append('\n');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 16));
    }
}
