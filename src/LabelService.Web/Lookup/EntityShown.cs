using System.Collections.Immutable;
using LabelService.Engine.Grammar;
using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Registries;
using LabelService.Web.Playground;

namespace LabelService.Web.Lookup;

/// <summary>The page of one entity: what the register's file holds of it, and the forms by which texts are searched for it.</summary>
internal sealed record EntityShown(PageLook Look, Registry Registry, Entity Entity, ImmutableArray<NameForms> Names, DateOnly Asked) : LookupPage(Look)
{
    /// <summary>Cells of the register that are simply written down, by the key of what they are.</summary>
    public IEnumerable<(string Key, IEnumerable<string> Values)> Facts => new (string Key, IEnumerable<string> Values)[]
    {
        ("lookup.fact.nameEn", One(Entity.NameEn)), ("lookup.fact.aliases", Entity.Aliases), ("lookup.fact.quotedAliases", Entity.QuotedAliases.Select(a => $"«{a}»")),
        ("lookup.fact.domains", Entity.Domains), ("lookup.fact.accounts", Entity.Accounts), ("lookup.fact.country", One(Entity.Country)),
        ("lookup.fact.notes", One(Entity.Notes)), ("lookup.fact.id", [Entity.Id]),
    }.Where(f => f.Values.Any());

    public string Shape(FormShape shape) => Text("lookup.shape." + Kebab<FormShape>.Word(shape));

    public string KindOf(NameForms name) => Text("lookup.name." + (IsVariant(name) ? "variant" : Kebab<NameKind>.Word(name.Kind)));

    /// <summary>«родительный, винительный»; empty where the form has no case or all six.</summary>
    public string Cases(EntityForm form) => form.Cases.Length is 0 or 6
        ? "" : string.Join(", ", form.Cases.Select(c => Text("lookup.case." + Kebab<GrammaticalCase>.Word(c))));

    /// <summary>Without the legal form or the brackets, or with the form written the other way.</summary>
    private bool IsVariant(NameForms name) => name.Kind == NameKind.Registered && name.Name != Entity.Name && name.Name != Entity.NameEn;

    private static IEnumerable<string> One(string? text) => text is { Length: > 0 } ? [text] : [];
}
