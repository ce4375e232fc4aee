using System.Collections.Frozen;
using Fluid;
using Fluid.Values;
using LabelService.Engine.Grammar;

namespace LabelService.Engine.Packs.Templates;

/// <summary>The filters that a notice may use: the six cases of Russian and a few for letters.</summary>
internal static class NoticeFilters
{
    private static readonly FrozenDictionary<string, GrammaticalCase> Cases = Enum.GetValues<GrammaticalCase>()
        .ToFrozenDictionary(c => c.ToString().ToLowerInvariant(), StringComparer.Ordinal);

    private static readonly string[] Plain = ["upcase", "downcase", "capitalize", "strip", "default"];

    public static IEnumerable<string> Names => Cases.Keys.Order(StringComparer.Ordinal).Concat(Plain);

    public static TemplateOptions Options { get; } = Make();

    private static TemplateOptions Make()
    {
        var options = new TemplateOptions { MaxSteps = 1000, MaxRecursion = 20 };
        foreach (var (name, @case) in Cases)
        {
            options.Filters.AddFilter(name, (input, _, _) => new ValueTask<FluidValue>(
                input is SubjectValue subject ? StringValue.Create(subject.InCase(@case)) : input));
        }

        return options;
    }
}
