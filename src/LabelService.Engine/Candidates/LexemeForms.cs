using LabelService.Engine.Naming;

namespace LabelService.Engine.Candidates;

/// <summary>The forms of some lexemes of a table, which itself leads from forms to lexemes.</summary>
internal sealed class LexemeForms
{
    private readonly Dictionary<int, List<ulong>> _forms;

    public LexemeForms(FormTable table, IEnumerable<int> lexemes)
    {
        _forms = lexemes.Distinct().ToDictionary(lexeme => lexeme, _ => new List<ulong>());
        foreach (ref readonly var entry in table.All)
        {
            if (_forms.TryGetValue(entry.Lexeme, out var forms))
            {
                forms.Add(entry.Key);
            }
        }
    }

    /// <summary>The hashes of a lexeme's forms.</summary>
    public IReadOnlyList<ulong> Of(int lexeme) => _forms[lexeme];

    public IEnumerable<uint> KeysOf(int lexeme) => _forms[lexeme].Select(WordKey.Of);
}
