namespace LabelService.Engine.Naming;

/// <summary>Legal forms of organisations, in full and as abbreviated: texts drop them or write the other.</summary>
internal static class LegalForms
{
    private static readonly (string Short, string Long)[] Russian =
    [
        ("ООО", "Общество с ограниченной ответственностью"), ("ОАО", "Открытое акционерное общество"), ("ЗАО", "Закрытое акционерное общество"),
        ("ПАО", "Публичное акционерное общество"), ("НАО", "Непубличное акционерное общество"), ("АО", "Акционерное общество"),
        ("АНО", "Автономная некоммерческая организация"), ("НКО", "Некоммерческая организация"), ("РОО", "Региональная общественная организация"),
        ("МОО", "Межрегиональная общественная организация"), ("ООД", "Общероссийское общественное движение"), ("ОО", "Общественная организация"),
        ("БФ", "Благотворительный фонд"), ("НП", "Некоммерческое партнёрство"), ("НП", "Некоммерческое партнерство"), ("ЧОУ", "Частное образовательное учреждение"),
        ("ТОО", "Товарищество с ограниченной ответственностью"), ("ИА", "Информационное агентство"), ("ИП", "Индивидуальный предприниматель"),
    ];

    /// <summary>Forms that are ordinary words: what follows is a name of its own only where it stands in quotes.</summary>
    private static readonly string[] Descriptive = ["БФ", "ИА", "НКО", "ООД", "ОО", "МОО", "РОО"];

    private static readonly string[] Foreign = ["SIA", "LLC", "Ltd", "Inc", "JSC", "GmbH", "gGmbH", "AB", "AG", "SA", "NV", "BV", "OÜ", "Corp", "Stichting", "Foundation", "e.V."];

    /// <summary>A name without its legal form; null where it has none or nothing else.</summary>
    public static string? Without(string name)
    {
        foreach (var (brief, full) in Russian)
        {
            var rest = Behind(name, brief, StringComparison.Ordinal) ?? Behind(name, full, StringComparison.OrdinalIgnoreCase);
            if (rest is not null)
            {
                return rest[0] is '«' or '"' or '“' or '„' || !Descriptive.Contains(brief) ? rest : null;
            }
        }

        foreach (var form in Foreign)
        {
            if (Behind(name, form, StringComparison.Ordinal) is { } rest)
            {
                return rest;
            }

            if (name.TrimEnd('.').EndsWith(" " + form, StringComparison.Ordinal))
            {
                return name.TrimEnd('.')[..^(form.Length + 1)].TrimEnd(' ', ',');
            }
        }

        return null;
    }

    /// <summary>The name with its legal form written the other way.</summary>
    public static IEnumerable<string> Respell(string name)
    {
        foreach (var (brief, full) in Russian)
        {
            if (Behind(name, brief, StringComparison.Ordinal) is { } afterBrief)
            {
                yield return $"{full} {afterBrief}";
            }
            else if (Behind(name, full, StringComparison.OrdinalIgnoreCase) is { } afterFull)
            {
                yield return $"{brief} {afterFull}";
            }
        }
    }

    private static string? Behind(string name, string form, StringComparison comparison) =>
        name.Length > form.Length + 2 && name.StartsWith(form, comparison) && name[form.Length] is ' ' or '\u00A0' or '«' or '"' ? name[form.Length..].TrimStart() : null;
}
