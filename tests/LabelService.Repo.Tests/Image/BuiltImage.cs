using System.Diagnostics;
using System.Text.RegularExpressions;

namespace LabelService.Repo.Tests.Image;

/// <summary>
/// Builds the Dockerfile without a container engine: each stage is a folder, COPY copies, RUN runs with the paths of the image
/// moved into the folder. The base images themselves are not there, so the machine's own SDK and runtime stand for them.
/// </summary>
public sealed partial class BuiltImage : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("image-").FullName;
    private readonly Dictionary<string, string> _stages = new(StringComparer.Ordinal);

    public BuiltImage()
    {
        foreach (var stage in Instruction.ReadStages(File.ReadAllText(Repository.PathOf("Dockerfile"))))
            Build(stage);
    }

    /// <summary>The folder that stands for the root of the last stage.</summary>
    public string Root { get; private set; } = "";

    /// <summary>The last WORKDIR, as the image calls it.</summary>
    public string WorkFolder { get; private set; } = "/";

    internal IReadOnlyList<Instruction> Instructions { get; private set; } = [];

    /// <summary>Where a path of the image lies on this machine.</summary>
    public string Locate(string path) => Path.Join(Root, Path.Combine(WorkFolder, path));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Build(IReadOnlyList<Instruction> stage)
    {
        Instructions = stage;
        WorkFolder = "/";
        var from = stage[0].Arguments.Split(' ');
        Root = Directory.CreateDirectory(Path.Combine(_folder, $"stage{_stages.Count}")).FullName;
        _stages[from is [_, "AS", var name] ? name : "last"] = Root;
        foreach (var instruction in stage)
        {
            if (instruction.Keyword == "WORKDIR")
                WorkFolder = Directory.CreateDirectory(Locate(instruction.Arguments)) is not null ? instruction.Arguments : "/";
            else if (instruction.Keyword == "COPY")
                Copy(instruction);
            else if (instruction.Keyword == "RUN")
                Run(instruction.Arguments);
        }
    }

    private void Copy(Instruction copy)
    {
        var words = copy.Arguments.Split(' ');
        foreach (var source in words[..^1])
        {
            if (copy.Flag("from") is { } stage)
                CopyFolder(Path.Join(_stages[stage], source), Locate(words[^1]));
            else
                CopyFromContext(source.TrimEnd('/'), words[^1]);
        }
    }

    private void CopyFromContext(string source, string target)
    {
        string[] files = [.. BuildContext.Files.Where(file => file == source || file.StartsWith(source + "/", StringComparison.Ordinal))];
        if (files.Length == 0)
            throw new FileNotFoundException($"COPY {source}: nothing of that name is in the build's context");
        foreach (var file in files)
            CopyFile(Repository.PathOf(file), Path.Combine(Locate(target), file == source ? file : file[(source.Length + 1)..]));
    }

    private static void CopyFolder(string source, string target)
    {
        if (!Directory.Exists(source))
            throw new DirectoryNotFoundException($"COPY --from: {source} was not made by the stage");
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            CopyFile(file, Path.Combine(target, Path.GetRelativePath(source, file)));
    }

    private static void CopyFile(string source, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Copy(source, target);
    }

    private void Run(string command)
    {
        var moved = AbsolutePath().Replace(command, $" {Root}/");
        var start = new ProcessStartInfo("bash", ["-c", moved]) { WorkingDirectory = Locate("."), RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment.Remove("MSBuildSDKsPath");
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"RUN {command} gave {process.ExitCode}:\n{output}");
    }

    [GeneratedRegex(" /(?=[a-z])")]
    private static partial Regex AbsolutePath();
}
