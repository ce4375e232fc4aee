namespace LabelService.Cli;

/// <summary>The contract's exit codes.</summary>
internal static class ExitCode
{
    /// <summary>Compliant, or done.</summary>
    public const int Done = 0;

    /// <summary>Any other verdict, or a failed test.</summary>
    public const int Otherwise = 1;

    /// <summary>Wrong usage or unreadable input.</summary>
    public const int Unusable = 2;
}
