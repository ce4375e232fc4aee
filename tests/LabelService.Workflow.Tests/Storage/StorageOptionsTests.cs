using LabelService.Workflow.Storage;

namespace LabelService.Workflow.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("sqlite", null, null)]
    [InlineData("SQLite", "Data Source=a.db", null)]
    [InlineData("postgres", "Host=db;Database=labels", null)]
    [InlineData("Postgres", "Host=db;Database=labels;Username=labels;Password=p", null)]
    [InlineData("postgres", null, "is missing, which Storage__Provider 'postgres' needs; write it as 'Host=localhost;Database=labels;")]
    [InlineData("postgres", " ", "is missing")]
    [InlineData("postgres", "rubbish", "is not a connection string of Npgsql; write it as 'Host=localhost;")]
    [InlineData("postgres", "Data Source=data/labels.db", "is not a connection string of Npgsql")]
    [InlineData("postgres", "Host=db;Database=labels;Port=many", "is not a connection string of Npgsql")]
    [InlineData("postgres", "Host=db;Username=labels", "names no Database")]
    [InlineData("postgres", "Database=labels", "names no Host")]
    [InlineData("mysql", null, "it must be 'sqlite' or 'postgres'")]
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

    [Theory]
    [InlineData("postgres://labels:hidden@db/labels?sslmode=require")]
    [InlineData("Host=db;Database=labels;Password=a;hidden=b")]
    public void Never_repeats_what_may_be_a_password(string connection)
    {
        var fault = new StorageOptions { Provider = "postgres", ConnectionString = connection }.Fault();

        Assert.NotNull(fault);
        Assert.DoesNotContain("hidden", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_folder_that_cannot_be_made()
    {
        var file = Path.Combine(typeof(StorageOptionsTests).Assembly.Location, "data", "labels.db");

        var refusal = Assert.Throws<StartRefusedException>(() => new StorageOptions { ConnectionString = $"Data Source={file}" }.Prepared());

        Assert.Contains("a folder that the service may write", refusal.Message, StringComparison.Ordinal);
    }
}
