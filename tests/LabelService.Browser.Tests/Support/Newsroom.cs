using System.Net.Http.Json;
using System.Text.Json;

namespace LabelService.Browser.Tests.Support;

/// <summary>A newsroom with questions to moderators, and the CMS that asks them: one site of a service that others have theirs in.</summary>
public class Newsroom : IAsyncLifetime
{
    private static int _newsrooms;
    private readonly string _site = $"paper-{Interlocked.Increment(ref _newsrooms)}";
    private RunningService? _service;

    /// <summary>Where its service keeps what it remembers.</summary>
    public string Database => _service!.Database;

    public HttpClient Cms { get; } = new();

    /// <summary>The folder of its rules.</summary>
    protected string Rules => _service!.Rules;

    public Uri Address => _service?.Address ?? new Uri("http://127.0.0.1/");

    /// <summary>A service for this newsroom alone, with these settings; null where it may share one.</summary>
    protected virtual (string Name, string Value)[]? Alone => null;

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _service = Alone is { } settings
            ? await RunningService.StartAsync(QuestionRules.AddTo, settings)
            : await SharedServices.OfAsync(nameof(Newsroom), () => RunningService.StartAsync(QuestionRules.AddTo));
        Cms.BaseAddress = _service.Address;
        Cms.DefaultRequestHeaders.Authorization = new("Bearer", await _service.KeyOfAsync(_site));
        await KnownAsync();
    }

    /// <summary>The people of this newsroom, who see nothing of others.</summary>
    internal Staff StaffOf(Site site) => new(site, Address, _site);

    /// <summary>Has an article checked that names somebody by two names only.</summary>
    /// <returns>The review's id.</returns>
    public Task<string> AsksAsync(string article, string title, string body = "Вчера Лидия Рощинская приехала в город и открыла мост.", string author = "Анна Корнилова", string format = "text") =>
        FlagAsync(new { externalId = article, language = "ru", title, body, format, authors = new[] { new { name = author } }, publishedAt = "2026-11-01" });

    /// <summary>Has an article checked that a paper is the source of, about which a rule always asks.</summary>
    public Task<string> AsksOfPaperAsync(string article, string title, string paper) =>
        FlagAsync(new { externalId = article, language = "en", title, body = $"The bridge was opened on Monday.\n\nSource: {paper}", publishedAt = "2026-11-01" });

    /// <returns>The id of the review that was opened.</returns>
    public async Task<string> FlagAsync(object article)
    {
        Assert.SkipWhen(_service is null, "No Chromium on this machine; as root: apt-get install chromium");
        using var answer = await Cms.PostAsJsonAsync("v1/checks", new { article });
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(report.TryGetProperty("review", out var review) && review.ValueKind == JsonValueKind.Object, report.ToString());
        return review.GetProperty("id").GetString()!;
    }

    /// <summary>What has happened since a cursor, as a CMS asks that receives no webhooks.</summary>
    public async Task<JsonElement> ChangesAsync(string? since = null) =>
        await Cms.GetFromJsonAsync<JsonElement>($"v1/changes?limit=200{(since is null ? "" : $"&since={since}")}");

    public Task<string> LabelsAsync(string article) => Cms.GetStringAsync($"v1/labels?externalId={article}");

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Cms.Dispose();
        if (_service is not null && Alone is not null)
        {
            await _service.DisposeAsync();
        }
    }

    /// <summary>A running service looks a few times a second whether there are new keys.</summary>
    private async Task KnownAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            using var answer = await Cms.GetAsync("v1/key", patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                return;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}

/// <summary>A newsroom in which a claim lasts two seconds.</summary>
public sealed class HastyNewsroom : Newsroom
{
    protected override (string Name, string Value)[] Alone => [("Reviews__LeaseSeconds", "2")];
}

/// <summary>A newsroom in which every sweep waits for a senior.</summary>
public sealed class CarefulNewsroom : Newsroom
{
    protected override (string Name, string Value)[] Alone => [("Sweeps__ConfirmAbove", "0")];

    /// <summary>Has a paper listed in a register from a day on.</summary>
    public Task ListAsync(string paper) => File.AppendAllTextAsync(Path.Combine(Rules, "registries", "xx-twins.csv"), $"xx:{paper.GetHashCode(StringComparison.Ordinal)},media,{paper},{paper},,,,,,,2021-10-15,,,,\n");
}

/// <summary>A newsroom whose store nobody else needs.</summary>
public sealed class LoneNewsroom : Newsroom
{
    protected override (string Name, string Value)[] Alone => [];
}
