using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Registries;

/// <summary>Every designed error of a registry's table and of the note beside it.</summary>
public sealed class RegistryFaultTests
{
    private const string Header = "id,kind,name,listed_from,listed_until,gender,domains,accounts\n";

    public static TheoryData<string, string, string> TableFaults => new()
    {
        { "empty", "‸", "the table is empty|id,kind,name" },
        { "missing-column", "‸id,kind,name\n", "lacks 'listed_from'|reads in full: id,kind" },
        { "unknown-column", "id,kind,name,listed_from,‸colour\n", "'colour' is not a column|known are" },
        { "unknown-column", "id,kind,name,listed_from,‸domain\n", "did you mean 'domains'?" },
        { "duplicate-column", "id,kind,name,listed_from,‸id\n", "the column 'id' stands twice|keep one" },
        { "cells", Header + "‸x:a,media,North, East,2021-01-01,,,,\n", "the row has 9 cells and the header 8|double quotes" },
        { "missing-cell", Header + "‸,media,North,2021-01-01\n", "the cell 'id' is empty|ru-fa:example-media" },
        { "missing-cell", Header + "x:a,‸,North,2021-01-01\n", "the cell 'kind' is empty|media" },
        { "missing-cell", Header + "x:a,media,‸,2021-01-01\n", "the cell 'name' is empty|as the register writes it" },
        { "missing-cell", Header + "x:a,media,North,‸\n", "the cell 'listed_from' is empty|2021-10-15" },
        { "id", Header + "‸x a,media,North,2021-01-01\n", "'x a' is not an id|Latin letters, digits" },
        { "kind", Header + "x:a,‸paper,North,2021-01-01\n", "'paper' is not a kind|person, organisation, media" },
        { "kind", Header + "x:a,‸medias,North,2021-01-01\n", "did you mean 'media'?" },
        { "day", Header + "x:a,media,North,‸2021-02-30\n", "'2021-02-30' in 'listed_from' is not a day|such as 2021-10-15" },
        { "day", Header + "x:a,media,North,2021-01-01,‸1.2.2022\n", "in 'listed_until' is not a day" },
        { "listing-order", Header + "x:a,media,North,2021-01-02,‸2021-01-02\n", "is not after listed_from|first day off the list" },
        { "gender", Header + "x:a,person,North,2021-01-01,,‸x\n", "'x' is not a gender|masculine, feminine" },
        { "domain", Header + "x:a,media,North,2021-01-01,,,‸https://north.example\n", "is not a domain|bare host" },
        { "domain", Header + "x:a,media,North,2021-01-01,,,‸www.north.example\n", "is not a domain|without https://, www." },
        { "domain", Header + "x:a,media,North,2021-01-01,,,‸example\n", "is not a domain" },
        { "account", Header + "x:a,media,North,2021-01-01,,,,‸@north\n", "is not an account|host/handle" },
        { "listing-overlap", Header + "x:a,media,North,2021-01-01\nx:a,media,North,‸2022-01-01\n", "begins on 2022-01-01|in line 2 has no end|must not overlap" },
        { "listing-overlap", Header + "x:a,media,North,2021-01-01,2022-01-02\nx:a,media,North,‸2022-01-01\n", "lasts until 2022-01-02" },
        { "kind-differs", Header + "x:a,media,North,2021-01-01,2021-02-01\nx:a,‸person,North,2022-01-01\n", "is media in line 2|one kind" },
        { "character", Header + "x:a,media,‸No\u0001rth,2021-01-01\n", "the cell 'name' holds a control character|remove it" },
        { "too-long", Header + "x:a,media,‸" + new string('n', 20_001) + ",2021-01-01\n", "20001 characters; at most 20000" },
        { "quotes", Header + "‸x:a,media,\"North\"ern,2021-01-01\n", "text stands after the closing quote|double the quotes inside" },
        { "quotes", Header + "‸x:a,media,North,2021-01-01,,,,\"t.example/north\n", "is never closed|missing double quote" },
        // A cell after a line break inside quotes stands on a later line.
        { "day", Header + "x:a,media,\"North\nEast\",‸soon\n", "'soon' in 'listed_from'" },
        { "day", Header + "x:a,media,\"North, East\",‸soon\n", "'soon' in 'listed_from'" },
        { "day", Header + "\nx:a,media,North,‸soon\n", "'soon' in 'listed_from'" },
        { "day", (Header + "x:a,media,North,‸soon\n").Replace("\n", "\r\n", StringComparison.Ordinal), "'soon' in 'listed_from'" },
        { "day", "\uFEFF" + Header + "x:a,media,North,‸soon\n", "'soon' in 'listed_from'" },
    };

