using System.Collections.Immutable;

namespace LabelService.Workflow.Accounts;

/// <summary>A key in force: who calls, and what the caller may do.</summary>
public sealed record ApiKey(string Id, string Name, string Site, bool IsTest, ImmutableArray<string> Scopes)
{
    public bool Has(string scope) => Scopes.Contains(scope, StringComparer.Ordinal);
}

/// <summary>The contract's scopes.</summary>
public static class Scopes
{
    public const string Check = "check";
    public const string Read = "read";
    public const string Webhooks = "webhooks";
    public const string Admin = "admin";

    public static readonly ImmutableArray<string> All = [Check, Read, Webhooks, Admin];
}
