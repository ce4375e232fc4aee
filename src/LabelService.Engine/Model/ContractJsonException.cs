using System.Text.Json;

namespace LabelService.Engine.Model;

/// <summary>A value that a converter of the contract refuses; its message is for whoever sent it, unlike the serializer's own.</summary>
public sealed class ContractJsonException(string message) : JsonException(message);
