using System.Collections.Concurrent;
using System.Text;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace LabelService.Web.Operations;

/// <summary>
/// Writes the log to the console many lines at a time: a line waits a moment for those that follow, and one call to the system takes them all.
/// A request only hands its line over; where nobody takes the lines away, what comes beyond the maximum is dropped, as no request may wait.
/// </summary>
internal sealed class ConsoleLines : ILogEventSink, IDisposable
{
    private const int MaximumWaiting = 10_000;
    private const int BufferSize = 64 << 10;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    private readonly ConcurrentQueue<LogEvent> _waiting = new();
    private readonly ITextFormatter _format;
    private readonly StreamWriter _console;
    private readonly PeriodicTimer _timer = new(Interval);
    private readonly Task _writing;

    public ConsoleLines(ITextFormatter format, Stream console)
    {
        _format = format;
        _console = new StreamWriter(console, new UTF8Encoding(false), BufferSize);
        _writing = Task.Run(WriteAllAsync);
    }

    public void Emit(LogEvent logEvent)
    {
        if (_waiting.Count < MaximumWaiting)
        {
            _waiting.Enqueue(logEvent);
        }
    }

    /// <summary>Writes what still waits.</summary>
    public void Dispose()
    {
        _timer.Dispose();
        _writing.GetAwaiter().GetResult();
        Write();
        _console.Dispose();
    }

    private async Task WriteAllAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            Write();
        }
    }

    private void Write()
    {
        try
        {
            while (_waiting.TryDequeue(out var line))
            {
                _format.Format(line, _console);
            }

            _console.Flush();
        }
        catch (IOException)
        {
            // Whoever read the console has gone: the service goes on without it.
        }
    }
}
