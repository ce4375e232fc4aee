using System.Text.Json;

namespace LabelService.Repo.Tests.Image;

/// <summary>One instruction of a Dockerfile: <c>COPY --from=build /out ./</c>.</summary>
internal sealed record Instruction(string Keyword, IReadOnlyList<string> Flags, string Arguments)
{
    public string? Flag(string name) =>
        Flags.FirstOrDefault(flag => flag.StartsWith($"--{name}=", StringComparison.Ordinal))?[(name.Length + 3)..];

    /// <summary>The words of a command in its JSON form; the image has no shell to rely on.</summary>
    public string[] Words() => JsonSerializer.Deserialize<string[]>(Arguments[Arguments.IndexOf('[')..])!;

    /// <summary>Reads the instructions of each stage, in order.</summary>
    public static IReadOnlyList<IReadOnlyList<Instruction>> ReadStages(string dockerfile)
    {
        var stages = new List<List<Instruction>>();
        var lines = dockerfile.Split('\n').Where(line => !line.TrimStart().StartsWith('#') && line.Trim().Length > 0);
        foreach (var line in string.Join('\n', lines).Replace("\\\n", " ", StringComparison.Ordinal).Split('\n'))
        {
            var instruction = Read(line);
            if (instruction.Keyword == "FROM")
                stages.Add([]);
            stages[^1].Add(instruction);
        }
        return stages;
    }

    private static Instruction Read(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] flags = [.. words.Skip(1).TakeWhile(word => word.StartsWith("--", StringComparison.Ordinal))];
        return new Instruction(words[0], flags, string.Join(' ', words.Skip(1 + flags.Length)));
    }
}
