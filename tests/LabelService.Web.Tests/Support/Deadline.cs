using System.Diagnostics;

namespace LabelService.Web.Tests.Support;

/// <summary>Waits for a thing itself, and fails when it does not come.</summary>
internal static class Deadline
{
    public static async Task UntilAsync(Func<Task<bool>> holds, double seconds, string what)
    {
        var start = Stopwatch.GetTimestamp();
        while (!await holds())
        {
            Assert.True(Stopwatch.GetElapsedTime(start).TotalSeconds < seconds, $"Not within {seconds} s: {what}");
            await Task.Delay(20);
        }
    }
}
