using LabelService.Workflow.Accounts;

namespace LabelService.Workflow.Checks;

/// <summary>On whose behalf a check runs.</summary>
/// <param name="Stores">False for test keys and for the page on loopback: they leave nothing behind.</param>
internal sealed record CheckCaller(string KeyId, string Site, bool Stores)
{
    public static CheckCaller Of(ApiKey key) => new(key.Id, key.Site, !key.IsTest);
}
