namespace LabelService.Workflow.Registries;

/// <summary>A file cannot be imported; the message says what is wrong, where, and what would be right.</summary>
public sealed class ImportRefusedException(string message) : Exception(message);
