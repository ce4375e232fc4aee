using System.Runtime.InteropServices;
using LabelService.Engine.Facts;
using LabelService.Engine.Reading;

namespace LabelService.Engine.Finding;

/// <summary>Tells for each block of the body what it is: title, notice, byline, text, source line, or not the article at all.</summary>
internal sealed class PartsFinder(ReadArticle article, List<RawNotice> notices, List<AgeMarkFact> ageMarks)
{
    private const int LongestTitle = 220;
    private const int LongestLine = 160;
    private const int LongestSourceLine = 280;

    /// <summary>How many blocks from the top a title, or its repetition, is looked for.</summary>
    private const int TopBlocks = 8;

    private readonly ReadField _body = article.Body;
    private readonly PartKind[] _parts = new PartKind[article.Body.Blocks.Length];

    public ArticleParts Find()
    {
        MarkNotices();
        MarkAgeMarks();
        MarkLines();
        var title = MarkTitle();
        MarkTeasers();
        return new ArticleParts(title, ImmutableCollectionsMarshal.AsImmutableArray(_parts)) { Lead = Standfirst.AboveBody(article) };
    }

    private void MarkNotices()
    {
        var covered = new Dictionary<int, int>();
        foreach (var notice in notices.Where(n => n.Scan.Field.Path == _body.Path))
        {
            covered[notice.Block] = covered.GetValueOrDefault(notice.Block) + notice.End - notice.Start;
        }

        foreach (var mark in ageMarks)
        {
            if (BlockOf(mark) is >= 0 and var block && covered.TryGetValue(block, out var length))
            {
                covered[block] = length + mark.End - mark.Start;
            }
        }

        foreach (var (block, length) in covered)
        {
            // Brackets, blanks and a stop may stand around it; a sentence of the article may not.
            if (_body.Blocks[block].End - _body.Blocks[block].Start - length <= 16)
            {
                _parts[block] = PartKind.Notice;
            }
        }
    }

    /// <summary>The block of the body in which a mark stands whole, or -1.</summary>
    private int BlockOf(AgeMarkFact mark) =>
        mark.Field == _body.Path && FieldScan.BlockAt(_body, mark.Start) is >= 0 and var block && mark.End <= _body.Blocks[block].End ? block : -1;

    private void MarkAgeMarks()
    {
        foreach (var mark in ageMarks)
        {
            if (BlockOf(mark) is >= 0 and var i && _body.Blocks[i] is var block && block.End - block.Start <= 60 && _parts[i] == PartKind.Text
                && !SentenceBefore(block, mark.Start))
            {
                _parts[i] = PartKind.AgeMark;
            }
        }
    }

    /// <summary>Whether more than a label stands before the mark: then the block is text that ends in one.</summary>
    private bool SentenceBefore(Block block, int mark) =>
        mark - block.Start > 3 && !_body.Text.AsSpan(block.Start, mark - block.Start).Contains(':') && !_body.Text.AsSpan(block.Start, mark - block.Start).Contains('|');

    private void MarkLines()
    {
        for (var i = 0; i < _parts.Length; i++)
        {
            var block = _body.Blocks[i];
            if (block.Kind == BlockKind.Aside)
            {
                _parts[i] = PartKind.NotArticle;
                continue;
            }

            if (_parts[i] == PartKind.Text && block.End - block.Start <= LongestSourceLine)
            {
                _parts[i] = Line(_body.Span(block));
            }
        }
    }

    private static PartKind Line(ReadOnlySpan<char> line)
    {
        if (SourceLines.Value(line) is not null)
        {
            return PartKind.SourceLine;
        }

        if (line.Length > LongestLine)
        {
            return PartKind.Text;
        }

        return IsByline(line) ? PartKind.Byline : IsDateline(line) ? PartKind.Dateline : PartKind.Text;
    }

