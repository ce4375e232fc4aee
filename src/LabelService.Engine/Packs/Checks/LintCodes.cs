using System.Collections.Frozen;
using System.Collections.Immutable;

namespace LabelService.Engine.Packs.Checks;

/// <summary>The names of all lints of rules, as 'allow' takes them.</summary>
public static class LintCodes
{
    public const string AlwaysFires = "always-fires";
    public const string AllowUnused = "allow-unused";
    public const string CommonWord = "common-word";
    public const string EmptyRegistry = "empty-registry";
    public const string MissingCase = "missing-case";
    public const string MissingLanguage = "missing-language";
    public const string NamesNobody = "names-nobody";
    public const string NeverFires = "never-fires";
    public const string NotExercised = "not-exercised";
    public const string Overlaps = "overlaps";
    public const string ReviewDue = "review-due";
    public const string UnboundedPattern = "unbounded-pattern";
    public const string VersionGap = "version-gap";
    public const string VersionOverlap = "version-overlap";
    public const string WordingOld = "wording-old";

    /// <summary>Those that a rule can answer.</summary>
    public static ImmutableArray<string> All { get; } =
    [
        AlwaysFires, CommonWord, "day-order", EmptyRegistry, "form-type", MissingCase, MissingLanguage, NamesNobody, NeverFires, "no-cases", "no-form",
        "no-note", "no-official-text", "no-subject", "no-why", NotExercised, Overlaps, ReviewDue, UnboundedPattern, VersionGap, VersionOverlap, WordingOld,
    ];

    /// <summary>Those that come and go with the day or with an import: an answer that is not needed now is not yet wrong.</summary>
    internal static FrozenSet<string> Passing { get; } = [EmptyRegistry, ReviewDue, WordingOld];
}
