using LabelService.Workflow.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelService.Workflow.Storage;

/// <summary>Accounts without what Identity could keep besides: roles are five words and an administrator's, not tables.</summary>
internal sealed class AccountTable : IEntityTypeConfiguration<Account>
{
    public void Configure(EntityTypeBuilder<Account> e)
    {
        e.ToTable("accounts");
        e.HasIndex(a => a.NormalizedEmail).IsUnique();
        e.HasIndex(a => a.NormalizedUserName).IsUnique();
        e.HasIndex(a => a.LinkHash);
        e.Property(a => a.ConcurrencyStamp).IsConcurrencyToken();
        e.Ignore(a => a.PhoneNumber);
        e.Ignore(a => a.PhoneNumberConfirmed);
        e.Ignore(a => a.EmailConfirmed);
        e.Ignore(a => a.LockoutEnd);
        e.Ignore(a => a.LockoutEnabled);
        e.Ignore(a => a.RoleList);
        e.Ignore(a => a.SiteList);
        e.Ignore(a => a.RecoveryCodesLeft);
    }
}
