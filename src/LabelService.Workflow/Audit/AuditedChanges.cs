using System.Globalization;
using System.Text.Json.Nodes;
using LabelService.Workflow.Accounts;
using LabelService.Workflow.Webhooks;
using LabelService.Workflow.Workshop;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace LabelService.Workflow.Audit;

/// <summary>
/// What is about to be saved of accounts, keys, drafts and releases, as the audit tells of it: only the columns named here, of which none
/// is a secret. A changed password is said, not shown.
/// </summary>
internal static class AuditedChanges
{
    private static readonly string[] OfAccount = [nameof(Account.Email), nameof(Account.DisplayName), nameof(Account.Roles), nameof(Account.Sites), nameof(Account.Disabled), nameof(Account.TwoFactorEnabled)];
    private static readonly string[] OfKey = [nameof(ApiKeyRow.Name), nameof(ApiKeyRow.Site), nameof(ApiKeyRow.Shown), nameof(ApiKeyRow.Scopes), nameof(ApiKeyRow.IsTest), nameof(ApiKeyRow.RevokedAt)];
    private static readonly string[] OfPersonKey = [nameof(PersonKeyRow.AccountId), nameof(PersonKeyRow.Name), nameof(PersonKeyRow.Shown), nameof(PersonKeyRow.ExpiresAt), nameof(PersonKeyRow.RevokedAt)];
    private static readonly string[] OfDraft = [nameof(DraftRow.Pack), nameof(DraftRow.State), nameof(DraftRow.Revision)];
    private static readonly string[] OfWebhook = [nameof(WebhookRow.Url), nameof(WebhookRow.Types), nameof(WebhookRow.State), nameof(WebhookRow.DisabledWhy), nameof(WebhookRow.SecretBeforeUntil)];
    private static readonly string[] OfRelease = [nameof(ReleaseRow.Pack), nameof(ReleaseRow.State), nameof(ReleaseRow.Share), nameof(ReleaseRow.DraftId)];

    public static List<AuditEntry> Of(ChangeTracker tracker)
    {
        var entries = new List<AuditEntry>();
        foreach (var entry in tracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (Of(entry) is { } written)
            {
                entries.Add(written);
            }
        }

        return entries;
    }

    private static AuditEntry? Of(EntityEntry entry) => entry.Entity switch
    {
        Account account => Of(entry, OfAccount, "account", account.Id, null),
        ApiKeyRow key => Of(entry, OfKey, "key", key.Id, key.Site),
        PersonKeyRow key => Of(entry, OfPersonKey, "person-key", key.Id, null),
        DraftRow draft => Of(entry, OfDraft, "draft", draft.Id, null),
        ReleaseRow release => Of(entry, OfRelease, "release", $"{release.Pack}#{release.DraftId}", null),
        WebhookRow webhook => Of(entry, OfWebhook, "webhook", webhook.Id, webhook.Site),
        _ => null,
    };

    private static AuditEntry? Of(EntityEntry entry, string[] columns, string kind, string id, string? site)
    {
        var (before, after) = (new JsonObject(), new JsonObject());
        foreach (var property in entry.Properties.Where(p => columns.Contains(p.Metadata.Name) && (entry.State != EntityState.Modified || p.IsModified)))
        {
            if (entry.State != EntityState.Added)
            {
                before[property.Metadata.Name] = Text(property.OriginalValue);
            }

            if (entry.State != EntityState.Deleted)
            {
                after[property.Metadata.Name] = Text(property.CurrentValue);
            }
        }

        if (entry.State == EntityState.Modified && entry.Entity is Account && entry.Property(nameof(Account.PasswordHash)).IsModified)
        {
            after["password"] = "changed";
        }

        var what = entry.State switch { EntityState.Added => "made", EntityState.Deleted => "deleted", _ => "changed" };
        return before.Count == 0 && after.Count == 0
            ? null
            : new AuditEntry(AuditScope.Actor, site, $"{kind}.{what}", id, AuditData.Of(before.Count == 0 ? null : before, after.Count == 0 ? null : after));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        DateTimeOffset at => at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
