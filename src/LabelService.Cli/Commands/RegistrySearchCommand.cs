using System.CommandLine;
using LabelService.Cli.Output;
using LabelService.Engine.Registries;

namespace LabelService.Cli.Commands;

/// <summary><c>labels registry search TEXT</c>: entities of the loaded registries by any part of a name, alias or address.</summary>
internal static class RegistrySearchCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "A part of a name, alias, domain, account or id; case, quotes and ё do not matter." };
        var registry = new Option<string?>("--registry") { Description = "Only in this registry." };
        var limit = new Option<int>("--limit") { DefaultValueFactory = _ => 20, Description = "At most so many entities." };
        var rules = new RulesOption();
        var command = new Command("search", "Look an entity up in the loaded registries: names, aliases, addresses, listing periods, source.") { text, registry, limit };
        rules.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            if (LoadedRules.OrComplain(rules, parsed) is not { } loaded)
            {
                return ExitCode.Unusable;
            }

            if (parsed.GetValue(registry) is { } only && !loaded.Registries.ContainsKey(only))
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"labels registry search: there is no registry '{only}'; loaded are {string.Join(", ", loaded.Registries.Keys.Order(StringComparer.Ordinal))}.");
                return ExitCode.Unusable;
            }

            var searched = loaded.Registries.Values.Where(r => parsed.GetValue(registry) is not { } id || r.Id == id).OrderBy(r => r.Id, StringComparer.Ordinal);
            var found = searched.SelectMany(r => r.Entities.Where(e => IsNamed(e, parsed.GetValue(text)!)).Select(e => (r, e))).ToList();
            var shown = Math.Max(1, parsed.GetValue(limit));
            var output = parsed.InvocationConfiguration.Output;
            foreach (var (from, entity) in found.Take(shown))
            {
                await output.WriteLineAsync(EntityText.Write(from, entity));
            }

            await output.WriteLineAsync(found.Count > shown ? $"{found.Count} found, {shown} shown; say more of the name, or --limit {found.Count}." : $"{found.Count} found.");
            return found.Count > 0 ? ExitCode.Done : ExitCode.Otherwise;
        });
        return command;
    }

    private static bool IsNamed(Entity entity, string text)
    {
        var key = NameKey.Of(text);
        return key.Length > 0 && entity.Aliases.Concat(entity.QuotedAliases).Concat([entity.Name, entity.NameEn ?? ""]).Any(n => NameKey.Of(n).Contains(key, StringComparison.Ordinal))
            || entity.Domains.Concat(entity.Accounts).Append(entity.Id).Any(a => a.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}
