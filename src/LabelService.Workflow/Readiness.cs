using System.Collections.Immutable;
using LabelService.Workflow.Checks;
using LabelService.Workflow.Rulesets;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow;

/// <summary>Whether the service can do its work: it needs a ruleset and a store that writes.</summary>
internal sealed class Readiness(RulesetHolder rulesets, CheckRecorder recorder, TimeProvider time)
{
    private const int MaximumErrors = 200;

    /// <summary>Anyone may ask; the store is tried no more often than this.</summary>
    private static readonly TimeSpan ProbeEvery = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ProbeWithin = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _probing = new(1, 1);

    /// <summary>By the clock that nobody sets back.</summary>
    private long? _probedAt;
    private bool _writes;

    public async Task<ReadinessReport> LookAsync(CancellationToken cancel)
    {
        var loaded = rulesets.Current;
        var writes = await StoreWritesAsync(cancel);
        var status = loaded.Ruleset is null || !writes ? "unavailable" : loaded.Errors.IsEmpty ? "ready" : "degraded";
        return new ReadinessReport(
            status, writes ? "ok" : "cannot-write", loaded.Ruleset?.Version, loaded.LoadedAt, loaded.Kept,
            [.. loaded.Errors.Take(MaximumErrors).Select(e => new BrokenRuleFile(e.File, e.Line, e.Column, e.Code, e.Message))]);
    }

    private async Task<bool> StoreWritesAsync(CancellationToken cancel)
    {
        await _probing.WaitAsync(cancel);
        try
        {
            if (_probedAt is not { } at || time.GetElapsedTime(at) > ProbeEvery)
            {
                _writes = await ProbeAsync(cancel);
                _probedAt = time.GetTimestamp();
            }

            return _writes;
        }
        finally
        {
            _probing.Release();
        }
    }

    private async Task<bool> ProbeAsync(CancellationToken cancel)
    {
        try
        {
            await recorder.ProbeAsync().WaitAsync(ProbeWithin, time, cancel);
            return true;
        }
        catch (Exception error) when (error is StoreUnavailableException or TimeoutException)
        {
            return false;
        }
    }
}

/// <param name="Status">
/// <c>ready</c>; <c>degraded</c>: something is broken and its last good state serves, or, where it has none, answers leave to a moderator what
/// rests on it; <c>unavailable</c>; <c>draining</c>: the node was told to end and takes no more work.
/// </param>
/// <param name="Kept">Packs and registries that serve in their last good state.</param>
/// <param name="Broken">What is wrong in which file.</param>
public sealed record ReadinessReport(
    string Status, string Store, string? Ruleset, DateTimeOffset LoadedAt, ImmutableArray<string> Kept, ImmutableArray<BrokenRuleFile> Broken)
{
    public const string Draining = "draining";

    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAvailable => Status is not ("unavailable" or Draining);
}

/// <summary>A fault in a file of rules; line and column from 1.</summary>
public sealed record BrokenRuleFile(string File, int Line, int Column, string Code, string Message);
