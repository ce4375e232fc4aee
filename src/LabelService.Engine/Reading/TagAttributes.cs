namespace LabelService.Engine.Reading;

/// <summary>
/// Walks the attributes of one start tag in its source. The tokenizer gives their values but not where these stand, and a link's
/// evidence is a range of the source.
/// </summary>
internal ref struct TagAttributes
{
    private readonly ReadOnlySpan<char> _tag;
    private int _at;

    /// <param name="tag">The whole tag, from <c>&lt;</c> to <c>&gt;</c>.</param>
    public TagAttributes(ReadOnlySpan<char> tag)
    {
        _tag = tag;
        _at = 1;
        while (_at < tag.Length && !IsSpace(tag[_at]) && tag[_at] is not ('/' or '>'))
        {
            _at++;
        }
    }

    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Where the value stands in the tag, without its quotes; empty where there is none.</summary>
    public (int Start, int End) Value { get; private set; }

    public bool MoveNext()
    {
        while (_at < _tag.Length && (IsSpace(_tag[_at]) || _tag[_at] == '/'))
        {
            _at++;
        }

        if (_at >= _tag.Length || _tag[_at] == '>')
        {
            return false;
        }

        var start = _at++;
        while (_at < _tag.Length && !IsSpace(_tag[_at]) && _tag[_at] is not ('/' or '>' or '='))
        {
            _at++;
        }

        Name = _tag[start.._at];
        ReadValue();
        return true;
    }

    private void ReadValue()
    {
        Value = (_at, _at);
        var at = SkipSpaces(_at);
        if (at >= _tag.Length || _tag[at] != '=')
        {
            return;
        }

        at = SkipSpaces(at + 1);
        if (at < _tag.Length && _tag[at] is '"' or '\'')
        {
            var length = _tag[(at + 1)..].IndexOf(_tag[at]);
            var end = length < 0 ? _tag.Length : at + 1 + length;
            Value = (at + 1, end);
            _at = end + 1;
            return;
        }

        var start = at;
        while (at < _tag.Length && !IsSpace(_tag[at]) && _tag[at] != '>')
        {
            at++;
        }

        Value = (start, at);
        _at = at;
    }

    private readonly int SkipSpaces(int at)
    {
        while (at < _tag.Length && IsSpace(_tag[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\n' or '\r' or '\f';
}
