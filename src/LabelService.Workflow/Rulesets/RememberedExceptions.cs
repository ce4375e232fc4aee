using System.Collections.Immutable;
using LabelService.Engine.Model;
using LabelService.Engine.Rulesets;
using LabelService.Workflow.Reviews;

namespace LabelService.Workflow.Rulesets;

/// <summary>What moderators remembered and which rules are braked, as the store had it at one moment.</summary>
/// <param name="Stamp">The highest of its rows.</param>
internal sealed record RememberedExceptions(long Stamp, ImmutableArray<RememberedRow> Rows, ImmutableSortedDictionary<string, int> Brakes)
{
    public static readonly RememberedExceptions None = new(0, [], ImmutableSortedDictionary<string, int>.Empty);

    public bool IsEmpty => Rows.IsEmpty && Brakes.IsEmpty;

    /// <summary>The file's exceptions with those of a site that hold on a day.</summary>
    public Exceptions Over(Exceptions file, string site, DateOnly today)
    {
        var names = Rows.Where(r => r.Site == site && !(r.Until <= today)).Select(Of).ToImmutableArray();
        return names.IsEmpty && Brakes.IsEmpty ? file : file.With(names, Brakes.ToImmutableSortedDictionary(b => b.Key, b => b.Value == 1 ? Brake.Review : Brake.Shadow, StringComparer.Ordinal));
    }

    private static NameException Of(RememberedRow row) => new(
        row.Id, row.EntityId, row.MeansIt ? ExceptionSays.ThisOne : ExceptionSays.NotThisOne, row.Article, row.Author, row.Words, row.Reason, row.ByName, row.Until,
        new Position(row.Id, 1, 1));
}
