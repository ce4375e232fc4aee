using System.Collections.Immutable;
using System.Text.Json;
using LabelService.Workflow.DryRuns;
using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Workshop;

/// <summary>The files of a pack as they lie in the store.</summary>
internal static class PackedFiles
{
    public static byte[] Pack(PackFiles files) => PackedJson.Pack(JsonSerializer.SerializeToUtf8Bytes(files.Files, WorkshopJson.Default.ImmutableSortedDictionaryStringString));

    public static PackFiles Unpack(string pack, byte[] stored)
    {
        var files = JsonSerializer.Deserialize(PackedJson.Unpack(stored), WorkshopJson.Default.ImmutableSortedDictionaryStringString)!;
        return new PackFiles(pack, files.WithComparers(StringComparer.Ordinal));
    }
}
