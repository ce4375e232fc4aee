using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>
/// Collects the shorter names of a body. A quoted part counts only in quotes; where it is a place (local branches) or an ordinary
/// word it counts not at all, but for media and projects, whose brands such words are.
/// </summary>
internal sealed class Brands(bool keepsWords)
{
    private readonly ImmutableArray<string>.Builder _aliases = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _quoted = ImmutableArray.CreateBuilder<string>();
    private readonly ImmutableArray<string>.Builder _tooCommon = ImmutableArray.CreateBuilder<string>();

    public ImmutableArray<string> Aliases => [.. _aliases.Distinct(StringComparer.Ordinal)];

    public ImmutableArray<string> Quoted => [.. _quoted.Except(_aliases, StringComparer.Ordinal)];

    public ImmutableArray<string> TooCommon => _tooCommon.ToImmutable();

    /// <summary>A Latin name of several words.</summary>
    public string? Latin { get; private set; }

    /// <summary>The quoted part of a name: of «Союз «Женщины Дона» both the whole and the inner one; of «А», «Б» each.</summary>
    public void AddQuoted(string name)
    {
        foreach (var part in name.Split("», «"))
        {
            var (first, last) = (part.IndexOf('«', StringComparison.Ordinal), part.LastIndexOf('«'));
            if (first < 0)
            {
                first = last = part == name ? part.Length : -1;
            }

            AddBrand(Bare(part[(first < 0 ? 0 : Math.Min(first + 1, part.Length))..]));
            if (last > first)
            {
                AddBrand(Bare(part[(last + 1)..]));
            }
        }
    }

    /// <summary>A former or other name, whole: a quoted one of one word stays in its quotes.</summary>
    public void AddOther(string name)
    {
        var bare = Bare(name);
        if (bare.Length < 2)
        {
            return;
        }

        if (name.StartsWith('«') && !bare.Contains(' ', StringComparison.Ordinal) || OrdinaryNames.IsOrdinary(bare))
        {
            AddBrand(bare);
            return;
        }

        _aliases.Add(name.StartsWith('«') ? bare : NameTidy.Spaces(name));
        Latin ??= bare.Contains(' ', StringComparison.Ordinal) && bare.All(c => !char.IsLetter(c) || c < 0x250) ? bare : null;
        if (name.Contains('«', StringComparison.Ordinal) && !name.StartsWith('«'))
        {
            AddQuoted(name);
        }
    }

    private void AddBrand(string brand)
    {
        if (brand.Length < 2)
        {
            return;
        }

        (keepsWords || !OrdinaryNames.IsOrdinary(brand) ? _quoted : _tooCommon).Add(brand);
    }

    private static string Bare(string part) => part.Split('»')[0].Replace("«", "", StringComparison.Ordinal).Trim(' ', ',', '.');
}
