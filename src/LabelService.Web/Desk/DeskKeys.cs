using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Workflow.Reviews;

namespace LabelService.Web.Desk;

/// <summary>Which key does what for one person. An empty key switches an action's key off.</summary>
internal sealed class DeskKeys
{
    public static readonly ImmutableArray<(string Action, string Key)> Defaults =
    [
        ("next-card", "j"), ("previous-card", "k"), ("approve", "a"), ("reject", "r"), ("not-this", "n"), ("edit", "e"), ("remember", "m"), ("approve-all", "l"),
        ("escalate", "x"), ("skip", "s"), ("release", "b"), ("take-over", "t"), ("comment", "c"), ("ask", "q"), ("appeal", "p"), ("near", "v"), ("undo", "u"),
        ("group", "g"), ("next", "]"), ("queue", "["), ("filter", "/"), ("help", "?"),
    ];

    private readonly FrozenDictionary<string, string> _keys;

    private DeskKeys(FrozenDictionary<string, string> keys) => _keys = keys;

    /// <param name="changed">As JSON: action to key; see <see cref="DeskSettingsRow.Keys"/>.</param>
    public static DeskKeys Of(string? changed) => Of(changed is null ? [] : JsonSerializer.Deserialize(changed, ReviewJson.Default.DictionaryStringString) ?? []);

    public static DeskKeys Of(Dictionary<string, string> changed) =>
        new(Defaults.ToFrozenDictionary(d => d.Action, d => changed.GetValueOrDefault(d.Action) ?? d.Key, StringComparer.Ordinal));

    public string this[string action] => _keys[action];

    /// <summary>For the page's script.</summary>
    public string Json => JsonSerializer.Serialize(_keys.ToDictionary(), ReviewJson.Default.DictionaryStringString);

    /// <summary>One visible character of the keyboard, in lower case, or none.</summary>
    public static bool CanBe(string key) => key.Length == 0 || (key.Length == 1 && key[0] is > ' ' and <= '~' && !char.IsAsciiLetterUpper(key[0]));

    /// <summary>The first key that would do two things; null where none would.</summary>
    public string? Conflict() => _keys.Values.Where(k => k.Length > 0).GroupBy(k => k, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1)?.Key;
}
