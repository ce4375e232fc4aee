namespace LabelService.Benchmarks;

/// <summary>Rules about one invented person, an article that leaves them to a moderator, and the copies that fill a store.</summary>
internal static class QueueRules
{
    public const string Request =
        """{"article":{"externalId":"bench:0","title":"Новости дня","language":"ru","body":"Сегодня Пётр Травкин выступил на площади. Погода была хорошей."},"asOf":"2026-11-20"}""";

    private const string Pack = """
        pack: xx-bench
        version: 2026.11
        jurisdiction: RU
        title: { en: Bench, ru: Замер }
        rules:
          - id: xx.bench.person
            status: on
            basis: [{ act: Invented act, article: "2" }]
            when: { entity: { registry: xx-persons, role: [mentioned, quoted] } }
            require:
              - disclosure: example-notice
                officialLanguage: en
                text: { en: "The invented register includes {{ subject }}." }
        """;

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "packs", "xx-bench"));
        Directory.CreateDirectory(Path.Combine(folder, "registries"));
        File.WriteAllText(Path.Combine(folder, "packs", "xx-bench", "pack.yaml"), Pack);
        File.WriteAllText(Path.Combine(folder, "registries", "xx-persons.yaml"),
            "title: { en: Invented register }\njurisdiction: RU\nsourceUrl: https://example.org/\nlicence: CC0\nretrieved: 2026-11-01\nfreshForDays: 3650\n");
        File.WriteAllText(Path.Combine(folder, "registries", "xx-persons.csv"),
            "id,kind,name,name_en,aliases,quoted_aliases,gender,domains,accounts,country,listed_from,listed_until,order,source,notes\n"
            + "xx:travkin,person,Травкин Пётр Ильич,Pyotr Travkin,,,m,,,RU,2021-10-15,,,,\n");
    }

    /// <summary>Statements that copy the first article, review and question; a fifth of the reviews is decided. Spread over 50 rules, 3,000 entities and 20 sites.</summary>
    public static IEnumerable<string> Copies(int reviews, int articles, bool isSqlite)
    {
        string Series(int count) => isSqlite
            ? $"WITH RECURSIVE s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {count})"
            : $"WITH s(n) AS (SELECT generate_series(1, {count}))";
        yield return $"""
            INSERT INTO "articles" ("Site", "Identity", "ExternalId", "ContentHash", "Asked", "Submitted", "ChangedAt", "Revision", "LabelsHash")
            {Series(articles)} SELECT 'site' || (n % 20), 'id:bench:' || n, 'bench:' || n, a."ContentHash", a."Asked", a."Submitted", a."ChangedAt", 1, a."LabelsHash" FROM s, "articles" a WHERE a."ExternalId" = 'bench:0'
            """;
        yield return $"""
            INSERT INTO "reviews" ("Id", "Site", "CheckId", "ArticleId", "ContentHash", "State", "Waiting", "OpenedAt", "DueAt", "IsPlanned", "Language", "Title", "Author", "ExternalId", "SearchText", "Persons", "Revision", "DecidedAt", "DecidedById", "DecidedByName")
            {Series(reviews)} SELECT 'rev_bench' || n, 'site' || (n % 20), r."CheckId", r."ArticleId" + 1 + (n % {articles}), r."ContentHash", CASE WHEN n % 5 <> 0 THEN 'open' ELSE 'decided' END, CASE WHEN n % 5 <> 0 THEN 1 ELSE 0 END,
              r."OpenedAt" - n, r."DueAt" + (CAST(n AS bigint) * 7919) % 100000000, r."IsPlanned", r."Language", 'Новости дня ' || n, 'Мария Ветрова', 'bench:' || n,
              'Новости дня номер' || n || ' слово' || (n % 5000) || 'я Травкин Пётр Ильич Сегодня Пётр Травкин выступил на площади', 1, 1,
              CASE WHEN n % 5 <> 0 THEN NULL ELSE r."OpenedAt" - n END, NULL, NULL
            FROM s, "reviews" r WHERE r."ExternalId" = 'bench:0' AND r."Site" = 'default'
            """;
        yield return $"""
            INSERT INTO "review_items" ("ReviewNumber", "ReviewId", "ArticleId", "Site", "DisclosureId", "Question", "Basis", "Type", "Rule", "Jurisdiction", "EntityId", "EntityName", "Words", "Reason", "Confidence", "Language", "DueAt", "Waiting")
            SELECT r."Number", r."Id", r."ArticleId", r."Site", 'dsc_bench', 'q' || (r."Number" % 100000), 'basis', 'example-notice', 'xx.rule.' || (r."Number" % 50), 'RU', 'xx:e' || (r."Number" % 3000), 'Травкин Пётр Ильич', 'Пётр Травкин',
              CASE WHEN r."Number" % 3 = 0 THEN 'rule-asks' ELSE 'who-is-meant' END, (r."Number" % 100) / 100.0, r."Language", r."DueAt", r."Waiting"
            FROM "reviews" r WHERE r."Site" <> 'default'
            """;
        yield return "ANALYZE";
    }
}
