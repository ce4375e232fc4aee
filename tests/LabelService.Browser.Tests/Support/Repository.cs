namespace LabelService.Browser.Tests.Support;

/// <summary>Where the sources are: upwards from the tests' own folder.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    public static string Of(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LabelService.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No LabelService.sln above {AppContext.BaseDirectory}.");
    }
}
