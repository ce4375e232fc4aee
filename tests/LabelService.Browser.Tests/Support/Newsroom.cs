using System.Net.Http.Json;
using System.Text.Json;

namespace LabelService.Browser.Tests.Support;

/// <summary>A service with questions to moderators, and the CMS that asks them.</summary>
public sealed class Newsroom : IAsyncLifetime
{
    private RunningService? _service;

    public HttpClient Cms { get; } = new();

    public Uri Address => _service?.Address ?? new Uri("http://127.0.0.1/");

    public async ValueTask InitializeAsync()
    {
        if (Chromium.Path is null)
        {
            return;
        }

        _service = await RunningService.StartAsync(QuestionRules.AddTo);
        Cms.BaseAddress = _service.Address;
        Cms.DefaultRequestHeaders.Authorization = new("Bearer", RunningService.Key);
    }

    /// <summary>Has an article checked that names somebody by two names only.</summary>
    /// <returns>The review's id.</returns>
    public async Task<string> AsksAsync(string article, string title, string body = "Вчера Лидия Рощинская приехала в город и открыла мост.", string author = "Анна Корнилова", string format = "text")
    {
        Assert.SkipWhen(_service is null, "No Chromium on this machine; as root: apt-get install chromium");
        using var answer = await Cms.PostAsJsonAsync("v1/checks", new
        {
            article = new { externalId = article, language = "ru", title, body, format, authors = new[] { new { name = author } }, publishedAt = "2026-11-01" },
        });
        var report = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(report.TryGetProperty("review", out var review) && review.ValueKind == JsonValueKind.Object, report.ToString());
        return review.GetProperty("id").GetString()!;
    }

    public Task<string> LabelsAsync(string article) => Cms.GetStringAsync($"v1/labels?externalId={article}");

    public async ValueTask DisposeAsync()
    {
        Cms.Dispose();
        if (_service is not null)
        {
            await _service.DisposeAsync();
        }
    }
}
