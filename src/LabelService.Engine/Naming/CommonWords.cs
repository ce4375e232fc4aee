namespace LabelService.Engine.Naming;

/// <summary>
/// Words of everyday Russian and English that titles are made of, in their dictionary form. No dictionary: chosen by hand from the words that
/// any newspaper uses, beside the words of <see cref="Registries.OrdinaryNames"/>, <see cref="SurnameWords"/> and <see cref="Grammar.OrganisationHeads"/>.
/// </summary>
internal static class CommonWords
{
    /// <summary>Words that mean nothing by themselves; in small letters they are never a part of a title that is registered with a capital.</summary>
    public const string Particles =
        "ли же бы не ни и а но да или то как что где кто чей чья чьё чьи это эта этот эти тот та те так уже ещё еще у о к с в на по за из от до для при над под об обо во со без про через между против ради " +
        "ван фон де ла ле дю ди дер тер аль эль бин ибн оглы кызы заде улы я ты мы вы он она оно они мой моя моё мои твой твоя твоё твои наш наша наше наши ваш ваша ваше ваши его её их свой " +
        "the a an of and or in on at to for from by with as is are was be it its he she we you they i my your our his her this that no not von van der den du la le de di da al bin el";

    public const string Russian =
        """
        автобус автор адрес актёр апельсин армия баба бабушка база банк барсук башня беда бедность безопасность белка белорус берег беседа билет благо близкий блок
        больница большинство борец борьба ботинок брат бревно будни будущее бумажный бунт буря бык бытие быт быстрый вагон валенок верность верный верста верх вестовой ветка вечность
        вечный вещь взлёт вид виноград вирус вклад вкус владение внимание внук водный воздух возможность вой воин вокзал волшебный вольность вооружённый воображение вопрос воробей ворона
        ворота восход враг врач временный всадник встреча второй выпуск высокий высота выставка выход газ гвоздь герб глас глубина гнев гнездо говорить год голодный гонка горизонт
        городской горячий гость государство государственный граница гражданин гроза гром груша грядка гусь дача дверь двигатель двор дворец двуглавый девушка дедушка дельфин демократия демократический депутат
        деревня деревенский дерево деревянный десант десять дешёвый деятель деятельность дикий диктатура директор длинный дневник добро добрый доверие договор доклад доктор долг долгий должник долина
        домашний донос доска доступ достоинство дочь древний дружба дружный дурак душа дым дыхание дядя еда единица единый еж ёж ёжик ель епископ жаба жара железный жена женский жёлтый желтый жемчуг животное
        жилой житель журналист журналистика зал залив замок запад западный запрет запас заря засада защита защитник звезда звезды звёзды звонок звук зверь здание здоровый зелёный зеленый земляк земляника зеркало змея
        знак знамя зрение зритель зритель зуб игрок игрушка известие изгой издательство изюм икра иллюзия императив имперский империя имя инвалид иной инженер иностранный искра искусство испытание исследование
        источник июньский кабан казна капитал капля карета карта картина картофель касса катастрофа кафе кедр кислый кит класс клён клетка ключ клюква книжный коза козёл колесо колокол команда командир комбинат комната
        компас конь координата корабль корень коридор корм корова королева космос космический костёр кость кот котёнок котел кошка край крапива красивый красота краткий кредит крепость крест крестьянин крик кровь
        крокодил кролик круглый крыло крыса крыша кубок кукла кукушка культура культурный курица курьер кухня лавка лагерь ладья лампа ласточка лебедь левый легенда лёгкий легкий ледокол лента лестница лето летопись лещ
        лидерство линия лиса лисица лист листок литература личность личный лодка лопата лось лошадь луг луговой лук луч лучший лыжник льгота любовный магазин майский мак малый мальчик мама марка март маршрут масло масса
        мастер мастерская материал материнский мать машина мебель медный медовый международный мел мелочь мемориал мера мёд мед метель метро меч мечта мешок миг милиция милый минута мирный младший мода молния молодой молодость
        молодёжь молодежь молодёжный молодежный монета море морской москвич моряк мотив мотор муж мужество мужчина музей музыка муравей мусор мышь мяч набат навигатор награда надзор надежда народный наследие наследство насилие настоящий начальник
        наука научный национальный независимый независимость нефть неизвестный необходимый нить нищий новость новости нота нужный оазис обещание область облако обложка обман обмен оборона обратный образ образование обряд общественный
        общий объект обычный овца огород огурец одиночество одуванчик озеро океан олень опасный оперативный опыт орган организм организация оружие осётр осина осёл основа особый остановка отвага отдых отдел открытый отчёт
        отец отношение отпор отрада охота охотник охрана очаг очевидец очередь ошибка павлин палата палатка палец память пара паровоз парус парк партнёр паук пауза пёс песец пенсия первый перевал перевод перед передний переезд перелёт переход
        период персона персонаж петля печать печь пингвин письменный пила пилот пират питание питомец плакат план планета платформа племя плод плот площадь побег победитель поворот погода подвал подвиг подарок подземный подросток подруга
        поезд поиск поколение покой полдень полёт ползунок полиция политика политический полночь половина положение полоса польза помидор понятный пора порт портовый портрет поручение посёлок поселок последний последствие постоянный поток похороны
        почва почта поэт поэзия правдивый правитель правозащитный праздник предел предприниматель председатель президент премия преступление пресса прибой привет призыв призрак признание пример природа причал причина приют проблема провинция программа
        прогулка продукт произвол промышленность промышленный простой пространство протест противостояние профиль прошлое прощание прямой психология птица птичий пустой пустота пустыня путник путешествие путешественник пчела пыль пятёрка пятно пятый
        работник рабочий рабство равнина равновесие рад радость радуга разговор развод развалина различный размер разум рай район рак ракета раненый раскол рассвет рассказ расследование растение ребёнок ребенок ребята регион региональный редактор редакция
        редкий реестр режим резон резонанс рейс рекорд религия репортаж репортёр репутация респект ресурс реформа речной речь решение решётка рис рисунок ритм ровный рог род родина родитель родной рождество рождение роза роман рост ручей рынок
        рыбак рыжий рысь рыцарь ряд сад салют самый самовар самолёт сахар сбор свадьба светлый светофор свободный свой святыня связь секрет секунда село сельский семейный семь сердце серия серый сестра сессия сеть сигнал сибирский символ синий синица система
        сказка скала скамейка сквер скорость скорый скрепа скрипка слава славный след следствие слеза слон слух случай смелый смерть смена смех сметана смешной снежный собака собеседник соболь собор собрание собственность современный современник сознание
        солдатский солидарность солнечный сон сообщество сопротивление сосед социальный спасение спасатель специальный специалист спектр спор спорт спортивный справедливость средний средство срок ссылка стадион стакан сталь старик старт старость старший статья стая стена
        степень степь стиль стихия стойкий стол столб столичный сторона сторож стража страж страница странный страх стрела стрелок строитель строй строка струна студент студенческий ступень стул субъект суббота судьба суеверие сумерки сумма сундук суть сухой сцена счастье
        счёт сын сыр тайга тайна танк танец тапок таракан тарелка творец творчество театральный телега телеграф телефон тело темнота тёмный темный теневой тень теория терем терпение территория тетрадь техника течение тигр тихий тишина ткань товар товарищ тополь торговля
        торговый традиция трава транспорт траур тревога трезвый трезвость трибуна тридцать троица тройка тропа трость трубка трубач труд трудный трудовой тундра турист туча тысяча тюльпан тюрьма тяжёлый увлечение угол удар удача удача ужас узел узник узкий уклад украинский
        улитка улыбка ум умный университет упадок упрямый уровень урожай урок условие успешный устав утешение утка утренний утюг ученик учёный ученый учитель уют фабрика фазан факел фактор фантазия ферма физика физкультура фиалка филин флаг флейта флот фокус фронт хаос характер
        хвост химия хищник хозяин хозяйство холодный хомяк храбрый храм хранитель храброст христианин хроника хрусталь художник царский царство цвет цветной цветок цель цена ценность цепь церковь цирк цифра цифровой чаща чай чайка час часть часы чашка черепаха чернила черника
        черта черный чертёж чертополох четвёртый чистый чистота член чтец чудо чужой шаг шахта шахматист шелест шёпот шест широкий шкаф шторм шум шумный шутка щедрый щенок экватор экипаж экология экологический экономика экономический эксперт электричество энергия эра эфир юбилей юмор
        юность юный юрист юстиция язык якорь янтарь ярмарка яркий ярость ясень ясный ястреб ящик
        """;

