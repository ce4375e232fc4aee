using System.Reflection;
using System.Xml.Linq;
using LabelService.Engine.Model;

namespace LabelService.Repo.Tests;

/// <summary>Holds the arrows of the architecture: data flows forward, the engine is pure, the hosts do not know each other.</summary>
public class EngineArrowTests
{
    /// <summary>The engine's stages. A stage may use its own row and those above it.</summary>
    private static readonly string[][] Stages =
    [
        ["Model"], ["RuleText"], ["Reading", "Registries", "Matching", "Grammar"], ["Naming"], ["Facts"], ["Packs"], ["Rulesets"],
        ["Finding"], ["Candidates"], ["Requiring"], ["Reconciling"], ["Labelling"], ["Checking"], ["Documenting"],
    ];

    private static readonly string[] Impure =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo", "System.IO.FileSystemWatcher",
        "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Console", "System.Diagnostics.Process", "System.Threading.Timer",
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.Environment.get_TickCount", "System.Environment.get_TickCount64",
        "System.Environment.GetEnvironmentVariable", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random.get_Shared",
    ];

    private static readonly Assembly Engine = typeof(CheckRequest).Assembly;

    [Fact]
    public void Keeps_every_stage_from_using_a_later_one()
    {
        var backwards =
            from type in Engine.GetTypes()
            let stage = StageOf(type)
            where stage is not null
            from used in UsedTypes.Of(type).OfType<Type>()
            let usedStage = StageOf(used)
            where usedStage is not null && Row(usedStage) > Row(stage)
            select $"{type.FullName} ({stage}) uses {used.FullName} ({usedStage})";

        Assert.Empty(backwards.Distinct());
    }

    [Fact]
    public void Keeps_every_type_in_a_stage_with_a_place()
    {
        var places = Stages.SelectMany(row => row).ToHashSet(StringComparer.Ordinal);

        string[] homeless = [.. Engine.GetTypes().Select(StageOf).OfType<string>().Distinct().Where(stage => !places.Contains(stage))];

        Assert.Empty(homeless);
    }

    [Fact]
    public void Keeps_the_engine_from_disk_clock_and_chance()
    {
        var used =
            from type in Engine.GetTypes()
            where StageOf(type) is not null
            from member in UsedTypes.Of(type)
            let name = member is Type named ? named.FullName ?? named.Name : $"{member.DeclaringType?.FullName}.{member.Name}"
            where Impure.Contains(name) || name.StartsWith("System.Net.", StringComparison.Ordinal) && !name.StartsWith("System.Net.WebUtility", StringComparison.Ordinal)
            select $"{type.FullName} uses {name}";

        Assert.Empty(used.Distinct());
    }

    [Fact]
    public void Keeps_web_storage_and_logging_out_of_the_engine()
    {
        string[] wrong = [.. Engine.GetReferencedAssemblies().Select(name => name.Name!).Where(name =>
                new[] { "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "Serilog", "Microsoft.Data", "Npgsql" }
                    .Any(start => name.StartsWith(start, StringComparison.Ordinal))
                && name != "Microsoft.Extensions.FileProviders.Abstractions")];

        Assert.Empty(wrong);
    }

    [Fact]
    public void Keeps_the_hosts_from_seeing_each_other()
    {
        Assert.Empty(References("Engine"));
        Assert.Equal(["Engine"], References("Workflow"));
        Assert.DoesNotContain("Cli", References("Web"));
        Assert.DoesNotContain("Web", References("Cli"));
    }

    [Fact]
    public void Finds_what_a_method_uses()
    {
        var used = UsedTypes.Of(typeof(EngineArrowTests)).ToList();

        Assert.Contains(typeof(XDocument), used);
        Assert.Contains(typeof(UsedTypes).GetMethod(nameof(UsedTypes.Of)), used);
    }

    private static int Row(string stage) => Array.FindIndex(Stages, row => row.Contains(stage));

    private static string? StageOf(Type type)
    {
        var parts = type.Namespace?.Split('.') ?? [];
        return parts is ["LabelService", "Engine", var stage, ..] ? stage : null;
    }

    private static string[] References(string project) =>
    [
        .. XDocument.Load(Repository.PathOf("src", $"LabelService.{project}", $"LabelService.{project}.csproj"))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)["LabelService.".Length..]),
    ];
}
