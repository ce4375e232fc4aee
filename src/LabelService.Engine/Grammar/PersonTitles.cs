using System.Collections.Frozen;

namespace LabelService.Engine.Grammar;

/// <summary>Words that stand before a person's name and are none of it: «Рэпер …», «Писательница …», "Journalist …".</summary>
internal static class PersonTitles
{
    private static readonly string[] English =
        ["activist", "actor", "actress", "author", "blogger", "comedian", "director", "economist", "editor", "historian", "journalist", "lawyer", "musician", "politician",
         "publicist", "rapper", "reporter", "singer", "writer", "mr", "mrs", "ms", "dr"];

    private const string Russian =
        "адвокат активист активистка актёр актриса артист артистка аналитик археолог биолог блогер ведущий ведущая военкор депутат директор журналист журналистка издатель иноагент историк " +
        "комик космонавт корреспондент критик лидер литератор литературовед медиаменеджер министр музыкант муниципал обозреватель общественник оппозиционер основатель основательница певец певица писатель " +
        "писательница поэт поэтесса политик политолог правозащитник правозащитница предприниматель предпринимательница продюсер профессор психолог публицист режиссёр режиссер редактор рэпер рэпперша рэппер " +
        "сатирик сооснователь социолог спортсмен телеведущий телеведущая тележурналист учёный ученый учредитель философ фотограф художник художница шахматист экономист эколог эксперт юморист юрист юристка";

    private static readonly FrozenSet<string> Known = FrozenSet.ToFrozenSet(English.Concat(Russian.Split(' ').SelectMany(Forms)));

    public static bool Contains(string word) =>
        word.ToLowerInvariant() is var lowered && Known.Contains(lowered[(lowered.LastIndexOf('-') + 1)..]);

    private static IEnumerable<string> Forms(string title) =>
        from table in new[] { RussianNounTables.Adjectives, RussianNounTables.Nouns }
        let row = table.Find(title, NounClass.Any)
        where row is not null
        from @case in Enum.GetValues<GrammaticalCase>()
        from form in row.Forms(title, @case).Append(title)
        select form;
}
