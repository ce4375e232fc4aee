namespace LabelService.Engine.Model;

/// <summary>Something wrong in a file of rules: what, where, and what would be right.</summary>
public sealed record RuleFileError(string File, int Line, int Column, string Code, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message} [{Code}]";
}
