using System.Collections.Concurrent;

namespace LabelService.Browser.Tests.Support;

/// <summary>Services that several classes of tests share: to start one takes longer than most tests. Each class has a site of its own there.</summary>
internal static class SharedServices
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<RunningService>>> Running = new(StringComparer.Ordinal);

    /// <param name="kind">What sets it apart from the others.</param>
    public static Task<RunningService> OfAsync(string kind, Func<Task<RunningService>> start) => Running.GetOrAdd(kind, _ => new(start)).Value;

    /// <summary>When all tests are over.</summary>
    public static async Task StopAsync()
    {
        foreach (var service in Running.Values)
        {
            await (await service.Value).DisposeAsync();
        }
    }
}
