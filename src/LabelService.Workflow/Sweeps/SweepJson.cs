using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelService.Workflow.DryRuns;

namespace LabelService.Workflow.Sweeps;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false, RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, MaxDepth = 16)]
[JsonSerializable(typeof(SweepCause))]
[JsonSerializable(typeof(SweepRequest))]
[JsonSerializable(typeof(SweepResult))]
[JsonSerializable(typeof(ImmutableArray<Difference>))]
internal sealed partial class SweepJson : JsonSerializerContext;
