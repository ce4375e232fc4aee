using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>How the contract's records are written as JSON: one definition for the service, the command line and the tests.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    NumberHandling = JsonNumberHandling.Strict,
    PropertyNameCaseInsensitive = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(DayConverter)])]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(CheckReport))]
public sealed partial class ContractJson : JsonSerializerContext
{
    /// <summary>Depth of nesting at which a request is refused; STJ's reader counts objects and arrays.</summary>
    public const int MaxDepth = 32;

    /// <summary>The options for the wire: every character as it is that JSON allows.</summary>
    public static JsonSerializerOptions Wire => Made.OnTheWire;

    public static JsonSerializerOptions Readable => Made.ToRead;

    private static JsonSerializerOptions Make(bool indented)
    {
        var options = new JsonSerializerOptions(Default.Options)
        {
            // "18+" and «» stay readable; answers are application/json with nosniff and never part of a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            MaxDepth = MaxDepth,
            WriteIndented = indented,
            TypeInfoResolver = Default,
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>Apart, because the statics of the generated half must be there first.</summary>
    private static class Made
    {
        public static readonly JsonSerializerOptions OnTheWire = Make(indented: false);
        public static readonly JsonSerializerOptions ToRead = Make(indented: true);
    }
}
