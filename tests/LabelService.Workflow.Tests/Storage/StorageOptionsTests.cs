using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("sqlite", null, null)]
    [InlineData("SQLite", "Data Source=a.db", null)]
    [InlineData("postgres", null, "set it to 'sqlite'")]
    [InlineData("mysql", null, "it must be 'sqlite'")]
    [InlineData("sqlite", "rubbish", "'Data Source=data/labels.db'")]
    [InlineData("sqlite", "Data Source=", "names no file")]
    [InlineData("sqlite", "Data Source=:memory:", "names no file")]
    [InlineData("sqlite", "Data Source=a;Mode=Memory", "names no file")]
    public void Says_which_setting_would_be_right(string provider, string? connection, string? words)
    {
        var fault = new StorageOptions { Provider = provider, ConnectionString = connection }.Fault();

        Assert.Equal(words is null, fault is null);
        Assert.Contains(words ?? "", fault ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_cannot_be_made()
    {
        var file = Path.Combine(typeof(StorageOptionsTests).Assembly.Location, "data", "labels.db");

        var refusal = Assert.Throws<StartRefusedException>(() => new StorageOptions { ConnectionString = $"Data Source={file}" }.Prepared());

        Assert.Contains("a folder that the service may write", refusal.Message, StringComparison.Ordinal);
    }
}
