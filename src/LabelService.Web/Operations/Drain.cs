using System.Runtime.InteropServices;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Operations;

/// <summary>
/// The end of a node for which others stand in. Told to end by SIGTERM it says so at <c>/health/ready</c>, asks every caller to leave the
/// connection, and goes on answering for some seconds; then the host's own end takes no new connections and finishes what runs. At a
/// keyboard (SIGINT) nobody stands in, and it ends at once.
/// </summary>
internal sealed partial class Drain(IHostApplicationLifetime life, IOptions<DrainOptions> options, TimeProvider time, ILogger<Drain> log) : IHostedLifecycleService, IDisposable
{
    private readonly TaskCompletionSource _atOnce = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private PosixSignalRegistration? _interrupt;

    public bool IsDraining => life.ApplicationStopping.IsCancellationRequested;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => _atOnce.TrySetResult());
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Comes before anything is stopped. A host that its own program stops, as tests do, has nobody to wait for.</summary>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        if (!IsDraining || options.Value.Seconds == 0 || _atOnce.Task.IsCompleted)
        {
            return;
        }

        Draining(options.Value.Seconds);
        await Task.WhenAny(_atOnce.Task, Task.Delay(TimeSpan.FromSeconds(options.Value.Seconds), time, cancellationToken));
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _interrupt?.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "Told to end: /health/ready says so, and requests are answered for {Seconds} more seconds")]
    private partial void Draining(int seconds);
}
