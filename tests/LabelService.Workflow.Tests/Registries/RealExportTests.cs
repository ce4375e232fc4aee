using System.Diagnostics;
using LabelService.Engine.Registries;
using LabelService.Workflow.Registries;

namespace LabelService.Workflow.Tests.Registries;

/// <summary>Imports of the real files in <c>../shared/registries</c>, where that folder is beside the project; nothing of them stays.</summary>
public sealed class RealExportTests : IDisposable
{
    private const string Sheet = "ru-minjust-foreign-agents-2025-08-15.xlsx";
    private const string OlderState = "ru-minjust-foreign-agents-2024-12-27.json";

    private readonly string _folder = Directory.CreateTempSubdirectory("real-exports-").FullName;

    [Theory]
    [InlineData(Sheet, 1050, 0, 818)]
    [InlineData(OlderState, 906, 0, 686)]
    [InlineData("ru-undesirable-organisations-2024-08-27.json", 188, 0, 188)]
    [InlineData("us-fara-all-registrants.csv", 6718, 0, 514)]
    [InlineData("us-fara-all-foreignprincipals.csv", 16947, 13, null)]
    [InlineData("state-media-matrix-2024-02-07.csv", 1157, 1, null)]
    public async Task Imports_in_seconds(string file, int rows, int skipped, int? listed)
    {
        var clock = Stopwatch.StartNew();
        var report = await ImportAsync(file);

        Assert.Equal((rows, skipped), (report.RowsRead, report.RowsSkipped));
        Assert.True(listed is null || listed == report.Entities.Count(e => e.Listings.Any(l => l.Until is null)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"took {clock.Elapsed}");
    }

    [Fact]
    public async Task Keeps_every_id_between_two_states_of_a_register()
    {
        var before = await ImportAsync(OlderState);
        var after = await ImportAsync(Sheet);

        Assert.Empty(before.Entities.Select(e => e.Id).Except(after.Entities.Select(e => e.Id)));
        Assert.Equal((144, 12, 4), (Count(ChangeKind.Added), Count(ChangeKind.Delisted), Count(ChangeKind.Renamed)));
        Assert.Empty((await ImportAsync(Sheet)).Changes);

        int Count(ChangeKind kind) => after.Changes.Count(c => c.Kind == kind);
    }

    [Fact]
    public async Task Guesses_the_kinds_that_the_older_state_lacks()
    {
        var typed = (await ImportAsync(Sheet)).Entities.SelectMany(e => e.Listings.Select(l => (l.Source, e.Kind))).ToDictionary(p => p.Source!, p => p.Kind == EntityKind.Person);
        Directory.Delete(_folder, recursive: true);

        var guessed = (await ImportAsync(OlderState)).Entities.SelectMany(e => e.Listings.Select(l => (l.Source, IsPerson: e.Kind == EntityKind.Person)));

        Assert.Empty(guessed.Where(g => typed[g.Source!] != g.IsPerson).Select(g => g.Source));
    }

    [Fact]
    public async Task Reads_nearly_every_person_s_gender()
    {
        var persons = (await ImportAsync(Sheet)).Entities.Where(e => e.Kind == EntityKind.Person).ToList();

        Assert.InRange(persons.Count(p => p.Gender == Gender.Unknown), 0, 5);
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    private Task<ImportReport> ImportAsync(string name)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root!.FullName, "LabelService.sln")))
        {
            root = root.Parent;
        }

        var file = Path.Combine(root.FullName, "..", "shared", "registries", name);
        Assert.SkipUnless(File.Exists(file), $"../shared/registries/{name} is not beside the project");
        return new RegistryImport(_folder, new ImportOptions()).RunAsync([file], write: true, CancellationToken.None);
    }
}
