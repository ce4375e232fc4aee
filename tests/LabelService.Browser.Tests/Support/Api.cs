using System.Text.Json;

namespace LabelService.Browser.Tests.Support;

/// <summary>The API as a page's own script calls it: with the session's cookie, and the anti-forgery header where somebody is signed in.</summary>
internal static class Api
{
    public static async Task<(int Status, JsonElement Body)> CallAsync(this IPage page, string method, string path, object? body = null, string? key = null)
    {
        var answer = await page.EvaluateAsync<JsonElement>(
            """
            async ([method, path, body, key]) => {
              const token = document.querySelector('meta[name=antiforgery]')?.content;
              const answer = await fetch(path, {
                method,
                credentials: key ? 'omit' : 'same-origin',
                headers: { ...(key ? { Authorization: `Bearer ${key}` } : token ? { 'X-Antiforgery': token } : {}), ...(body ? { 'Content-Type': 'application/json' } : {}), Accept: 'application/json' },
                body: body ? JSON.stringify(body) : undefined,
              });
              const text = await answer.text();
              let read = null;
              try { read = JSON.parse(text); } catch { read = { text }; }
              return { status: answer.status, body: read };
            }
            """,
            new[] { method, path, body, key });
        return (answer.GetProperty("status").GetInt32(), answer.GetProperty("body"));
    }
}
