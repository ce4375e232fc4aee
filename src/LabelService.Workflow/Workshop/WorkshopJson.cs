using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Workshop;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, PropertyNameCaseInsensitive = false)]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(DryRunReport))]
internal sealed partial class WorkshopJson : JsonSerializerContext;
