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
    private (DateTimeOffset At, bool Writes) _probe = (DateTimeOffset.MinValue, false);

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
            if (time.GetUtcNow() - _probe.At > ProbeEvery)
            {
                _probe = (time.GetUtcNow(), await ProbeAsync(cancel));
            }

            return _probe.Writes;
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
/// rests on it; <c>unavailable</c>.
/// </param>
/// <param name="Kept">Packs and registries that serve in their last good state.</param>
/// <param name="Broken">What is wrong in which file.</param>
public sealed record ReadinessReport(
    string Status, string Store, string? Ruleset, DateTimeOffset LoadedAt, ImmutableArray<string> Kept, ImmutableArray<BrokenRuleFile> Broken)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsAvailable => Status != "unavailable";
}

/// <summary>A fault in a file of rules; line and column from 1.</summary>
public sealed record BrokenRuleFile(string File, int Line, int Column, string Code, string Message);
