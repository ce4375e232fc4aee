namespace LabelService.Workflow.Accounts;

/// <summary>A personal key as it is stored: never the key itself, only its SHA-256.</summary>
internal sealed class PersonKeyRow
{
    public required string Id { get; init; }
    public required string AccountId { get; init; }
    public required string Name { get; init; }
    public required byte[] Hash { get; init; }

    /// <summary>The first characters, by which the person knows the key again.</summary>
    public required string Shown { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Null: until revoked.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }
}
