using System.Data.Common;

namespace LabelService.Workflow.Archive.Importing;

/// <summary>Does something again where the store failed for a reason that passes, such as a server that restarts: an import of hours shall not end by it.</summary>
internal static class Passing
{
    private const int Attempts = 30;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="act">Something that may be done twice.</param>
    public static async Task TryAsync(Func<Task> act, CancellationToken cancel)
    {
        for (var left = Attempts - 1; ; left--)
        {
            try
            {
                await act();
                return;
            }
            catch (DbException error) when (left > 0 && error.IsTransient)
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }
}
