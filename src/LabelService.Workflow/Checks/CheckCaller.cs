using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Checks;

/// <summary>On whose behalf a check runs.</summary>
/// <param name="Stores">False for test keys and for the page on loopback: they leave nothing behind.</param>
internal sealed record CheckCaller(string KeyId, string Site, bool Stores)
{
    /// <summary>A test key: ids such as <c>example:missing</c> ask for that outcome.</summary>
    public bool IsTest { get; init; }

    public static CheckCaller Of(ApiKey key) => new(key.Id, key.Site, !key.IsTest) { IsTest = key.IsTest };
}
