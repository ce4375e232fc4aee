using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Checks;

/// <summary>What a pack can load with and should still mend, as far as its own file tells. Each check is one file; all are listed here.</summary>
internal static class RuleLint
{
    private static readonly ImmutableArray<Func<Pack, IEnumerable<LintFinding>>> Checks =
    [
        CasesCheck.Run, LanguagesCheck.Run, TitlesCheck.Run, SubjectsCheck.Run, NamesCheck.Run, GrammarCheck.Run, DaysCheck.Run, NotesCheck.Run, AcceptsCheck.Run,
        NeverFiresCheck.Run, AlwaysFiresCheck.Run, PatternsCheck.Run, CommonWordsCheck.Run,
    ];

    /// <summary>The warnings that no rule answers.</summary>
    public static ImmutableArray<RuleFileError> Run(Pack pack) =>
        [.. Find(pack).Where(f => !f.IsAnswered).Select(f => f.Warning).OrderBy(e => e.Line).ThenBy(e => e.Column)];

    /// <summary>Everything found, answered or not.</summary>
    public static IEnumerable<LintFinding> Find(Pack pack) => Checks.SelectMany(check => check(pack));
}
