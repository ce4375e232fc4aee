using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace LabelService.Engine.Reading;

/// <summary>
/// Cuts HTML into tags and text with AngleSharp's tokenizer. Its own positions count lines and columns, but its insertion point
/// after each token is an exact index into the source (CR LF, astral characters and NUL included), so that each token is the
/// stretch between two of them; names come from the tokenizer, everything else is read from that stretch.
/// </summary>
internal static class HtmlTags
{
    /// <param name="markup">The HTML; it stands in the reader's source at <paramref name="offset"/>.</param>
    public static void Read(string markup, int offset, MarkupReader reader)
    {
        using var tokenizer = Tokenizer(markup);
        for (var start = 0; ;)
        {
            ref var token = ref tokenizer.GetStructToken();
            var end = Math.Min(tokenizer.InsertionPoint, markup.Length);
            switch (token.Type)
            {
                case HtmlTokenType.Character:
                    reader.Text(offset + start, offset + end, tokenizer.State is HtmlParseMode.PCData or HtmlParseMode.RCData);
                    break;
                case HtmlTokenType.StartTag:
                    var element = HtmlElements.Of(token.Name.Memory.Span);
                    reader.StartTag(element, offset + start, offset + end, token.IsSelfClosing);
                    tokenizer.State = reader.IsForeign ? HtmlParseMode.PCData : HtmlElements.ContentOf(element);
                    break;
                case HtmlTokenType.EndTag:
                    reader.EndTag(HtmlElements.Of(token.Name.Memory.Span), offset + start, offset + end);
                    break;
                case HtmlTokenType.EndOfFile:
                    return;
            }

            start = end;
        }
    }

    /// <summary>Character references are left alone, since what they stand for is decoded with its place in the source.</summary>
    private static HtmlTokenizer Tokenizer(string markup) =>
        new(new TextSource(WithoutEndMarks(markup)), HtmlEntityProvider.Resolver)
        {
            IsNotConsumingCharacterReferences = true,
            DisableElementPositionTracking = true,
            ShouldEmitAttribute = static (ref StructHtmlToken _, ReadOnlyMemory<char> _) => false,
        };

    /// <summary>The tokenizer takes the noncharacter U+FFFF for the end of the source.</summary>
    private static string WithoutEndMarks(string markup) => markup.Replace('\uFFFF', '\uFFFD');
}
