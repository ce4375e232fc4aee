namespace LabelService.Workflow.Accounts;

/// <summary>A key as it is stored: never the key itself, only its SHA-256.</summary>
internal sealed class ApiKeyRow
{
    public required string Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Whose articles the key may see; every stored thing belongs to a site.</summary>
    public required string Site { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>The first characters, by which a person knows the key again.</summary>
    public required string Shown { get; init; }

    public required bool IsTest { get; init; }

    /// <summary>Scopes, separated by a space.</summary>
    public required string Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? RevokedAt { get; set; }
}

/// <summary>One row whose number grows with every change of the keys, so that other processes notice cheaply.</summary>
internal sealed class KeyRingRow
{
    public int Id { get; init; }
    public long Version { get; set; }
}
