namespace LabelService.Cli.Tests;

/// <summary>The operator's way to accounts, for whoever locked himself out.</summary>
public sealed class AccountCommandTests
{
    [Fact]
    public async Task Makes_lists_and_changes_an_account()
    {
        var folder = Directory.CreateTempSubdirectory("labels-accounts-").FullName;
        var store = Path.Combine(folder, "labels.db");
        try
        {
            var made = await LabelsProcess.RunOnAsync(store, "account", "create", "vera@example.org", "--name", "Вера", "--roles", "administrator", "--sites", "*");
            Assert.Equal((0, ""), (made.Code, made.Error));
            Assert.Matches(@"\n/welcome/[\w-]{32}\s*$", made.Output);
            var (code, output, _) = await LabelsProcess.RunOnAsync(store, "account", "list", "VERA");
            Assert.Equal(0, code);
            Assert.Matches(@"^usr_\w+\tvera@example.org\tadministrator\t\*\tinvited\tВера", output);

            var roles = await LabelsProcess.RunOnAsync(store, "account", "roles", "vera@example.org", "--roles", "boss");
            Assert.Equal((2, true), (roles.Code, roles.Error.Contains("must be some of: viewer, editor", StringComparison.Ordinal)));
            var last = await LabelsProcess.RunOnAsync(store, "account", "disable", "vera@example.org");
            Assert.Equal((2, true), (last.Code, last.Error.Contains("last administrator", StringComparison.Ordinal)));
            var link = await LabelsProcess.RunOnAsync(store, "account", "link", "vera@example.org");
            Assert.NotEqual(made.Output.TrimEnd()[^32..], link.Output.TrimEnd()[^32..]);
            foreach (var (verb, said) in new[] { ("unlock", "is unlocked"), ("reset-second-factor", "no second factor"), ("enable", "is enabled") })
            {
                var done = await LabelsProcess.RunOnAsync(store, "account", verb, "vera@example.org");
                Assert.Equal((0, true), (done.Code, done.Output.Contains(said, StringComparison.Ordinal)));
            }

            Assert.Equal(2, (await LabelsProcess.RunOnAsync(store, "account", "link", "nobody@example.org")).Code);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
