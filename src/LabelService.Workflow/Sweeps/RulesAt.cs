using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Rulesets;

namespace LabelService.Workflow.Sweeps;

/// <summary>Everything that decides beside the article, at one moment: rules, exceptions, the day.</summary>
/// <param name="Stamp">Two of one stamp decide alike.</param>
/// <param name="Files">The files of the rules that are in force for everybody.</param>
internal sealed record RulesAt(string Stamp, LoadedRuleset Loaded, DateOnly Day, IReadOnlyDictionary<string, string> Files, ExceptionsInForce Exceptions)
{
    private ImmutableHashSet<string>? _decided;

    public Ruleset Ruleset => Loaded.Ruleset!;

    public RememberedExceptions Remembered => Exceptions.Remembered;

    /// <summary>Entities of whom somebody decided that words mean them: of these a surname alone may be enough.</summary>
    public IReadOnlySet<string> Decided => _decided ??=
    [
        .. Ruleset.Exceptions.Names.Where(n => n.Says == ExceptionSays.ThisOne).Select(n => n.Entity),
        .. Remembered.Rows.Where(r => r.MeansIt).Select(r => r.EntityId),
    ];

    public static string StampOf(LoadedRuleset loaded, RememberedExceptions remembered, DateOnly day)
    {
        var staged = string.Join(' ', loaded.Staged.Select(s => $"{s.Share} {s.Ruleset.Version}"));
        return $"{loaded.Ruleset!.Version} {loaded.Ruleset.Exceptions.Version} {remembered.Stamp} {day:yyyy-MM-dd} {staged}".TrimEnd();
    }
}
