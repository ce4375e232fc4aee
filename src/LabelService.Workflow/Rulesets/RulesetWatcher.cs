using System.Threading.Channels;
using LabelService.Workflow.Workshop;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LabelService.Workflow.Rulesets;

/// <summary>
/// Loads the rules again within a second of a change. The file system's own events wake it early; a look at times and sizes twice
/// a second finds what they miss: editors that rename, mounts that send none.
/// </summary>
internal sealed partial class RulesetWatcher(RulesetHolder holder, RulesetFolder folder, ReleasedPacks released, ILogger<RulesetWatcher> log) : BackgroundService
{
    private static readonly TimeSpan PollEvery = TimeSpan.FromMilliseconds(400);

    /// <summary>Files of one change arrive one after the other; a change is taken when the folder has been still so long.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(100);

    private readonly Channel<bool> _woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var events = Listen();
        while (true)
        {
            try
            {
                await LoadChangeAsync(stoppingToken);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                FolderUnread(folder.Root, error.Message);
            }

            await WaitAsync(stoppingToken);
        }
    }

    private async Task LoadChangeAsync(CancellationToken stopping)
    {
        await released.RefreshAsync(stopping);
        var seen = holder.Look();
        if (seen == holder.Fingerprint)
        {
            return;
        }

        await Task.Delay(Settle, stopping);
        if (holder.Look() == seen)
        {
            holder.Load();
        }
        else
        {
            Wake();
        }
    }

    private async Task WaitAsync(CancellationToken stopping)
    {
        using var poll = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        poll.CancelAfter(PollEvery);
        try
        {
            await _woken.Reader.ReadAsync(poll.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // Nothing woke us: look anyway.
        }
    }

    private FileSystemWatcher? Listen()
    {
        try
        {
            var events = new FileSystemWatcher(folder.Root) { IncludeSubdirectories = true };
            events.Changed += (_, _) => Wake();
            events.Created += (_, _) => Wake();
            events.Deleted += (_, _) => Wake();
            events.Renamed += (_, _) => Wake();
            events.EnableRaisingEvents = true;
            return events;
        }
        catch (Exception error) when (error is IOException or ArgumentException or PlatformNotSupportedException)
        {
            EventsMissing(error.Message);
            return null;
        }
    }

    private void Wake() => _woken.Writer.TryWrite(true);

    [LoggerMessage(Level = LogLevel.Error, Message = "The folder of rules {Folder} cannot be read, the ruleset stays as it is: {Problem}")]
    private partial void FolderUnread(string folder, string problem);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No events from the file system ({Problem}); changes of rules are found by looking twice a second")]
    private partial void EventsMissing(string problem);
}
