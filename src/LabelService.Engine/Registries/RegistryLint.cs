using LabelService.Engine.Model;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Registries;

/// <summary>What is not wrong in a registry and yet will surprise: an alias that every text holds, a name of two entities.</summary>
internal static class RegistryLint
{
    public static void Run(IEnumerable<(Entity Entity, RegistryRow Row)> entities, FileErrors errors)
    {
        var names = new Dictionary<string, Entity>(StringComparer.Ordinal);
        foreach (var (entity, row) in entities)
        {
            foreach (var alias in entity.Aliases.Where(OrdinaryNames.IsOrdinary))
            {
                errors.Warn(row.At("aliases"), "ordinary-alias", OrdinaryAlias(alias, "move it to 'quoted_aliases'"));
            }

            if (!names.TryAdd(NameKey.Of(entity.Name), entity) && names[NameKey.Of(entity.Name)] is var other)
            {
                errors.Warn(row.At("name"), "shared-name", $"'{entity.Id}' has the name of '{other.Id}'; a text that names one names both: give both rows one id where they are one body");
            }
        }
    }

    public static Told OrdinaryAlias(string alias, Told cure) =>
        $"the alias '{Words.Short(alias)}' is an ordinary word and would be found in texts about anything; {cure} so that it counts only in quotes";
}
