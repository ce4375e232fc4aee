namespace LabelService.Cli.Tests;

public sealed class RulesCommandTests
{
    [Fact]
    public async Task Finds_nothing_wrong_in_the_rules_that_ship()
    {
        var (lint, lintOutput, _) = await LabelsProcess.RunAsync(null, "rules", "lint");
        var (test, testOutput, _) = await LabelsProcess.RunAsync(null, "rules", "test");

        Assert.True(lint == 0, lintOutput);
        Assert.True(test == 0, testOutput);
        Assert.Contains("0 gaps", testOutput, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_five_errors_with_their_lines()
    {
        using var rules = new CopiedRules();
        rules.Change("packs/ru-age/pack.yaml", text => text + """

              - id: broken.one
                status: maybe
                effective: { from: 2022-13-01 }
                when:
                  entity: { registry: no-such, role: source }
                require:
                  - disclosure: foreign-agent
                    text: { ru: "{{ subject | instrumentl }}" }
                  - age: { scale: ru-436fz, value: 21+ }
            """);

        var (code, output, _) = await LabelsProcess.RunAsync(null, "rules", "lint", "--rules", rules.Path);

        var errors = output.Split('\n').Where(l => l.Contains("/ru-age/", StringComparison.Ordinal)).ToList();
        Assert.Equal(1, code);
        Assert.Equal(5, errors.Count);
        Assert.All(errors, e => Assert.Matches(@"ru-age/pack\.yaml:\d+:\d+: ", e));
        // What rests on the broken pack is named once, not as if it were at fault.
        Assert.Single(output.Split('\n'), l => l.Contains("depends-on-broken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fails_the_test_of_rules_of_which_one_file_cannot_be_read()
    {
        using var rules = new CopiedRules();
        await File.WriteAllBytesAsync(System.IO.Path.Combine(rules.Path, "packs", "ru-age", "cases", "latin1.yaml"), [.. "cases: # "u8, 0xFF], TestContext.Current.CancellationToken);

        var (code, output, _) = await LabelsProcess.RunAsync(null, "rules", "test", "--rules", rules.Path);

        Assert.Equal(1, code);
        Assert.Contains("[not-utf8]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Speaks_Russian_to_a_Russian_author()
    {
        using var rules = new CopiedRules();
        rules.Change("packs/ru-age/pack.yaml", text => text + """

              - id: broken.one
                status: on
                requier: []
            """);

        var (_, lint, _) = await LabelsProcess.RunAsync(null, "rules", "lint", "--rules", rules.Path, "--language", "ru");
        var (_, test, _) = await LabelsProcess.RunAsync(null, "rules", "test", "--rules", rules.Path, "--language", "ru");

        Assert.Contains("у правила нет ключа «requier»; может быть, «require»?", lint, StringComparison.Ordinal);
        Assert.Contains("у правила не хватает ключа «when»; напишите, например, «when: ", lint, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^[0-9]+ ошиб(ка|ки|ок), [0-9]+ предупреждени[еяй] в ", lint);
        Assert.Contains("ошибка     ", test, StringComparison.Ordinal);
        Assert.Matches(@"(?m)^пройдено [0-9]+ из [0-9]+ пример", test);
    }

    [Fact]
    public async Task Rejects_a_language_that_it_does_not_speak()
    {
        var (code, _, error) = await LabelsProcess.RunAsync(null, "rules", "lint", "--language", "xx");

        Assert.Equal(2, code);
        Assert.Contains("xx", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_the_condition_that_no_case_exercises()
    {
        using var rules = new CopiedRules();
        rules.Change("packs/ru-foreign-agents/pack.yaml", text => text.Replace(
            "      entity: { registry: ru-foreign-agents, role: [quoted, mentioned] }",
            "      any:\n        - entity: { registry: ru-foreign-agents, role: [quoted, mentioned] }\n        - section: [nowhere]", StringComparison.Ordinal));

        var (code, output, _) = await LabelsProcess.RunAsync(null, "rules", "test", "--rules", rules.Path);

        Assert.Equal(1, code);
        Assert.Contains("no case of ru.foreign-agent.mention shows this condition holding", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fails_for_a_warning_only_where_it_is_asked_to()
    {
        using var rules = new CopiedRules();
        rules.Change("packs/ru-age/pack.yaml", text => text.Replace("порнография, порнографические материалы]", "выборы]", StringComparison.Ordinal));

        var (code, output, _) = await LabelsProcess.RunAsync(null, "rules", "lint", "--rules", rules.Path);
        var (strict, _, _) = await LabelsProcess.RunAsync(null, "rules", "lint", "--strict", "--rules", rules.Path);

        Assert.Equal((0, 1), (code, strict));
        Assert.Matches(@"warning .*ru-age/pack\.yaml:\d+:\d+: ru\.age\.suggest-18 looks for 'выборы', .*\[common-word\]", output);
    }

    [Fact]
    public async Task Names_the_rule_with_too_few_cases()
    {
        using var rules = new CopiedRules();
        rules.Change("packs/ru-elections/cases/silence.yaml", text => text[..text.IndexOf("\n  - name:", text.IndexOf("- name:", StringComparison.Ordinal), StringComparison.Ordinal)] + "\n");

        var (code, output, _) = await LabelsProcess.RunAsync(null, "rules", "test", "--rules", rules.Path);

        Assert.Equal(1, code);
        Assert.Matches(@"gap .*ru-elections/pack\.yaml:\d+:\d+: the rule ru\.elections\.silence fires in .* at least 2 of each .*\[too-few-cases\]", output);
    }

    /// <summary>A copy of the rules that a test may break.</summary>
    private sealed class CopiedRules : IDisposable
    {
        public CopiedRules()
        {
            var source = System.IO.Path.Combine(LabelsProcess.Root, "rules");
            foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            {
                var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
                File.Copy(file, target);
            }
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("labels-rules-").FullName;

        public void Change(string file, Func<string, string> change)
        {
            var path = System.IO.Path.Combine(Path, file);
            File.WriteAllText(path, change(File.ReadAllText(path)));
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
