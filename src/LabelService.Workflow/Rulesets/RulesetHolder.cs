using System.Collections.Immutable;
using LabelService.Engine.Checking;
using LabelService.Engine.Documenting;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Workshop;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Rulesets;

/// <summary>Holds the ruleset in use and replaces it as a whole; a check keeps the one that it began with.</summary>
/// <remarks>
/// The files of the folder are the ground; packs released in the workshop lie over them. While a release is shown to a share of the
/// articles, there is a ruleset for those beside the one for all others.
/// </remarks>
internal sealed partial class RulesetHolder(
    RulesetFolder folder, ReleasedPacks released, RulesetSettings settings, TimeProvider time, ILogger<RulesetHolder> log)
{
    public static readonly Refusal NothingLoaded =
        new(RefusalKind.Unavailable, "no-ruleset", "No ruleset is loaded; /health/ready says what is wrong with its files.")
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    private const int Everybody = 100;
    private readonly Lock _loading = new();
    private ImmutableArray<RuleFileError> _unread = [];
    private volatile LoadedRuleset _current = LoadedRuleset.Nothing;

    public LoadedRuleset Current => _current;

    /// <summary>How folder and releases looked when they were last read.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>How they look now: differs from <see cref="Fingerprint"/> where something changed.</summary>
    public string Look() => $"{folder.Fingerprint()} {released.Current.Stamp}";

    /// <summary>All files of the rules in force for everybody.</summary>
    public IReadOnlyDictionary<string, string> Files { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What labels mean to readers, as the folder's files say.</summary>
    public LabelTexts LabelTexts { get; private set; } = LabelTexts.Read(new Dictionary<string, string>(StringComparer.Ordinal));

    /// <summary>Everything odd in one pack, as it would be: what takes a trial on the box's own cases too.</summary>
    /// <param name="today">The day by which reminders are due.</param>
    public ImmutableArray<RuleFileError> Lint(PackFiles candidate, DateOnly today) =>
        LintRunner.Run(CandidateRules.Replace(Files, [candidate]), settings, today, candidate.Pack, _current.Ruleset).Warnings;

    /// <summary>The files of the folder alone, without what was released over them.</summary>
    public IReadOnlyDictionary<string, string> FolderFiles { get; private set; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The rules as they would be with a pack replaced or added.</summary>
    public CandidateRules With(PackFiles candidate) => CandidateRules.Of(Files, settings, _current.Ruleset, _current.Errors, candidate, _unread);

    /// <summary>Runs the cases of one pack, as it would be; what is wrong in others is not its fault.</summary>
    public CaseReport Prove(PackFiles candidate)
    {
        var report = CaseRunner.Run(CandidateRules.Replace(Files, [candidate]), settings, candidate.Pack, _current.Ruleset);
        return report with { Errors = [.. report.Errors.Where(e => CandidateRules.IsOf(candidate, e))] };
    }

    /// <summary>Reads the files and takes over what is good of them; what is broken stays as it was.</summary>
    public void Load()
    {
        lock (_loading)
        {
            var before = _current;
            var releases = released.Current;
            Fingerprint = Look();
            var (files, unread) = folder.Read();
            (FolderFiles, Files) = (files, releases.Over(files, Everybody));
            LabelTexts = LabelTexts.Read(files);
            _unread = [.. unread];
            var result = Build(Files, before.Ruleset);
            var errors = result.Errors.AddRange(LabelTexts.Errors);
            _current = new LoadedRuleset(result.Ruleset ?? before.Ruleset, errors, result.Kept, time.GetUtcNow())
            {
                Staged = Staged(files, releases, result.Ruleset ?? before.Ruleset),
            };
            Tell(result);
            foreach (var error in errors)
            {
                FileWrong(error.File, error.Line, error.Column, error.Message, error.Code);
            }
        }
    }

    /// <summary>A ruleset for each share of articles to which a release is shown; the smallest share, which sees most, first.</summary>
    private ImmutableArray<StagedRuleset> Staged(Dictionary<string, string> files, ReleasesInForce releases, Ruleset? lastGood) =>
        [.. from share in releases.Shares
            let built = Build(releases.Over(files, share), lastGood).Ruleset
            where built is not null
            select new StagedRuleset(share, built)];

    private RulesetResult Build(IReadOnlyDictionary<string, string> files, Ruleset? lastGood)
    {
        try
        {
            return RulesetBuilder.Build(files, settings, lastGood, _unread);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A fault of the builder's own must not stop a service that has a good ruleset.
            BuildFailed(error);
            return new RulesetResult(null, [new RuleFileError(".", 1, 1, "internal", "The rules could not be read: a fault of the service; its log has the details.")], [], []);
        }
    }

    private void Tell(RulesetResult result)
    {
        foreach (var warning in result.Warnings)
        {
            FileOdd(warning.File, warning.Line, warning.Column, warning.Message, warning.Code);
        }

        if (_current.Ruleset is { } ruleset)
        {
            Loaded(ruleset.Version, ruleset.Packs.Length, ruleset.Rules.Length, ruleset.Registries.Count, string.Join(',', result.Kept));
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Ruleset {Version}: {Packs} packs, {Rules} rules, {Registries} registries; kept in their last good state: [{Kept}]")]
    private partial void Loaded(string version, int packs, int rules, int registries, string kept);

    [LoggerMessage(Level = LogLevel.Error, Message = "{File}:{Line}:{Column}: {Problem} [{Code}]")]
    private partial void FileWrong(string file, int line, int column, string problem, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{File}:{Line}:{Column}: {Problem} [{Code}]")]
    private partial void FileOdd(string file, int line, int column, string problem, string code);

    [LoggerMessage(Level = LogLevel.Critical, Message = "Building the ruleset failed")]
    private partial void BuildFailed(Exception error);
}
