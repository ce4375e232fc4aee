using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;

namespace LabelService.Web.Rules;

/// <summary>One entity with its register and the forms by which it is found.</summary>
internal sealed record EntityDetails(EntityView Entity, string? Notes, RegistryView Registry, ImmutableArray<NameView> Names)
{
    public static EntityDetails Of(Registry registry, Entity entity, ImmutableArray<NameForms> names) =>
        new(EntityView.Of(entity), entity.Notes, RegistryView.Of(registry), [.. names.Select(NameView.Of)]);
}

internal sealed record NameView(string Name, string Kind, ImmutableArray<FormGroupView> Groups)
{
    public static NameView Of(NameForms name) => new(name.Name, Kebab<NameKind>.Word(name.Kind), [.. name.Groups.Select(FormGroupView.Of)]);
}

/// <param name="Certainty">What a text with such a form gets: certain, pending (a person decides) or rejected (a near miss).</param>
/// <param name="Confidence">Between 0 and 1; an order of strength, not a measured probability.</param>
internal sealed record FormGroupView(
    string Shape, string Certainty, double Confidence, ImmutableSortedDictionary<string, string> Why, ImmutableArray<FormView> Forms)
{
    private static readonly string[] Languages = ["en", "ru"];

    public static FormGroupView Of(FormGroup group) => new(
        Kebab<FormShape>.Word(group.Shape), Kebab<Certainty>.Word(group.Certainty), NameReasons.Confidence(group.Reason),
        Languages.ToImmutableSortedDictionary(language => language, language => NameReasons.Text(group.Reason, language), StringComparer.Ordinal), [.. group.Forms.Select(FormView.Of)]);
}

/// <param name="Cases">Which of the six cases of Russian are written so; empty where the form has none.</param>
internal sealed record FormView(string Text, ImmutableArray<string> Cases)
{
    public static FormView Of(EntityForm form) => new(form.Text, [.. form.Cases.Select(Kebab<GrammaticalCase>.Word)]);
}
