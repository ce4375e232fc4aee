namespace LabelService.Workflow.Evaluation;

/// <summary>A gold file that cannot be read, with the line at fault.</summary>
internal sealed class GoldFormatException(int line, string message) : Exception($"line {line}: {message}")
{
    public int Line { get; } = line;
}
