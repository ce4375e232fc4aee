namespace LabelService.Engine.Model;

/// <summary>A place in a file of rules, line and column from 1.</summary>
public readonly record struct Position(string File, int Line, int Column)
{
    public override string ToString() => $"{File}:{Line}:{Column}";
}
