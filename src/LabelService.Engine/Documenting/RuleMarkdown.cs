using System.Collections.Immutable;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Packs;
using LabelService.Engine.Packs.Cases;
using LabelService.Engine.Rulesets;
using LabelService.Engine.RuleText;

namespace LabelService.Engine.Documenting;

/// <summary>The page of a rule as Markdown: what it asks, by which law, since when, examples from its own cases.</summary>
/// <param name="files">The rules folder's files, of which the cases are read.</param>
public sealed class RuleMarkdown(Ruleset ruleset, IReadOnlyDictionary<string, string> files, string language)
{
    private readonly Tongue _tongue = Tongue.In(language);

    public string Of(Rule rule)
    {
        var words = RuleInWords.Of(rule, language, ruleset.Registries);
        var text = new StringBuilder();
        text.Append("# ").AppendLine(Safe(words.Title)).AppendLine();
        text.AppendLine($"`{rule.Id}` · {_tongue.Say("pack", "пакет")} `{rule.Pack}` · {rule.Jurisdiction} · **{Status(rule.Status)}**").AppendLine();
        Section(text, _tongue.Say("When", "Когда"), Safe(words.When));
        Section(text, _tongue.Say("What it asks", "Что требует"), string.Join('\n', words.Asks.Select(a => "- " + Safe(a))));
        Wordings(text, rule);
        Section(text, _tongue.Say("By which law", "По какому закону"), rule.Basis.IsDefaultOrEmpty
            ? _tongue.Say("No law; a habit or a rule of the newsroom.", "Не закон, а обычай или правило редакции.")
            : string.Join('\n', rule.Basis.Select(Law)));
        Section(text, _tongue.Say("Since when", "С какого времени"), Dates(rule));
        if (rule.Note is { Length: > 0 } note)
        {
            Section(text, _tongue.Say("How sure it is", "Насколько надёжно"), Safe(note));
        }

        Examples(text, rule);
        return text.ToString().TrimEnd() + "\n";
    }

    private void Wordings(StringBuilder text, Rule rule)
    {
        foreach (var disclosure in rule.Require.OfType<DisclosureRequirement>())
        {
            Section(text, $"{_tongue.Say("The wording", "Текст")}: {disclosure.Type}", string.Join("\n\n", disclosure.Text.Select(t => $"{t.Key}:\n\n> {Safe(t.Value.Source.ReplaceLineEndings(" "))}")));
        }
    }

    private string Law(LegalBasis basis)
    {
        var act = basis.In(language);
        var name = Safe(act.Act + (act.Article is { } article ? ", " + article : ""));
        return act.Url is { } url && Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? $"- [{name}](<{url}>)" : $"- {name}";
    }

    private string Dates(Rule rule)
    {
        var parts = new List<string>
        {
            rule.From is null && rule.Until is null ? _tongue.Say("Always.", "Всегда.") : _tongue.Say("In force", "Действует") + _tongue.Period(rule.From, rule.Until) + ".",
        };
        if (rule.ReviewBy is { } review)
        {
            parts.Add(_tongue.Say($"To be looked at again by {_tongue.Day(review)}.", $"Пересмотреть до {_tongue.Day(review)}."));
        }

        if (rule.WordingVerifiedUntil is { } verified)
        {
            parts.Add(_tongue.Say($"The wording was read in a source for days up to {_tongue.Day(verified)}.", $"Текст сверен с источником на дни до {_tongue.Day(verified)}."));
        }

        return string.Join(' ', parts);
    }

    private void Examples(StringBuilder text, Rule rule)
    {
        var cases = rule.CaseFiles.Where(files.ContainsKey).SelectMany(path => CaseReader.Read(path, files[path], new FileErrors())?.Cases ?? []).ToImmutableArray();
        var speaks = cases.FirstOrDefault(c => c.Expect.Disclosures is { IsEmpty: false } || c.Expect.Flags is { IsEmpty: false });
        var silent = cases.FirstOrDefault(c => c.Expect.Nothing);
        if (speaks is null && silent is null)
        {
            return;
        }

        text.Append("## ").AppendLine(_tongue.Say("Examples", "Примеры")).AppendLine();
        Example(text, speaks, _tongue.Say("It speaks", "Говорит"));
        Example(text, silent, _tongue.Say("It is silent", "Молчит"));
    }

    private void Example(StringBuilder text, RuleCase? example, string what)
    {
        if (example is null)
        {
            return;
        }

        text.AppendLine($"**{what}** — {Safe(example.Name)}").AppendLine();
        foreach (var line in Shown(example.Article.Body).Split('\n'))
        {
            text.Append("> ").AppendLine(Safe(line));
        }

        text.AppendLine();
        foreach (var disclosure in example.Expect.Disclosures ?? [])
        {
            text.AppendLine($"- {disclosure.Type}: {Kebab<DisclosureStatus>.Word(disclosure.Status)}");
        }

        foreach (var flag in example.Expect.Flags ?? [])
        {
            text.AppendLine($"- {Kebab<FlagAction>.Word(flag.Action)}");
        }

        text.AppendLine();
    }

    private string Status(RuleStatus status) => status switch
    {
        RuleStatus.On => _tongue.Say("on", "включено"),
        RuleStatus.Shadow => _tongue.Say("in shadow: counted, not shown", "в тени: считается, не показывается"),
        _ => _tongue.Say("off", "выключено"),
    };

    private static string Shown(string body) => body.Length <= 600 ? body.ReplaceLineEndings("\n") : body[..600].ReplaceLineEndings("\n") + "…";

    private static void Section(StringBuilder text, string title, string content) => text.Append("## ").AppendLine(title).AppendLine().AppendLine(content).AppendLine();

    /// <summary>What rules and articles say is text, never markup: signs that Markdown reads are escaped, but for code in backticks.</summary>
    internal static string Safe(string text)
    {
        var safe = new StringBuilder(text.Length + 8);
        var isCode = false;
        foreach (var sign in text)
        {
            isCode ^= sign == '`';
            safe.Append(!isCode && sign is '\\' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '~' ? "\\" : "").Append(sign);
        }

        return safe.ToString();
    }
}
