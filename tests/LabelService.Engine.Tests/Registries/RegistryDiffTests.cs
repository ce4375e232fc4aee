using LabelService.Engine.Registries;

namespace LabelService.Engine.Tests.Registries;

public sealed class RegistryDiffTests
{
    [Theory]
    [InlineData("2021-01-01", "2021-01-01", null)]
    [InlineData("2021-01-01", "2021-01-01/2022-01-01", ChangeKind.Delisted)]
    [InlineData("2021-01-01/2022-01-01", "2021-01-01/2022-01-01 2023-01-01", ChangeKind.ListedAgain)]
    [InlineData("2021-01-01/2022-01-01", "2021-01-01/2022-02-01", ChangeKind.DatesChanged)]
    [InlineData("2021-01-01", "2021-01-02", ChangeKind.DatesChanged)]
    [InlineData("2021-01-01/2022-01-01", "2021-01-01", ChangeKind.DatesChanged)]
    public void Tells_what_happened_to_a_listing(string before, string after, ChangeKind? expected)
    {
        var changes = RegistryDiff.Compare([Some("x:a", "Фонд «Риф»", before)], [Some("x:a", "Фонд «Риф»", after)]);

        Assert.Equal(expected is { } kind ? [kind] : [], changes.Select(c => c.Kind));
    }

    [Fact]
    public void Tells_what_came_and_what_went()
    {
        var changes = RegistryDiff.Compare([Some("x:a", "Фонд «Риф»", "2021-01-01")], [Some("x:b", "Фонд «Мол»", "2022-01-01")]);

        Assert.Equal([(ChangeKind.Added, "x:b"), (ChangeKind.Removed, "x:a")], changes.Select(c => (c.Kind, c.Id)));
    }

    [Fact]
    public void Recognises_a_renamed_entity_by_its_number_and_day()
    {
        var changes = RegistryDiff.Compare([Some("x:a", "Фонд «Риф»", "2021-01-01", "No. 7")], [Some("x:b", "Фонд «Мол»", "2021-01-01", "No. 7")]);

        Assert.Equal((ChangeKind.Renamed, "Фонд «Риф»", "Фонд «Мол»"), (Assert.Single(changes).Kind, changes[0].Before, changes[0].After));
    }

    [Fact]
    public void Takes_quotes_case_and_spaces_for_no_change() =>
        Assert.Empty(RegistryDiff.Compare([Some("x:a", "Фонд  \"РИФ\"", "2021-01-01")], [Some("x:b", "Фонд «Риф»", "2021-01-01")]));

    [Fact]
    public void Keeps_two_bodies_apart_whose_ids_changed_hands()
    {
        var changes = RegistryDiff.Compare(
            [Some("x:a", "Общество «Риф»", "2023-01-01", "No. 9"), Some("x:b", "Риф/Мол", "2021-01-01", "No. 7")],
            [Some("x:a", "Риф", "2021-01-01", "No. 7"), Some("x:c", "Общество «Риф»", "2023-01-01", "No. 9")]);

        Assert.Equal([ChangeKind.Renamed], changes.Select(c => c.Kind));
    }

    private static Entity Some(string id, string name, string listings, string? source = null) => new()
    {
        Id = id,
        Registry = "x",
        Kind = EntityKind.Organisation,
        Name = name,
        Listings = [.. listings.Split(' ').Select(l => l.Split('/')).Select(l => new Listing(Day(l[0]), l.Length > 1 ? Day(l[1]) : null, null, source))],
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
