using LabelService.Web;
using LabelService.Workflow;
using Microsoft.Extensions.Options;
using Serilog;

try
{
    await using var app = LabelHost.Build(args);
    await app.StartLabelServiceAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (error is StartRefusedException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync($"The service did not start. {error.Message}");
    return 1;
}
catch (InvalidOperationException error) when (error.InnerException is ArgumentException { InnerException: FormatException or OverflowException })
{
    await Console.Error.WriteLineAsync($"The service did not start. {error.Message} Write a whole number, such as 2097152.");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}
