using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Accounts;

/// <summary>What pages about accounts have in common: how they name roles and times.</summary>
internal abstract record AccountPage(PageLook Look) : SitePage(Look)
{
    public string Role(string role) => Text("accounts.role." + role);

    public string RoleText(string role) => Text($"accounts.role.{role}.text");

    public string Roles(Account account) =>
        account.RoleList.IsEmpty ? Text("accounts.roles.none") : string.Join(", ", account.RoleList.Select(Role));

    public string Sites(Account account) => account.SiteList.Contains(Person.EverySite) ? Text("accounts.sites.all") : string.Join(", ", account.SiteList);
}
