using System.Text.Json;
using System.Text.Json.Serialization;

namespace LabelService.Engine.Model;

/// <summary>On the wire a sentence is its English text.</summary>
internal sealed class ToldJson : JsonConverter<Told>
{
    public override Told? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } text ? Told.FromText(text) : null;

    public override void Write(Utf8JsonWriter writer, Told value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