    /// <summary>"Автор: Мария Ветрова", "By Mary Winter": a label, or the bare word in a line too short for a sentence.</summary>
    private static bool IsByline(ReadOnlySpan<char> line) =>
        LineReader.BehindLabel(line, LineCues.BylineLabels) > 0
        || (line.Length < 80 && line[^1] != '.' && LineReader.BehindPhrase(line, ["by"]) is > 0 and var name && name < line.Length && char.IsUpper(line[name]));

    private string? MarkTitle()
    {
        if (article.Article.Title is { } given && given.AsSpan().Trim().Length > 0)
        {
            MarkRepeats(given, 0);
            return given.Trim();
        }

        for (var i = 0; i < Math.Min(TopBlocks, _parts.Length - 1); i++)
        {
            if (_parts[i] != PartKind.Text)
            {
                continue;
            }

            var title = _body.Span(_body.Blocks[i]).ToString();
            if (!LooksLikeTitle(i, title))
            {
                return null;
            }

            _parts[i] = PartKind.Title;
            MarkRepeats(title, i + 1);
            return title;
        }

        return null;
    }

    private void MarkRepeats(string title, int from)
    {
        for (var i = from; i < Math.Min(from + TopBlocks, _parts.Length); i++)
        {
            var block = _body.Blocks[i];
            if (_parts[i] == PartKind.Text && block.End - block.Start <= title.Length + 20 && LineReader.SameText(_body.Span(block), title))
            {
                _parts[i] = PartKind.RepeatedTitle;
            }
        }
    }

    private bool LooksLikeTitle(int index, string text)
    {
        var block = _body.Blocks[index];
        if (block.Kind == BlockKind.Heading)
        {
            return true;
        }

        if (text.Length > LongestTitle || block.Kind != BlockKind.Paragraph)
        {
            return false;
        }

        // The cheaper question first: comparing texts takes reading both.
        return (text[^1] is not ('.' or ',' or ';' or ':' or '…') && TextFollows(index)) || IsRepeated(index, text);
    }

    private bool IsRepeated(int index, string text)
    {
        for (var i = index + 1; i < Math.Min(index + 4, _parts.Length); i++)
        {
            if (LineReader.SameText(_body.Span(_body.Blocks[i]), text))
            {
                return true;
            }
        }

        return false;
    }

    private bool TextFollows(int index)
    {
        for (var i = index + 1; i < _parts.Length; i++)
        {
            if (_parts[i] == PartKind.Text)
            {
                return true;
            }
        }

        return false;
    }

    private void MarkTeasers()
    {
        var lastSource = Array.LastIndexOf(_parts, PartKind.SourceLine);
        var inTeasers = false;
        for (var i = 0; i < _parts.Length; i++)
        {
            if (_parts[i] != PartKind.Text)
            {
                continue;
            }

            var line = _body.Span(_body.Blocks[i]);
            var head = line.Length <= LongestLine && LineReader.BeginsWithAny(line, LineCues.TeaserHeads) && !EndsLikeSentence(line);
            // In the middle of an article a teaser is a line or a few; full sentences are the article again.
            inTeasers = head || (inTeasers && (i > lastSource && lastSource >= 0 || !IsFullText(line)));
            if (inTeasers)
            {
                _parts[i] = PartKind.NotArticle;
            }
        }
    }

    private static bool EndsLikeSentence(ReadOnlySpan<char> line) => line.Length > 60 && line[^1] == '.';

    private static bool IsFullText(ReadOnlySpan<char> line) => line.Length > 120 && line[^1] is '.' or '!' or '?' or '»' or '”' or '"' or '…';

    /// <summary>"16:02, 4 ноября 2020", "08.11.2020": mostly figures, at most a day and a month in words.</summary>
    private static bool IsDateline(ReadOnlySpan<char> line)
    {
        int digits = 0, letters = 0;
        foreach (var c in line)
        {
            digits += char.IsAsciiDigit(c) ? 1 : 0;
            letters += char.IsLetter(c) ? 1 : 0;
        }

        return line.Length <= 40 && digits >= 4 && letters <= 14;
    }
}
