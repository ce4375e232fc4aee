using System.Collections.Frozen;
using LabelService.Engine.Registries;

namespace LabelService.Engine.Naming;

/// <summary>
/// Acronyms that every reader takes for one body: whoever else has these first letters is not meant by them. Public bodies, states,
/// parties and media of Russia and international ones; by hand, and a further one is a further row.
/// </summary>
internal static class KnownAcronyms
{
    private static readonly FrozenDictionary<string, string> Bearers =
        """
        ФСБ федеральная служба безопасности
        ФСО федеральная служба охраны
        ФСИН федеральная служба исполнения наказаний
        ФНС федеральная налоговая служба
        ФАС федеральная антимонопольная служба
        ФТС федеральная таможенная служба
        ФОМ фонд общественное мнение
        ФИФА международная федерация футбола
        ФБР федеральное бюро расследований
        СВР служба внешней разведки
        СБУ служба безопасности украины
        СК следственный комитет
        МВД министерство внутренних дел
        МИД министерство иностранных дел
        МЧС министерство чрезвычайных ситуаций
        МО министерство обороны
        ГРУ главное разведывательное управление
        ВСУ вооружённые силы украины
        ВВС военно воздушные силы
        ВМФ военно морской флот
        ВКС воздушно космические силы
        ВДВ воздушно десантные войска
        ПВО противовоздушная оборона
        ЦИК центральная избирательная комиссия
        ЦРУ центральное разведывательное управление
        ЦБ центральный банк
        ЦСКА центральный спортивный клуб армии
        США соединённые штаты америки
        СССР союз советских социалистических республик
        СНГ содружество независимых государств
        РФ российская федерация
        ООН организация объединённых наций
        ОБСЕ организация по безопасности и сотрудничеству в европе
        ОДКБ организация договора о коллективной безопасности
        ОПЕК организация стран экспортёров нефти
        ЕС европейский союз
        ЕАЭС евразийский экономический союз
        ЕСПЧ европейский суд по правам человека
        ЕЦБ европейский центральный банк
        НАТО организация североатлантического договора
        ВОЗ всемирная организация здравоохранения
        ВТО всемирная торговая организация
        МВФ международный валютный фонд
        МОК международный олимпийский комитет
        МУС международный уголовный суд
        МАГАТЭ международное агентство по атомной энергии
        ПАСЕ парламентская ассамблея совета европы
        ШОС шанхайская организация сотрудничества
        КПРФ коммунистическая партия российской федерации
        ЛДПР либерально демократическая партия россии
        КНР китайская народная республика
        КНДР корейская народно демократическая республика
        ФРГ федеративная республика германия
        ОАЭ объединённые арабские эмираты
        ЮАР южно африканская республика
        ДНР донецкая народная республика
        ЛНР луганская народная республика
        РБК росбизнесконсалтинг
        РИА российское информационное агентство
        ТАСС телеграфное агентство советского союза
        НТВ независимое телевидение
        ВГТРК всероссийская государственная телерадиокомпания
        РЖД российские железные дороги
        РАН российская академия наук
        РПЦ русская православная церковь
        МГУ московский государственный университет
        СПЧ совет по правам человека
        АЭС атомная электростанция
        ДТП дорожно транспортное происшествие
        ЖКХ жилищно коммунальное хозяйство
        СМИ средства массовой информации
        НКО некоммерческая организация
        НПО неправительственная организация
        ИИ искусственный интеллект
        ИП индивидуальный предприниматель
        ЧП чрезвычайное происшествие
        ВВП валовой внутренний продукт
        НДС налог на добавленную стоимость
        СВО специальная военная операция
        УК уголовный кодекс
        КОАП кодекс об административных правонарушениях
        АТО антитеррористическая операция
        ИГИЛ исламское государство ирака и леванта
        USA united states of america
        UK united kingdom
        EU european union
        UN united nations
        UAE united arab emirates
        NATO north atlantic treaty organization
        OSCE organization for security and co operation in europe
        WHO world health organization
        WTO world trade organization
        IMF international monetary fund
        ICC international criminal court
        IOC international olympic committee
        CIA central intelligence agency
        FBI federal bureau of investigation
        NSA national security agency
        FDA food and drug administration
        NASA national aeronautics and space administration
        BBC british broadcasting corporation
        CNN cable news network
        NBC national broadcasting company
        CBS columbia broadcasting system
        ABC american broadcasting company
        AFP agence france presse
        NPR national public radio
        PBS public broadcasting service
        FSB federal security service
        GDP gross domestic product
        CEO chief executive officer
        NGO non governmental organization
        USSR union of soviet socialist republics
        RFE radio free europe
        VOA voice of america
        """.Split('\n', StringSplitOptions.TrimEntries).Select(row => row.Split(' ', 2)).ToFrozenDictionary(cells => cells[0], cells => NameKey.Of(cells[1]), StringComparer.Ordinal);

    /// <summary>What stands behind the name of a state's body and is left out of its acronym.</summary>
    private static readonly string[] States = ["россии", "российской федерации", "рф", "of russia", "of the russian federation"];

    /// <summary>Whether the letters are everybody's name for another body than this one.</summary>
    public static bool IsAnothers(string acronym, string name) => Bearers.TryGetValue(acronym, out var bearer) && WithoutState(NameKey.Of(name)) != bearer;

    /// <summary>A name without the state at its end.</summary>
    public static string WithoutState(string name)
    {
        var state = States.FirstOrDefault(s => name.EndsWith(" " + s, StringComparison.OrdinalIgnoreCase));
        return state is null ? name : name[..^(state.Length + 1)];
    }
}
