using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Articles;

namespace LabelService.Workflow.Rulesets;

/// <summary>The ruleset in use and how its last loading went.</summary>
/// <param name="Ruleset">Null where nothing could be loaded yet.</param>
/// <param name="Errors">Everything wrong in the files as they are now.</param>
/// <param name="Kept">Packs and registries whose last good state is still in use.</param>
internal sealed record LoadedRuleset(Ruleset? Ruleset, ImmutableArray<RuleFileError> Errors, ImmutableArray<string> Kept, DateTimeOffset LoadedAt)
{
    public static readonly LoadedRuleset Nothing = new(null, [], [], DateTimeOffset.UnixEpoch);

    /// <summary>Rulesets shown to a share of the articles; the smallest share first.</summary>
    public ImmutableArray<StagedRuleset> Staged { get; init; } = [];

    /// <summary>The ruleset for one article: always the same one, until shares change.</summary>
    public Ruleset? For(Article article)
    {
        if (Staged.IsEmpty)
        {
            return Ruleset;
        }

        var place = StagedRuleset.Place(article);
        return Staged.FirstOrDefault(s => place < s.Share)?.Ruleset ?? Ruleset;
    }
}

/// <param name="Share">Of a hundred articles, how many see it.</param>
internal sealed record StagedRuleset(int Share, Ruleset Ruleset)
{
    /// <summary>
    /// Where among a hundred an article falls: by the CMS's own id, else its address, else its text, so that an edit, a repetition and
    /// another node see the same rules.
    /// </summary>
    public static int Place(Article article)
    {
        var known = ArticleIdentity.Of(article, article.Body);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(known));
        return (int)(BinaryPrimitives.ReadUInt32LittleEndian(hash) % 100);
    }
}
