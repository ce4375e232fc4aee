using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Workflow.Reviews;

/// <summary>How the calls about reviews are read and written.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, NumberHandling = JsonNumberHandling.Strict, PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, AllowDuplicateProperties = false, MaxDepth = 32)]
[JsonSerializable(typeof(DecisionRequest))]
[JsonSerializable(typeof(ReasonRequest))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, string>))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class ReviewJson : JsonSerializerContext;
