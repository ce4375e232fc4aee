using LabelService.Web;
using LabelService.Workflow;
using Microsoft.Extensions.Options;
using Serilog;

try
{
    // Run from elsewhere, the settings and pages are those beside the program.
    var root = File.Exists("appsettings.json") || Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory;
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = root });
    builder.AddLabelService();
    var app = builder.Build();
    app.UseLabelService();
    await app.StartLabelServiceAsync();
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (error is StartRefusedException or OptionsValidationException)
{
    await Console.Error.WriteLineAsync($"The service did not start. {error.Message}");
    return 1;
}
finally
{
    await Log.CloseAndFlushAsync();
}
