using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using LabelService.Engine.Model;
using LabelService.Engine.Registries;

namespace LabelService.Cli.Output;

/// <summary>The difference of two states of a register.</summary>
internal static class DiffText
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new KebabEnumConverter<ChangeKind>() },
    };

    public static string Json(ImmutableArray<RegistryChange> changes) => JsonSerializer.Serialize(
        new { counts = Counts(changes).ToDictionary(c => Kebab<ChangeKind>.Word(c.Kind), c => c.Count), changes }, Readable) + Environment.NewLine;

    public static string Plain(ImmutableArray<RegistryChange> changes)
    {
        var text = new StringBuilder();
        foreach (var group in changes.GroupBy(c => c.Kind))
        {
            text.AppendLine($"{Title(group.Key)} ({group.Count()})");
            foreach (var change in group)
            {
                text.AppendLine($"  {Line(change)}  [{change.Id}]");
            }

            text.AppendLine();
        }

        return text.AppendLine(Summary(changes)).ToString();
    }

    public static string Summary(ImmutableArray<RegistryChange> changes) => changes.IsEmpty
        ? "Nothing differs."
        : $"{string.Join(", ", Counts(changes).Where(c => c.Count > 0).Select(c => $"{c.Count} {Title(c.Kind).ToLowerInvariant()}"))}.";

    private static IEnumerable<(ChangeKind Kind, int Count)> Counts(ImmutableArray<RegistryChange> changes) =>
        Enum.GetValues<ChangeKind>().Select(k => (k, changes.Count(c => c.Kind == k)));

    private static string Line(RegistryChange change) => change.Kind switch
    {
        ChangeKind.Added => $"{change.Name}: {change.After}",
        ChangeKind.Removed => $"{change.Name}: was listed {change.Before}",
        ChangeKind.Renamed => $"{change.Before} → {change.After}",
        ChangeKind.Delisted => $"{change.Name}: {change.After}",
        _ => $"{change.Name}: {change.Before} → {change.After}",
    };

    private static string Title(ChangeKind kind) => kind switch
    {
        ChangeKind.ListedAgain => "Listed again",
        ChangeKind.DatesChanged => "Changed dates",
        ChangeKind.Removed => "Removed from the file",
        _ => kind.ToString(),
    };
}
