using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using LabelService.Web;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LabelService.Web.Tests.Support;

/// <summary>The whole service on a port of its own, with real files in a folder of its own.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Key = "live_for-the-tests-0001";
    private readonly WebApplication _app;
    private readonly bool _ownsFolder;

    private RunningService(WebApplication app, string folder, bool ownsFolder)
    {
        (_app, Folder, _ownsFolder) = (app, folder, ownsFolder);
        Http = Client(Key);
    }

    public string Folder { get; }
    public HttpClient Http { get; }
    public string Address => _app.Urls.First();
    public string RulesFolder => Path.Combine(Folder, "rules");
    public string Database => Path.Combine(Folder, "labels.db");
    public IServiceProvider Services => _app.Services;
    public KeyService Keys => Services.GetRequiredService<KeyService>();

    /// <param name="settings">Such as <c>Limits:RequestsPerMinute=3</c>.</param>
    public static Task<RunningService> StartAsync(params string[] settings)
    {
        var folder = NewFolder();
        TestRules.Write(Path.Combine(folder, "rules"));
        return StartInAsync(folder, true, settings);
    }

    public static async Task<RunningService> StartInAsync(string folder, bool ownsFolder, params string[] settings)
    {
        Directory.CreateDirectory(Path.Combine(folder, "rules"));
        string[] fixedSettings =
        [
            "urls=http://127.0.0.1:0", $"Rules:Path={Path.Combine(folder, "rules")}", $"Bootstrap:ApiKey={Key}",
            $"Storage:ConnectionString=Data Source={Path.Combine(folder, "labels.db")};Pooling=False",
            "Serilog:MinimumLevel:Default=Fatal", "Serilog:MinimumLevel:Override:Microsoft.Hosting.Lifetime=Fatal",
            "Serilog:MinimumLevel:Override:Microsoft=Fatal",
        ];
        var app = LabelHost.Build([.. fixedSettings.Concat(settings).Select(s => "--" + s)]);
        // Hundreds of accounts are made and entered here, and a hash that withstands guessing takes long on purpose.
        app.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount = 10;
        await app.StartLabelServiceAsync();
        return new RunningService(app, folder, ownsFolder);
    }

    public static string NewFolder() => Directory.CreateTempSubdirectory("labelservice-").FullName;

    public HttpClient Client(string? key)
    {
        var client = new HttpClient { BaseAddress = new Uri(Address) };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async Task<HttpClient> ClientWithAsync(bool test, params string[] scopes)
    {
        var made = await Keys.CreateAsync("test", "default", [.. scopes], test, CancellationToken.None);
        await KeysRefreshedAsync();
        return Client(made.Value!.Secret);
    }

    public Task KeysRefreshedAsync() => Services.GetRequiredService<KeyRing>().RefreshAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}

internal static class Calls
{
    public static StringContent Json(string json) => new(json, Encoding.UTF8, "application/json");

    public static StringContent Json(JsonNode json) => Json(json.ToJsonString());

    public static Task<HttpResponseMessage> CheckAsync(this HttpClient http, string json) => http.PostAsync("/v1/checks", Json(json));

    public static async Task<JsonNode> ReadAsync(this HttpResponseMessage response) =>
        JsonNode.Parse(await response.Content.ReadAsStringAsync())!;

    public static async Task<JsonNode> ReadAsync(this Task<HttpResponseMessage> response) => await (await response).ReadAsync();
}
