namespace LabelService.Workflow;

/// <summary>The setting <c>Roles</c>: what this node of a fleet is for.</summary>
public sealed class NodeOptions
{
    public const string Web = "web";
    public const string Worker = "worker";

    /// <summary><c>web</c> answers requests, <c>worker</c> works on sweeps; both, with a comma, where it is not said.</summary>
    public string Roles { get; set; } = $"{Web},{Worker}";

    public bool IsWeb => Words.Contains(Web, StringComparer.Ordinal);

    public bool IsWorker => Words.Contains(Worker, StringComparer.Ordinal);

    private string[] Words => Roles.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <returns>What is wrong with the setting and what would be right, or null.</returns>
    public string? Fault() => Words.Length > 0 && Words.All(w => w is Web or Worker) ? null : $"Roles is '{Roles}'; it must be web, worker, or both with a comma between.";
}
