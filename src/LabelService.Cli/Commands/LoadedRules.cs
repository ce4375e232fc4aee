using System.CommandLine;
using LabelService.Engine.Rulesets;
using LabelService.Workflow;

namespace LabelService.Cli.Commands;

/// <summary>Loads the ruleset for a command that checks; a command line has no last good state, so any error stops it.</summary>
internal static class LoadedRules
{
    /// <summary>The exceptions beside the rules that have not ended today.</summary>
    public static Exceptions Exceptions(Ruleset ruleset) => ruleset.Exceptions.On(Today(ruleset));

    public static DateOnly Today(Ruleset ruleset) => Today(ruleset.TimeZone);

    public static DateOnly Today(TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), zone).DateTime);

    public static Ruleset? OrComplain(RulesOption rules, ParseResult parsed)
    {
        try
        {
            var (folder, result) = rules.Load(parsed);
            foreach (var error in result.Errors)
            {
                Console.Error.WriteLine($"{folder.Root}/{error}");
            }

            if (result.Errors.IsEmpty && result.Ruleset is not null)
            {
                return result.Ruleset;
            }

            Console.Error.WriteLine($"The rules in {folder.Root} have errors; mend them first (labels rules lint shows them alone).");
        }
        catch (StartRefusedException refused)
        {
            Console.Error.WriteLine(refused.Message);
        }

        return null;
    }
}
