using System.Globalization;
using Serilog;
using Serilog.Configuration;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace LabelService.Web.Operations;

/// <summary>The log: lines on the console, written aside so that no request waits for a terminal. A section <c>Serilog</c> in the settings adds to it.</summary>
internal static class RequestLogging
{
    private const int MaximumWaiting = 10_000;
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} {Level:u3} {Message:lj}{NewLine}{Exception}";

    public static void Configure(HostBuilderContext context, LoggerConfiguration log) => ToConsole(log.WriteTo)
        .MinimumLevel.Information()
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .MinimumLevel.Override("Microsoft.Hosting.Lifetime", LogEventLevel.Information)

        // On, it makes a scope and an activity for every request, and our line carries the request's id itself.
        .MinimumLevel.Override("Microsoft.AspNetCore.Hosting.Diagnostics", LevelAlias.Off)

        // It warns at every first start that its keys lie in the store unencrypted, as sessions' accounts beside them do; and of forms that are out of date.
        .MinimumLevel.Override("Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
        .MinimumLevel.Override("Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
        .ReadFrom.Configuration(context.Configuration);

    /// <summary>For eyes in colour and at once, for a file or a pipe many lines at a time.</summary>
    private static LoggerConfiguration ToConsole(LoggerSinkConfiguration sinks) => Console.IsOutputRedirected
        ? sinks.Sink(new ConsoleLines(new MessageTemplateTextFormatter(Line, CultureInfo.InvariantCulture), Console.OpenStandardOutput()))
        : sinks.Async(aside => aside.Console(outputTemplate: Line), MaximumWaiting);
}
