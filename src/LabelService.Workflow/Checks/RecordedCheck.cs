using LabelService.Engine.Model;

namespace LabelService.Workflow.Checks;

/// <summary>A check as it was stored, and the very bytes that are the answer.</summary>
internal sealed record RecordedCheck(CheckReport Report, byte[] Json);
