using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;

namespace LabelService.Workflow.DryRuns;

/// <summary>The rules as they would be with one pack replaced or added.</summary>
/// <param name="Ruleset">Null where nothing of it can be used.</param>
/// <param name="Errors">What is wrong in the pack's own files, and what it breaks elsewhere; what was wrong before is left out.</param>
internal sealed record CandidateRules(Ruleset? Ruleset, IReadOnlyDictionary<string, string> Files, ImmutableArray<RuleFileError> Errors, ImmutableArray<RuleFileError> Warnings)
{
    /// <param name="files">All files of the rules in force.</param>
    /// <param name="present">What was made of them: what did not change is taken from it.</param>
    /// <param name="unread">Why other files of the folder could not be read.</param>
    public static CandidateRules Of(
        IReadOnlyDictionary<string, string> files, RulesetSettings settings, Ruleset? present, ImmutableArray<RuleFileError> presentErrors, PackFiles candidate,
        ImmutableArray<RuleFileError> unread)
    {
        var replaced = Replace(files, [candidate]);
        var built = RulesetBuilder.Build(replaced, settings, present, [.. unread.Where(u => !IsOf(candidate, u))]);
        var known = presentErrors.Where(e => !IsOf(candidate, e)).Select(e => (e.File, e.Code, e.Message)).ToHashSet();
        return new CandidateRules(
            built.Ruleset, replaced,
            [.. built.Errors.Where(e => !known.Contains((e.File, e.Code, e.Message)))],
            [.. built.Warnings.Where(w => IsOf(candidate, w))]);
    }

    /// <summary>The files with whole packs replaced.</summary>
    public static Dictionary<string, string> Replace(IReadOnlyDictionary<string, string> files, IEnumerable<PackFiles> packs)
    {
        var all = new Dictionary<string, string>(files, StringComparer.Ordinal);
        foreach (var pack in packs)
        {
            foreach (var old in PackFiles.In(all, pack.Pack)?.InRules() ?? [])
            {
                all.Remove(old.Key);
            }

            foreach (var (path, text) in pack.InRules())
            {
                all[path] = text;
            }
        }

        return all;
    }

    /// <summary>A refusal that names every error with its place; null where there is none.</summary>
    public Refusal? Refusal() => Errors.IsEmpty
        ? null
        : Workflow.Refusal.Invalid(
            Errors.GroupBy(e => e.File, StringComparer.Ordinal).ToImmutableSortedDictionary(
                g => $"$.pack.files['{g.Key}']", g => g.Select(e => $"{e.Line}:{e.Column}: {e.Message} [{e.Code}]").ToImmutableArray(), StringComparer.Ordinal),
            "broken-pack");

    /// <summary>Whether an error stands in a file of the candidate.</summary>
    public static bool IsOf(PackFiles candidate, RuleFileError error) => error.File.StartsWith($"packs/{candidate.Pack}/", StringComparison.Ordinal);
}
