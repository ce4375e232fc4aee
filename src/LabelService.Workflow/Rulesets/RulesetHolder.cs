using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Rulesets;

/// <summary>Holds the ruleset in use and replaces it as a whole; a check keeps the one that it began with.</summary>
internal sealed partial class RulesetHolder(RulesetFolder folder, RulesetSettings settings, TimeProvider time, ILogger<RulesetHolder> log)
{
    public static readonly Refusal NothingLoaded =
        new(RefusalKind.Unavailable, "no-ruleset", "No ruleset is loaded; /health/ready says what is wrong with its files.")
        {
            RetryAfter = TimeSpan.FromSeconds(5),
        };

    private readonly Lock _loading = new();
    private volatile LoadedRuleset _current = LoadedRuleset.Nothing;

    public LoadedRuleset Current => _current;

    /// <summary>How the folder looked when it was last read; see <see cref="RulesetFolder.Fingerprint"/>.</summary>
    public string Fingerprint { get; private set; } = "";

    /// <summary>Reads the files and takes over what is good of them; what is broken stays as it was.</summary>
    public void Load()
    {
        lock (_loading)
        {
            var before = _current;
            Fingerprint = folder.Fingerprint();
            var (files, unread) = folder.Read();
            var result = Build(files, before.Ruleset);
            var errors = unread.Concat(result.Errors).ToImmutableArray();
            _current = new LoadedRuleset(result.Ruleset ?? before.Ruleset, errors, result.Kept, time.GetUtcNow());
            Tell(result);
            foreach (var error in errors)
            {
                FileWrong(error.File, error.Line, error.Column, error.Message, error.Code);
            }
        }
    }

    private RulesetResult Build(Dictionary<string, string> files, Ruleset? lastGood)
    {
        try
        {
            return RulesetBuilder.Build(files, settings, lastGood);
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
