using System.Collections.Immutable;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Formats;

/// <summary>
/// The fields of the register of foreign agents that are read: 1 number, 2 name, 4 day in, 5 day out, 6 resources, 7 type. All others
/// are never touched: 9 to 14 and 16 to 21 hold tax and insurance numbers, days of birth, participants, addresses and accounts.
/// </summary>
internal static class MinistryFields
{
    public static readonly ImmutableArray<(int Field, string Word)> HeaderWords =
        [(1, "№"), (2, "наименование"), (4, "включении"), (5, "исключении"), (6, "ресурса"), (7, "Тип")];

    public static ExportRow Row(string file, int number, Func<int, string> field) => new(file, number, field(2), field(4))
    {
        Until = field(5),
        Source = field(1).Trim() is { Length: > 0 } place ? $"No. {place}" : null,
        Resources = field(6),
        Kind = Kind(field(7)),
    };

    private static EntityKind? Kind(string type) =>
        type.Contains("Физическ", StringComparison.OrdinalIgnoreCase) ? EntityKind.Person
        : string.IsNullOrWhiteSpace(type) ? null
        : EntityKind.Organisation;
}
