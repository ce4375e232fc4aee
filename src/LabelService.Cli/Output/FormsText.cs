using System.Collections.Immutable;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;

namespace LabelService.Cli.Output;

/// <summary>The forms by which an entity is found, for a person to read: by name, the surest first.</summary>
internal static class FormsText
{
    public static string Write(ImmutableArray<NameForms> names)
    {
        var text = new StringBuilder();
        foreach (var name in names)
        {
            text.AppendLine($"  found by   {name.Name} ({Kebab<NameKind>.Word(name.Kind)})");
            foreach (var group in name.Groups)
            {
                text.AppendLine($"    {Kebab<Certainty>.Word(group.Certainty),-9}{string.Join(", ", group.Forms.Select(f => f.Text))}");
                text.AppendLine($"             {NameReasons.Text(group.Reason, "en")}");
            }
        }

        return text.Length > 0 ? text.ToString() : "  found by   no form of its names; a shorter alias would help" + Environment.NewLine;
    }
}
