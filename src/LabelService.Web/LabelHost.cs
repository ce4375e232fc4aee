namespace LabelService.Web;

/// <summary>Puts the service together; the tests start it the same way.</summary>
internal static class LabelHost
{
    public static WebApplication Build(string[] args)
    {
        // Run from elsewhere, the settings and pages are those beside the program.
        var root = Directory.Exists("wwwroot") ? null : AppContext.BaseDirectory;
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = root,
            ApplicationName = typeof(LabelHost).Assembly.GetName().Name,
        });
        builder.AddLabelService();
        var app = builder.Build();
        app.UseLabelService();
        return app;
    }
}