    public static TheoryData<string, string, string> NoteFaults => new()
    {
        { "missing-key", "‸jurisdiction: RU\nretrieved: 2026-11-01", "a registry's note lacks 'title'|title: {" },
        { "missing-key", "‸title: { en: Test }\nretrieved: 2026-11-01", "lacks 'jurisdiction'|jurisdiction: RU" },
        { "jurisdiction", "title: Test\njurisdiction: ‸Atlantis\nretrieved: 2026-11-01", "'Atlantis' is not a jurisdiction|two capital letters" },
        { "day", "title: Test\njurisdiction: RU\nretrieved: ‸yesterday", "'yesterday' is not a day|year-month-day" },
        { "number", "title: Test\njurisdiction: RU\nretrieved: 2026-11-01\nfreshForDays: ‸often", "'freshForDays' is 'often'|from 0 to 36500" },
        { "unknown-key", "title: Test\njurisdiction: RU\nretrieved: 2026-11-01\n‸freshForDay: 7", "did you mean 'freshForDays'?" },
    };

    [Theory]
    [MemberData(nameof(TableFaults))]
    public void Reports_a_fault_of_the_table(string code, string csv, string words)
    {
        var fault = Fault.In(SomeRules.RegisterFile, csv);
        fault.IsReportedBy(SomeRules.Build(SomeRules.Files(register: fault.Text)).Errors, code, words);
    }

    [Theory]
    [MemberData(nameof(NoteFaults))]
    public void Reports_a_fault_of_the_note(string code, string yaml, string words)
    {
        var fault = Fault.In(SomeRules.NoteFile, yaml);
        fault.IsReportedBy(SomeRules.Build(SomeRules.Files(note: fault.Text)).Errors, code, words);
    }

    [Fact]
    public void Reports_a_table_without_a_note() =>
        Fault.In(SomeRules.NoteFile, "‸").IsReportedBy(SomeRules.Build(SomeRules.Files(note: null)).Errors, "missing-note", "has no registries/test-register.yaml beside it|'title', 'jurisdiction' and 'retrieved'");

    [Theory]
    [InlineData("no-retrieved", SomeRules.NoteFile, "‸title: Test\njurisdiction: RU", "nobody learns that this list grew old")]
    [InlineData("quotes", SomeRules.RegisterFile, Header + "‸x:a,media,North \"N\" East,2021-01-01\n", "holds a quote and is not quoted itself|double those inside")]
    public void Warns_of_what_it_can_still_read(string code, string file, string text, string words)
    {
        var fault = Fault.In(file, text);
        var files = SomeRules.Files();
        files[file] = fault.Text;

        var result = SomeRules.Build(files);

        Assert.Empty(result.Errors);
        fault.IsReportedBy(result.Warnings, code, words);
    }

    [Fact]
    public void Takes_a_second_row_of_an_id_as_a_second_listing_and_a_new_name_as_an_alias()
    {
        var result = SomeRules.Build(SomeRules.Files(register: Header + "x:a,media,North,2021-01-01,2021-02-01\nx:a,media,East,2021-02-01\n"));

        var entity = Assert.Single(result.Ruleset!.Registries["test-register"].Entities);
        Assert.Equal(["East"], entity.Aliases);
        Assert.Equal([new DateOnly(2021, 1, 1), new DateOnly(2021, 2, 1)], entity.Listings.Select(l => l.From));
    }
}
