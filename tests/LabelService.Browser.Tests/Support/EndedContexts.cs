using System.Collections.Concurrent;
using System.Reflection;
using Xunit.v3;

namespace LabelService.Browser.Tests.Support;

/// <summary>Browser contexts of tests that are over. Left open, they slow down all that come after; whoever opens the next one closes them.</summary>
internal static class EndedContexts
{
    private static readonly ConcurrentDictionary<string, ConcurrentBag<IBrowserContext>> OfTests = new(StringComparer.Ordinal);
    private static readonly ConcurrentQueue<IBrowserContext> Ended = new();

    public static void Note(IBrowserContext context)
    {
        if (TestContext.Current.Test?.UniqueID is { } test)
        {
            OfTests.GetOrAdd(test, _ => []).Add(context);
        }
    }

    public static void End(string test)
    {
        foreach (var context in OfTests.TryRemove(test, out var opened) ? opened : [])
        {
            Ended.Enqueue(context);
        }
    }

    public static async Task CloseAsync()
    {
        while (Ended.TryDequeue(out var context))
        {
            await context.CloseAsync();
        }
    }
}

/// <summary>Notices the end of each test.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
internal sealed class EndsContextsAttribute : BeforeAfterTestAttribute
{
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => EndedContexts.End(test.UniqueID);
}
