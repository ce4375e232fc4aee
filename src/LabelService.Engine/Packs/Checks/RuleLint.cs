using System.Collections.Immutable;
using LabelService.Engine.Model;

namespace LabelService.Engine.Packs.Checks;

/// <summary>What a pack can load with and should still mend. Each check is one file; all are listed here.</summary>
internal static class RuleLint
{
    private static readonly ImmutableArray<Func<Pack, IEnumerable<RuleFileError>>> Checks =
    [
        CasesCheck.Run, LanguagesCheck.Run, SubjectsCheck.Run, DaysCheck.Run, NotesCheck.Run, AcceptsCheck.Run,
    ];

    public static ImmutableArray<RuleFileError> Run(Pack pack) =>
        [.. Checks.SelectMany(check => check(pack)).OrderBy(e => e.Line).ThenBy(e => e.Column)];

    internal static RuleFileError At(Position at, string code, Told message) => new(at.File, at.Line, at.Column, code, message);
}
