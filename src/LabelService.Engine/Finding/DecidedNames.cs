using LabelService.Engine.Model;
using LabelService.Engine.Naming;
using LabelService.Engine.Rulesets;

namespace LabelService.Engine.Finding;

/// <summary>What was decided before about a name: that it means somebody else here, or this very entity.</summary>
internal sealed class DecidedNames(Exceptions exceptions, Article article)
{
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    /// <summary>The ids of the exceptions that decided something in this article.</summary>
    public IEnumerable<string> Used => _used.Order(StringComparer.Ordinal);

    /// <summary>The reason that replaces what the words alone say; null where nothing was decided.</summary>
    /// <param name="said">What the words alone say.</param>
    public NameReason? Of(string entity, ReadOnlySpan<char> words, NameReason said)
    {
        if (exceptions.IsEmpty)
        {
            return null;
        }

        NameException? closest = null;
        foreach (var exception in exceptions.Of(entity))
        {
            if (Applies(exception, words) && !IsForOthers(exception, said) && (closest is null || Closeness(exception) > Closeness(closest)))
            {
                closest = exception;
            }
        }

        if (closest is null)
        {
            return null;
        }

        _used.Add(closest.Id);
        return closest.Says == ExceptionSays.ThisOne ? NameReason.Confirmed : NameReason.NotThisOne;
    }

    private bool Applies(NameException exception, ReadOnlySpan<char> words) =>
        (exception.Article is null || exception.Article == article.ExternalId || exception.Article == article.Url)
        && (exception.Author is null || (article.Authors ?? []).Any(a => a.Name is { } name && LineReader.SameText(name, exception.Author)))
        && (exception.Words is null || LineReader.SameText(words, exception.Words));

    /// <summary>That the entity is meant wherever it may be says nothing of a place where the text names somebody else.</summary>
    private static bool IsForOthers(NameException exception, NameReason said) =>
        exception is { Says: ExceptionSays.ThisOne, Words: null } && NameReasons.CertaintyOf(said) == Certainty.Rejected;

    /// <summary>Of several the one for the article outweighs the one for the author, and that the one for all; of equals the one that labels less.</summary>
    private static int Closeness(NameException exception) =>
        (exception.Article is null ? 0 : 8) + (exception.Author is null ? 0 : 4) + (exception.Words is null ? 0 : 2) + (exception.Says == ExceptionSays.NotThisOne ? 1 : 0);
}
