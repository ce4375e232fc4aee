using System.Collections.Frozen;
using System.Text.Json;

namespace LabelService.Engine.Model;

/// <summary>
/// What <see cref="Told"/> says in Russian, by its English format: our own sentences under <c>messages</c>, those of libraries under
/// <c>libraries</c>.
/// </summary>
internal static class MessageCatalogue
{
    /// <summary>The embedded file.</summary>
    public const string File = "messages.ru.json";

    public static readonly FrozenDictionary<string, string> Russian = Read();

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(MessageCatalogue).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not embedded.");
        var parts = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string>>>(stream)!;
        return parts.Values.SelectMany(p => p).ToFrozenDictionary(StringComparer.Ordinal);
    }
}