    public const string English =
        """
        alert ally animal april army arrow art autumn away back bank bear beast beauty bee beginning best better big bird black blood blue boat bone border bottom box boy bread breeze brother brown build building bus business butterfly
        call camp candle capital captain car care case cat cause central century chance channel chart chief child choice circle citizen civil clean clear clock close cloud coast code coffee cold colour common company compass connect contact
        control conversation cook corner corps count courage court cousin craft cross crow culture cup dance danger dark data daughter dawn dead deal death deep deer defence defense desert design development digital direct doctor dog door down dragon
        drop duck dust eagle early earth eastern economic edition editor education eight electric elephant empire end energy engine equal era error escape european evidence example exchange experience fair fall false farm fast father fear field fight file
        film final find finger first fish five flag flame flash flight flow flower fly food foreign forest forward found four fox fresh friend friendship frontier full fund game gate genius ghost gift girl glass globe goal goat gold golden good gospel grace
        grass great green ground growth guard guest guide half happy harbour hard harvest hawk head health hearing heat heaven help hero hidden high hill historical history holiday honest honey horse hospital hot hour human hundred hunt ice iron independent index
        industry information inner inside interest international iron island job join journey joy judge jump junction june jury just key kind kitchen knight knowledge lab labour lady lake lamp large last late laugh lawyer legacy legal lesson letter level library lightning
        lion list little living local long loud love low machine magazine main major maker march mark market marsh master match material matter meadow meaning meeting member memory merchant message metal method middle midnight military milk mill million mine minute mistake
        model modern money month moose mother motion mouse museum music mystery narrow national natural nature necessary needle nest net neutral next nine noble noise north northern note notice number ocean office official oil old orange orbit order organisation organization
        orient origin outer outside over owl own pain paint parade parliament parrot part partner passage past patient pattern peak pen penguin pen pepper perfect period person personal phoenix photo picture piece pink pioneer pirate plan plant play player pocket poem poet point
        police policy political politics pool poor port position post pour power practice president pressure prime prince princess print prison private prize problem profile programme program promise proof protest province pulse pure purple quality quarter queen question quick quiet
        rabbit race rail rainbow raven reader real reality reason record red region regional relation report reporter republic research resistance resource rest result review revolution rich ride rights ring rise rising rock rocket role rose rough round royal rule safe sail salt sand save
        scale scene science scout screen second secret section security seed senior series serious service seven shadow shape share sharp sheep ship shop shore short side signal silence silent silver simple sister six size skill sleep slow small smart smoke social soft soldier
        solution son song soon soul south southern space speak special speech speed spider spring square stage standard station steel step still stone store storm stranger strategy stream strength strike strong style summer support surface survey swan sweet swift sword symbol table tale
        talk target task tea teacher technology ten territory test theatre theater theory thing third thought thousand thread three thunder tide tiger timber time title tower town toy track trade tradition traffic train travel tree trial tribe trust try turn twelve twenty twin two
        under unit united unity universal university upper urban valley value veteran victory video view village visit visual voice volunteer vote voyage wake walk wall want warm warrior watch weather web week wheel white whole wide wild will win winter wire wisdom wise wish wolf women wonder
        wood worker writer wrong yard yellow yesterday young youth zero zone
        """;

