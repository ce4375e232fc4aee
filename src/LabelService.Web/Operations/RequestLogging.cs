using Serilog;
using Serilog.Events;

namespace LabelService.Web.Operations;

/// <summary>The log: lines on the console, written aside so that no request waits for a terminal. A section <c>Serilog</c> in the settings adds to it.</summary>
internal static class RequestLogging
{
    private const int MaximumWaiting = 10_000;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void Configure(HostBuilderContext context, LoggerConfiguration log) => log
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)
        .WriteTo.Async(sinks => sinks.Console(outputTemplate: Line), MaximumWaiting)
        .ReadFrom.Configuration(context.Configuration);
}
