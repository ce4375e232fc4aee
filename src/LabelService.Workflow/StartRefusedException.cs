namespace LabelService.Workflow;

/// <summary>The service cannot start as it is set; the message says what would be right.</summary>
public sealed class StartRefusedException(string message) : Exception(message);