    /// <summary>Parts of the world and states that have a capital wherever they stand, beside those of <see cref="Registries.PlaceNames"/>.</summary>
    public const string Places =
        "америка европа азия африка австралия арктика антарктида австрия аргентина бельгия болгария бразилия британия великобритания венгрия вьетнам германия голландия греция дания египет израиль индия иран ирак " +
        "ирландия исландия испания италия канада кипр киргизия китай корея куба кыргызстан латвия литва мексика монголия нидерланды норвегия польша португалия румыния сербия сирия словакия словения сша таджикистан " +
        "таиланд туркменистан турция узбекистан финляндия франция хорватия черногория чехия чили швейцария швеция эстония япония кавказ " +
        "киев минск берлин лондон париж рим варшава прага вена рига вильнюс таллин брюссель вашингтон пекин токио " +
        "america europe asia africa russia ukraine germany france britain england china japan india london moscow kyiv berlin paris washington";

    /// <summary>What is called after a word: «площадь Свободы», «орден Дружбы» are no bodies.</summary>
    public const string CalledAfter =
        "площадь улица проспект переулок бульвар набережная аллея шоссе мост станция метро парк сквер остров мыс орден медаль премия день месяц неделя фильм книга роман повесть песня спектакль статуя памятник собор храм";
}
