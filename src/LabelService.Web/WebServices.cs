using LabelService.Engine.Model;
using LabelService.Web.ApiDocs;
using LabelService.Web.Desk;
using LabelService.Web.Http;
using LabelService.Web.Labels;
using LabelService.Web.Operations;
using LabelService.Web.RuleBook;
using LabelService.Web.Settings;
using LabelService.Web.Workshop;
using LabelService.Workflow;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.Options;
using Serilog;

namespace LabelService.Web;

/// <summary>What the host wires in.</summary>
internal static class WebServices
{
    /// <summary>Longer than any request may be, so that ours is the limit that answers.</summary>
    private const long KestrelBodyLimit = BodyReader.MaximumRefused + 1;

    /// <summary>What still runs when the node takes nothing new any more.</summary>
    private static readonly TimeSpan FinishWithin = TimeSpan.FromSeconds(25);

    public static void AddLabelService(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.Host.UseSerilog(RequestLogging.Configure);

        // The pages' files of a build from the sources lie in the source tree; a published copy has them beside it.
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = KestrelBodyLimit;
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 << 10;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.AddLabelWorkflow(builder.Configuration, builder.Environment.ContentRootPath, p => ListenAddresses.First(p.GetRequiredService<IConfiguration>()).Address);
        services.AddOptions<LimitsOptions>().Bind(builder.Configuration.GetSection(LimitsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<LimitsOptions>, LimitsValidator>();
        services.AddSingleton<ServiceMetrics>();
        services.AddSingleton<LabelStyles>();
        services.AddWatching(builder.Configuration);
        services.AddDrain(builder.Configuration);
        services.AddSingleton<SharedCounts>();
        services.AddHostedService(p => p.GetRequiredService<SharedCounts>());
        services.AddSingleton<CorrectionLimit>();
        services.AddSingleton<SampleReader>();
        services.AddSingleton<SettingsInForce>();
        services.AddSingleton<DeskSettings>();
        services.AddSingleton<RuleNames>();
        services.AddSingleton<DeskViews>();
        services.AddSingleton<DeskDoor>();
        services.AddApiDocument();
        services.AddSessions();
        services.AddControllersWithViews()
            .ConfigureApplicationPartManager(parts =>
            {
                parts.FeatureProviders.Remove(parts.FeatureProviders.OfType<ControllerFeatureProvider>().Single());
                parts.FeatureProviders.Add(new InternalControllers());
            })
            .AddJsonOptions(json => json.JsonSerializerOptions.Encoder = ContractJson.Wire.Encoder);
        services.Configure<ApiBehaviorOptions>(api => api.SuppressMapClientErrors = true);
    }

    private static void AddDrain(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<DrainOptions>().Bind(settings.GetSection(DrainOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<DrainOptions>, DrainValidator>();
        services.AddSingleton<Drain>();
        services.AddHostedService(p => p.GetRequiredService<Drain>());
        services.AddOptions<HostOptions>().Configure<IOptions<DrainOptions>>((host, drain) => host.ShutdownTimeout = TimeSpan.FromSeconds(drain.Value.Seconds) + FinishWithin);
    }

    private sealed class DrainValidator : IValidateOptions<DrainOptions>
    {
        public ValidateOptionsResult Validate(string? name, DrainOptions options) =>
            options.Fault() is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }

    private sealed class LimitsValidator : IValidateOptions<LimitsOptions>
    {
        public ValidateOptionsResult Validate(string? name, LimitsOptions options) =>
            options.Fault() is { } wrong ? ValidateOptionsResult.Fail(wrong) : ValidateOptionsResult.Success;
    }
}
