namespace LabelService.Browser.Tests.Support;

/// <summary>The browser of the machine; none is ever downloaded.</summary>
internal static class Chromium
{
    /// <summary>A name that is no loopback name and yet leads here: the page as a colleague on the network sees it.</summary>
    public const string FarName = "labels.example";

    /// <summary>The shell without windows comes first: a context of its takes a quarter of the time.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"];

    public static string? Path { get; } =
        Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator).Select(folder => System.IO.Path.Combine(folder, name)))
        .FirstOrDefault(File.Exists);

    public static BrowserTypeLaunchOptions Options => new()
    {
        ExecutablePath = Path,
        Headless = true,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--host-resolver-rules=MAP {FarName} 127.0.0.1",
        ],
    };
}
