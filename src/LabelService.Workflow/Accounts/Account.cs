using System.Collections.Immutable;
using Microsoft.AspNetCore.Identity;

namespace LabelService.Workflow.Accounts;

/// <summary>An account as it is stored. The stamp changes with password and second factor, and ends every session that carries an older one.</summary>
internal sealed class Account : IdentityUser
{
    private const char Between = '\n';

    public required string DisplayName { get; set; }

    /// <summary><c>en</c> or <c>ru</c>.</summary>
    public required string Language { get; set; }

    /// <summary>A line each.</summary>
    public string Roles { get; private set; } = "";

    /// <summary>A line each.</summary>
    public string Sites { get; private set; } = "";

    public bool Disabled { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Since when the account has a role that the settings may ask a second factor of.</summary>
    public DateTimeOffset? ElevatedAt { get; set; }

    /// <summary>When the last of <see cref="IdentityUser{TKey}.AccessFailedCount"/> tries was made.</summary>
    public DateTimeOffset? FailedAt { get; set; }

    /// <summary>The hash of the one-time link by which the person sets a password; a newer link replaces it.</summary>
    public byte[]? LinkHash { get; set; }

    public DateTimeOffset? LinkUntil { get; set; }

    /// <summary>In base 32. In force once <see cref="IdentityUser{TKey}.TwoFactorEnabled"/>.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The time step of the last code that was taken: no code is taken twice.</summary>
    public long TotpStep { get; set; }

    /// <summary>Hashes of the recovery codes not used yet, a line each.</summary>
    public string RecoveryHashes { get; set; } = "";

    public ImmutableArray<string> RoleList => Split(Roles);

    public ImmutableArray<string> SiteList => Split(Sites);

    public int RecoveryCodesLeft => Split(RecoveryHashes).Length;

    public bool IsLockedAt(DateTimeOffset now) => AccessFailedCount >= SignInLimits.Tries && FailedAt > now - SignInLimits.Window;

    public void Give(IEnumerable<string> roles, IEnumerable<string> sites, DateTimeOffset now)
    {
        Roles = string.Join(Between, PersonRoles.All.Intersect(roles, StringComparer.Ordinal));
        Sites = string.Join(Between, sites.Distinct(StringComparer.Ordinal));
        ElevatedAt = PersonRoles.AreElevated(RoleList) ? ElevatedAt ?? now : null;
    }

    /// <summary>Ends every session: what they carry no longer agrees.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");

    public static ImmutableArray<string> Split(string lines) => [.. lines.Split(Between, StringSplitOptions.RemoveEmptyEntries)];
}
