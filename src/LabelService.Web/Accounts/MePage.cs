using System.Collections.Immutable;
using LabelService.Web.Playground;
using LabelService.Workflow.Accounts;

namespace LabelService.Web.Accounts;

/// <summary>A person's own page.</summary>
internal sealed record MePage(PageLook Look, Account Account, ImmutableArray<PersonKeyRow> Keys, ImmutableArray<SignInRow> SignIns) : AccountPage(Look)
{
    /// <summary>The code of what went wrong, and the form in which.</summary>
    public (string Form, string Code)? Fault { get; init; }

    /// <summary>What was just done (<c>accounts.done.…</c>).</summary>
    public string? Done { get; init; }

    /// <summary>A key just made: shown this once.</summary>
    public string? NewKey { get; init; }

    public bool NeedsSecondFactor { get; init; }

    /// <summary>The site that the person's calls are about.</summary>
    public required string Site { get; init; }

    /// <summary>Whether there is anything to choose.</summary>
    public bool HasSites => Account.SiteList.Length > 1 || Account.SiteList.Contains(Person.EverySite);
}

/// <summary>Setting up the second factor, or what can be done with the one there is.</summary>
internal sealed record SecondFactorPage(PageLook Look, Account Account) : AccountPage(Look)
{
    /// <summary>The code of the refusal.</summary>
    public string? Fault { get; init; }

    /// <summary>Recovery codes just made: shown this once.</summary>
    public ImmutableArray<string> Codes { get; init; } = [];

    public bool NeedsSecondFactor { get; init; }
}
