using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using LabelService.Engine.Registries;

namespace LabelService.Workflow.Registries.Names;

/// <summary>
/// Names of bodies as Russian registers write them: a legal form and a quoted name; behind it, in brackets, former and other names,
/// a country or an address; around it at times a sentence that says where it was founded and which site it runs.
/// </summary>
internal static partial class OrganisationNames
{
    private static readonly FrozenSet<string> BodyWords = FrozenSet.ToFrozenSet(
    [
        "агентство", "альянс", "ассоциация", "голос", "движение", "дом", "издание", "институт", "интернет", "коалиция", "комитет", "компания",
        "медиа", "медиапроект", "общество", "организация", "партнерство", "портал", "проект", "радио", "реалии", "служба", "совет", "союз", "телеканал",
        "учреждение", "федерация", "фонд", "форум", "центр", "школа",
    ], StringComparer.Ordinal);

    /// <summary>A name shorter than this keeps its brackets: «OR» alone would be found in every text.</summary>
    private const int ShortestName = 4;

    public static bool IsBodyWord(string word) => BodyWords.Contains(word.ToLowerInvariant());

    public static EntityKind KindOf(string name) => Media().IsMatch(name) ? EntityKind.Media : EntityKind.Organisation;

    public static RegisterName Read(ExportRow row, string text, EntityKind kind, ImportReport report)
    {
        var name = CutWords(row, CutStrayQuote(row, text, report), report);
        var (country, whole) = (Countries.InProse(text), name);
        var behind = new List<string>();
        for (var (cut, last) = (true, ""); cut && last != name;)
        {
            last = name;
            (name, var found) = Countries.CutLast(name);
            country = found ?? country;
            (name, var bracket) = CutBracket(name);
            behind.AddRange(bracket);
            cut = found is not null || bracket.Count > 0;
        }

        if (!name.StartsWith('«') && NameKey.Of(name).Length < ShortestName)
        {
            name = whole;
        }

        TellBehind(row, country, behind, report);
        var brands = new Brands(keepsWords: kind == EntityKind.Media || Project().IsMatch(name));
        brands.AddQuoted(name);
        behind.ForEach(brands.AddOther);
        if (Unclosed(name))
        {
            report.Add(Oddity.QuotesUnclosed, row);
        }

        if (!brands.TooCommon.IsEmpty)
        {
            report.Add(Oddity.BrandTooCommon, row, string.Join("; ", brands.TooCommon));
        }

        return new RegisterName(name) { Aliases = brands.Aliases, QuotedAliases = brands.Quoted, NameEn = brands.Latin, Country = country };
    }

    /// <summary>Whether more quotes open than close. Russian closes two at once by one, so this is a usual spelling.</summary>
    private static bool Unclosed(string name) => name.Count(c => c == '«') > name.Count(c => c == '»');

    private static string CutStrayQuote(ExportRow row, string text, ImportReport report)
    {
        if (!StrayQuote().IsMatch(text) || !Unclosed(text))
        {
            return text;
        }

        report.Add(Oddity.QuoteStray, row);
        return text[1..];
    }

    private static string CutWords(ExportRow row, string text, ImportReport report)
    {
        var name = Registered().Replace(FoundedIn().Replace(text, ""), "");
        name = NameTidy.Spaces(Doing().Replace(name, "")).TrimEnd(',', ' ');
        if (name != text)
        {
            report.Add(Oddity.WordsCut, row, name);
        }

        return name;
    }

    /// <summary>Names in a bracket at the end; one that goes on in lower case is part of the name, such as «(haftungsbeschränkt)».</summary>
    private static (string Name, List<string> Names) CutBracket(string name)
    {
        var match = LastBracket().Match(name);
        if (!match.Success || match.Index == 0)
        {
            return (name, []);
        }

        var names = Comma().Split(Since().Replace(match.Groups[1].Value, "")).Select(n => n.Trim()).Where(n => n.Length > 1).ToList();
        return (name[..match.Index].TrimEnd(' ', ','), names);
    }

    private static void TellBehind(ExportRow row, string? country, List<string> behind, ImportReport report)
    {
        if (country is not null)
        {
            report.Add(Oddity.CountryCut, row, country);
        }

        if (behind.Count > 0)
        {
            report.Add(Oddity.FormerName, row, string.Join("; ", behind));
        }
    }

    [GeneratedRegex(@"(?:^|\s|«)(?:(?:сетевое |интернет-|интернет )?издание|интернет-журнал|журнал|газета|телеканал|радио(?:станция)?|медиа-?проект|(?:интернет-|информационный )портал|информационное агентство|служба радио|голос америки|.*\.?реалии)(?:$|\s|»|/)", RegexOptions.IgnoreCase)]
    private static partial Regex Media();

    [GeneratedRegex(@"^(?:«|(?:Интернет-)?проект\s)", RegexOptions.IgnoreCase)]
    private static partial Regex Project();

    [GeneratedRegex(@"^«(?:Общество|Автономная|Некоммерческ\p{L}+|Фонд|Частное|Ассоциация|Акционерное)\s")]
    private static partial Regex StrayQuote();

    [GeneratedRegex(@"^(?:Юридическое лицо,? зарегистрированное в [^,«]+,\s*|Юридическое лицо\s+|(?:Американская к|К)омпания\s+(?=«))")]
    private static partial Regex FoundedIn();

    [GeneratedRegex(@"\s*\((?:регистрационный номер|дата регистрации)[^)]*\)")]
    private static partial Regex Registered();

    [GeneratedRegex(@",\s+(?:зарегистрированн|являющ|реализующ)\p{L}+.*$", RegexOptions.Singleline)]
    private static partial Regex Doing();

    [GeneratedRegex(@"\s*\(((?=[\p{Lu}\p{Nd}«]|с \d|[^()]*«)(?:[^()]|\([^()]*\))+)\)\s*\.?$")]
    private static partial Regex LastBracket();

    [GeneratedRegex(@"^с \d\d\.\d\d\.\d{4}\s*[-–—]\s*")]
    private static partial Regex Since();

    [GeneratedRegex(@",\s*(?=[«\p{Lu}])")]
    private static partial Regex Comma();
}
