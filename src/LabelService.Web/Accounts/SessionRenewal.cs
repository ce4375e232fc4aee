using LabelService.Web.Http;
using LabelService.Workflow.Accounts;
using Microsoft.AspNetCore.Mvc;

namespace LabelService.Web.Accounts;

/// <summary>What ends all sessions of an account must not end the one in which it was asked for.</summary>
internal static class SessionRenewal
{
    public static Task KeepSignedInAsync(this Controller page, Account account) =>
        Caller.Of(page.HttpContext).IsSession ? Sessions.SignInAsync(page.HttpContext, account) : Task.CompletedTask;
}
