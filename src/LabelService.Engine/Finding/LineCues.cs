using System.Collections.Immutable;

namespace LabelService.Engine.Finding;

/// <summary>
/// Words with which lines around an article begin, lower case, ё as е. They are conventions of newsrooms, language by language: a
/// further language is further rows.
/// </summary>
internal static class LineCues
{
    /// <summary>Before the name of the source, followed by a colon or dash.</summary>
    public static readonly ImmutableArray<string> SourceLabels =
    [
        "source of information", "original source", "sources", "source", "original article", "originally published by", "originally published at",
        "источник информации", "источник текста", "источник новости", "первоисточник", "источники", "источник", "оригинал статьи", "оригинал материала", "оригинал", "перепечатка",
        "источник на информацията", "източник", "джерело", "першоджерело", "крыніца", "quelle", "fuente", "fonte", "źródło", "zdroj", "vir",
    ];

    /// <summary>Before the name of the source without a colon.</summary>
    public static readonly ImmutableArray<string> SourcePhrases =
    [
        "по материалам", "по сообщению", "по сообщениям", "с сайта", "материал опубликован на сайте", "перепечатка из", "via",
        "based on materials from", "based on reporting by", "based on reports by", "based on", "republished from", "reprinted from", "originally published by", "originally published on", "originally published in",
        "this article was originally published by", "this article was originally published on", "this article was originally published in",
        "this article first appeared on", "this article first appeared in", "this story was originally published by", "first published by", "first published in",
    ];

    public static readonly ImmutableArray<string> BylineLabels =
        ["автор текста", "автор", "авторы", "текст", "written by", "author", "authors", "by", "words by", "autor", "аўтар"];

    /// <summary>A line that begins so opens what is not the article: teasers, subscription and paywall lines.</summary>
    public static readonly ImmutableArray<string> TeaserHeads =
    [
        "you may also like", "you might also like", "you might be interested", "read also", "read more", "read next", "see also", "also read", "more from", "more on this", "more stories",
        "related articles", "related stories", "related news", "related content", "related topics", "related", "recommended", "most read", "most popular", "trending", "popular now", "don't miss", "what to read next", "up next",
        "subscribe", "sign up", "sign in", "log in", "already a subscriber", "start your free trial", "this article is for subscribers", "this content is for subscribers", "continue reading",
        "to continue reading", "support us", "support our", "donate", "become a member", "join our", "follow us", "share this", "share on", "comments", "leave a comment", "advertisement", "immediate access", "unlock", "get unlimited access", "newsletter", "download our app",
        "читайте также", "читайте еще", "читать также", "читайте далее", "вам может быть интересно", "вам может понравиться", "вам также может понравиться", "материалы по теме", "по теме", "статьи по теме", "новости по теме",
        "еще по теме", "смотрите также", "другие новости", "другие материалы", "самое читаемое", "популярное", "рекомендуем", "похожие материалы", "похожие статьи", "похожие новости", "новости партнеров", "новости smi2", "подписывайтесь", "подпишитесь", "подписаться", "оформите подписку",
        "чтобы продолжить чтение", "чтобы читать дальше", "материал доступен", "доступ по подписке", "полный доступ", "войдите", "войти", "уже есть подписка", "поддержите", "помогите нам", "поделиться", "комментарии", "оставить комментарий", "реклама", "следите за", "присоединяйтесь", "наш телеграм", "читайте нас",
    ];
}
