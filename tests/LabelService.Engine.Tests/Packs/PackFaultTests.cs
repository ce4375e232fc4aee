using LabelService.Engine.Tests.Support;

namespace LabelService.Engine.Tests.Packs;

/// <summary>Every designed error of a pack's frame: its head, its rules' heads, its notice forms and age scales.</summary>
public sealed class PackFaultTests
{
    public static TheoryData<string, string, string> Faults => new()
    {
        // the head
        { "missing-key", "‸pack:", "a pack lacks 'pack'|pack: test-pack" },
        { "pack-id", "pack: ‸other", "calls itself 'other'|folder is 'test-pack'|one name" },
        { "missing-key", "‸version:", "a pack lacks 'version'|2026.11" },
        { "version", "version: ‸2026 11", "'2026 11' is not a version|without spaces" },
        { "too-long", "version: ‸012345678901234567890123456789012345678901234567890", "has 51 characters; at most 50" },
        { "shape", "version: ‸[1]", "'version' is a list|one text" },
        { "jurisdiction", "jurisdiction: ‸Russia", "'Russia' is not a jurisdiction|such as RU" },
        { "jurisdiction", "jurisdiction: ‸ru", "did you mean 'RU'?" },
        { "missing-key", "‸title:", "a pack lacks 'title'|title: { en:" },
        { "language", "title: { ‸english: Test }", "'english' is not a language|such as en or ru" },
        { "language", "title: { en: Test, ‸and more }", "inside { } a comma ends the text: put the whole text in quotes" },
        { "shape", "title: ‸[Test]", "'title' is a list|texts by language" },
        { "unknown-key", "version: 1\n‸colour: red", "a pack has no key 'colour'|known are pack, version" },
        { "unknown-key", "version: 1\n‸rule: []", "did you mean 'rules'?" },
        { "shape", "rules: ‸all", "'rules' is 'all'|a list whose items begin with '- id:'" },
        { "shape", "rules: [‸all]", "'all' stands in 'rules'|a mapping that begins with '- id:'" },
        // a rule
        { "missing-key", "‸id:", "a rule lacks 'id'|id: ru.foreign-agent.material" },
        { "id", "id: ‸Test Rule", "'Test Rule' is not an id for a rule|lower-case Latin letters" },
        { "missing-key", "‸status:", "a rule lacks 'status'|status: on" },
        { "unknown-word", "status: ‸maybe", "'status' is 'maybe'|on, shadow, off" },
        { "duplicate-key", "status: on\n    ‸status: off", "'status' is already set in line 9|keep one" },
        { "unknown-key", "status: on\n    ‸requires: []", "a rule has no key 'requires'; did you mean 'require'?" },
        { "shape", "status: on\n    effective: ‸now", "'effective' is 'now'|mapping with from, until" },
        { "day", "status: on\n    effective: { from: ‸2022-02-30 }", "'2022-02-30' is not a day|year-month-day" },
        { "day-order", "status: on\n    effective: { from: 2022-12-01, until: ‸2022-12-01 }", "until 2022-12-01 is not after from|first day on which the rule no longer holds" },
        { "unknown-word", "status: on\n    day: ‸yesterday", "'day' is 'yesterday'|published" },
        { "empty-list", "basis: ‸[]", "'basis' is an empty list|name at least one" },
        { "shape", "basis: [‸law]", "'law' stands in 'basis'|{ act: 255-FZ" },
        { "missing-key", "basis: [‸{ article: '1' }]", "a legal basis lacks 'act'|255-FZ" },
        { "url", "basis: [{ act: A, url: ‸'javascript:alert(1)' }]", "is not a web address|https://example.org/law" },
        { "shape", "cases: ‸{ a: b }", "'cases' is a mapping|one text" },
        { "character", "status: on\n    note: ‸\"a\\0b\"", "'note' holds a NUL character|remove it" },
        { "missing-key", "‸when:", "a rule lacks 'when'|entity" },
        { "missing-key", "‸require:", "a rule lacks 'require'|flag" },
        // notice forms
        { "shape", "notices: [‸form]", "'form' stands in 'notices'" },
        { "missing-key", "notices: [‸{ type: a, language: en, pattern: produced by agents }]", "a notice form lacks 'id'" },
        { "missing-key", "notices: [‸{ id: a, language: en, pattern: produced by agents }]", "a notice form lacks 'type'" },
        { "missing-key", "notices: [‸{ id: a, type: a, pattern: produced by agents }]", "a notice form lacks 'language'" },
        { "missing-key", "notices: [‸{ id: a, type: a, language: en }]", "a notice form lacks 'pattern'|{subject}" },
        { "language", "notices: [{ id: a, type: a, language: ‸English, pattern: produced by agents }]", "'English' is not a language" },
        { "unknown-word", "notices: [{ id: a, type: a, language: en, shape: ‸block, pattern: produced by agents }]", "'shape' is 'block'|statement, inline, footnote" },
        { "notice-pattern", "notices: [{ id: a, type: a, language: en, pattern: ‸'produced (by agents' }]", "opens a '(' that no ')' closes|[..] for what may be absent" },
        { "notice-pattern", "notices: [{ id: a, type: a, language: en, pattern: ‸'produced by] agents' }]", "has a ']' that nothing opened near" },
        { "notice-pattern", "notices: [{ id: a, type: a, language: en, pattern: ‸'produced by {name}' }]", "a place that is not {subject}" },
        { "notice-pattern", "notices: [{ id: a, type: a, language: en, pattern: ‸'[produced] by {subject}' }]", "needs a word of at least" },
        { "notice-pattern", $"notices: [{{ id: a, type: a, language: en, pattern: ‸'produced {string.Concat(Enumerable.Repeat("[a|a a]", 80))}' }}]", "has 160 alternatives in [ ] and ( ) over up to 161 words|at most 10000|two shorter notice forms" },
        { "notice-pattern", "notices: [{ id: a, type: a, language: en, pattern: ‸'produced {subject} {subject} {subject} {subject} {subject}' }]", "has 5 places for {subject}|at most 4|two notice forms" },
        { "duplicate-id", "notices: [{ id: a, type: a, language: en, pattern: produced by agents }, { id: ‸a, type: a, language: en, pattern: made by agents }]", "'a' is already in line 5|used once" },
        // age scales
        { "shape", "ageScales: [‸scale]", "'scale' stands in 'ageScales'" },
        { "missing-key", "ageScales: [‸{ marks: [{ value: 1+ }] }]", "an age scale lacks 'id'" },
        { "missing-key", "ageScales: [‸{ id: a }]", "an age scale lacks 'marks'" },
        { "empty-list", "ageScales: [{ id: a, marks: ‸[] }]", "'marks' is an empty list" },
        { "shape", "ageScales: [{ id: a, marks: [‸18+] }]", "'18+' stands in 'marks'|{ value: 12+" },
        { "missing-key", "ageScales: [{ id: a, marks: [‸{ phrases: b }] }]", "an age mark lacks 'value'" },
        { "duplicate-mark", "ageScales: [{ id: a, marks: [{ value: 18+ }, ‸{ value: 18+ }] }]", "the mark '18+' stands twice" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Reports_where_and_what_would_be_right(string code, string line, string words)
    {
        var fault = Fault.In(SomeRules.PackFile, SomeRules.Pack(line));
        fault.IsReportedBy(SomeRules.Build(SomeRules.Files(fault.Text)).Errors, code, words);
    }

    [Fact]
    public void Accepts_the_pack_that_the_faults_are_put_into()
    {
        var result = SomeRules.Build(SomeRules.Files());
        Assert.Empty(result.Errors);
        Assert.Empty(result.Warnings);
    }

    [Fact]
    public void Reports_all_faults_of_a_pack_at_once()
    {
        var pack = SomeRules.Pack("version: 2026 11", "jurisdiction: Russia", "status: maybe", "basis: []", "require: [{ nothing: x }]");

        Assert.Equal([2, 3, 9, 10, 13], SomeRules.Build(SomeRules.Files(pack)).Errors.Select(e => e.Line));
    }
}
