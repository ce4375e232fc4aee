using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>Reads the name cell of a row, as Russian registers write it or as it stands.</summary>
internal static class NameReader
{
    public static (EntityKind Kind, RegisterName Name) Read(ExportRow row, bool isRussian, ImportReport report)
    {
        var spaced = NameTidy.Spaces(row.Name);
        Tell(Oddity.NameTidied, spaced != row.Name.Trim());
        if (!isRussian)
        {
            return Foreign(row, spaced, report);
        }

        var quoted = NameTidy.Quotes(spaced);
        Tell(Oddity.QuotesStraight, quoted != spaced);
        var name = FormerWords.Unfold(NameTidy.Spaces(quoted));
        var kind = row.Kind is EntityKind.Person || (row.Kind is null && PersonNames.IsPerson(name)) ? EntityKind.Person : OrganisationNames.KindOf(name);
        if (row.Kind is null)
        {
            report.Add(Oddity.KindGuessed, row, kind.ToString().ToLowerInvariant());
        }

        return (kind, kind == EntityKind.Person ? PersonNames.Read(row, name, report) : OrganisationNames.Read(row, name, kind, report));

        void Tell(Oddity oddity, bool isOdd)
        {
            if (isOdd)
            {
                report.Add(oddity, row);
            }
        }
    }

    private static (EntityKind, RegisterName) Foreign(ExportRow row, string name, ImportReport report)
    {
        var kind = row.Kind ?? (EnglishNames.IsPerson(name) ? EntityKind.Person : EntityKind.Organisation);
        if (row.Kind is null)
        {
            report.Add(Oddity.KindGuessed, row, kind.ToString().ToLowerInvariant());
        }

        return (kind, EnglishNames.Read(name, kind) with { Country = row.Country is { } country ? Countries.Code(country) ?? country : null });
    }
}
