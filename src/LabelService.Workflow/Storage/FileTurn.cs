namespace LabelService.Workflow.Storage;

/// <summary>One process at a time, by a file that is held open: the system lets go of it when the process ends, however it ends.</summary>
internal static class FileTurn
{
    private const int EwouldblockOfLinux = 11;
    private const int EwouldblockOfMacOs = 35;
    private const int SharingViolationOfWindows = unchecked((int)0x80070020);
    private static readonly TimeSpan Again = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until no other process holds the file. The file stays: one that is deleted while another waits could be held twice.</summary>
    public static async Task<IDisposable> TakeAsync(string path, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException error) when (error.HResult is EwouldblockOfLinux or EwouldblockOfMacOs or SharingViolationOfWindows)
            {
                await Task.Delay(Again, cancel);
            }
        }
    }
}
