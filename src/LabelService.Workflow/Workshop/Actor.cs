namespace LabelService.Workflow.Workshop;

/// <summary>Who does something in the workshop.</summary>
/// <param name="Id">The account's id; two persons are two ids.</param>
internal sealed record Actor(string Id, string Name);
