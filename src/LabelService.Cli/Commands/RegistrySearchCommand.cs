using System.CommandLine;
using LabelService.Cli.Output;
using LabelService.Engine.Checking;

namespace LabelService.Cli.Commands;

/// <summary><c>labels registry search TEXT</c>: entities of the loaded registries by any name in any form, or by a part of a name or address.</summary>
internal static class RegistrySearchCommand
{
    public static Command Create()
    {
        var text = new Argument<string>("TEXT") { Description = "A name in any form in which texts write it, or a part of a name, alias, domain, account or id; case, quotes and ё do not matter." };
        var registry = new Option<string?>("--registry") { Description = "Only in this registry." };
        var limit = new Option<int>("--limit") { DefaultValueFactory = _ => 20, Description = "At most so many entities." };
        var forms = new Option<bool>("--forms") { Description = "Show the forms by which each is found in texts, and how sure a find by them is." };
        var rules = new RulesOption();
        var command = new Command("search", "Look an entity up in the loaded registries: names, aliases, addresses, listing periods, source.") { text, registry, limit, forms };
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

            var search = new RegistrySearch(loaded);
            var found = search.Find(parsed.GetValue(text)!, parsed.GetValue(registry));
            var shown = Math.Max(1, parsed.GetValue(limit));
            var output = parsed.InvocationConfiguration.Output;
            foreach (var find in found.Take(shown))
            {
                await output.WriteLineAsync(EntityText.Write(find.Registry, find.Entity) + (parsed.GetValue(forms) ? FormsText.Write(search.Forms(find.Entity)) : ""));
            }

            await output.WriteLineAsync(found.Length > shown ? $"{found.Length} found, {shown} shown; say more of the name, or --limit {found.Length}." : $"{found.Length} found.");
            return found.Length > 0 ? ExitCode.Done : ExitCode.Otherwise;
        });
        return command;
    }
}
