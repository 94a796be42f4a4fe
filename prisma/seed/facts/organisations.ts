// Kinds of organisations of the public sector, and patterns of their names. Written for the demonstration.
// Slots: {n} a number; {centre} and {village} in the nominative, always after «г.», a word such as «села» or in brackets;
// {person} a namesake in the genitive, from `namesakes`. A pattern with {village} belongs in a village, the others in the centre.

export interface OrganisationKind {
  key:
    | "school" | "kindergarten" | "hospital" | "library" | "cultureHouse"
    | "sportSchool" | "college" | "socialCentre" | "musicSchool" | "utility";
  names: readonly string[];
  /** the key of the direction whose working group looks after it, as the files of `texts/` are called */
  direction: string;
}

export const organisationKinds: readonly OrganisationKind[] = [
  {
    key: "school", direction: "education",
    names: [
      "МКОУ «Средняя школа № {n}»",
      "МБОУ «Средняя общеобразовательная школа № {n}»",
      "МБОУ «Лицей № {n}»",
      "МАОУ «Гимназия № {n}»",
      "МБОУ «Средняя школа с углублённым изучением отдельных предметов № {n}»",
      "МКОУ «Средняя школа имени {person}»",
      "МКОУ «Основная школа села {village}»",
      "МКОУ «Начальная школа — детский сад деревни {village}»",
    ],
  },
  {
    key: "kindergarten", direction: "education",
    names: [
      "МКДОУ «Детский сад № {n} „Родничок“»",
      "МБДОУ «Детский сад № {n} „Теремок“»",
      "МКДОУ «Детский сад № {n} „Солнышко“»",
      "МБДОУ «Центр развития ребёнка — детский сад № {n}»",
      "МКДОУ «Детский сад „Колосок“ села {village}»",
      "МКДОУ «Детский сад „Берёзка“ села {village}»",
    ],
  },
  {
    key: "hospital", direction: "health",
    names: [
      "ГБУЗ «Центральная районная больница» ({centre})",
      "ГБУЗ «Районная больница № {n}» ({centre})",
      "ГБУЗ «Поликлиника № {n}» ({centre})",
      "ГБУЗ «Детская поликлиника» ({centre})",
      "ГБУЗ «Стоматологическая поликлиника» ({centre})",
      "Врачебная амбулатория села {village}",
      "Фельдшерско-акушерский пункт деревни {village}",
    ],
  },
  {
    key: "library", direction: "culture",
    names: [
      "МБУК «Централизованная библиотечная система» ({centre})",
      "МБУК «Центральная библиотека имени {person}»",
      "Детская библиотека имени {person}",
      "Библиотека-филиал № {n}",
      "Сельская библиотека-филиал № {n} (село {village})",
    ],
  },
  {
    key: "cultureHouse", direction: "culture",
    names: [
      "МБУК «Районный дом культуры» ({centre})",
      "МАУК «Городской дворец культуры „Юность“»",
      "МБУК «Центр культуры и досуга „Октябрь“»",
      "МКУК «Дом культуры имени {person}»",
      "МКУК «Сельский дом культуры» (село {village})",
      "Сельский клуб деревни {village}",
    ],
  },
  {
    key: "sportSchool", direction: "sport",
    names: [
      "МБУ ДО «Спортивная школа № {n}»",
      "МБУ ДО «Спортивная школа» ({centre})",
      "МАУ «Физкультурно-оздоровительный комплекс „Олимп“»",
      "МАУ «Лыжная база „Снежинка“»",
      "МАУ «Стадион „Труд“» ({centre})",
    ],
  },
  {
    key: "college", direction: "education",
    names: [
      "ГБПОУ «Аграрно-технологический техникум» ({centre})",
      "ГБПОУ «Индустриальный техникум» ({centre})",
      "ГБПОУ «Медицинский колледж» ({centre})",
      "ГБПОУ «Педагогический колледж» ({centre})",
      "ГБПОУ «Многопрофильный колледж имени {person}»",
    ],
  },
  {
    key: "socialCentre", direction: "social-support",
    names: [
      "ГБУСО «Комплексный центр социального обслуживания населения» ({centre})",
      "ГКУСО «Социально-реабилитационный центр для несовершеннолетних „Надежда“»",
      "ГБУСО «Дом-интернат для престарелых и инвалидов» (село {village})",
      "Отделение социального обслуживания на дому № {n}",
    ],
  },
  {
    key: "musicSchool", direction: "culture",
    names: [
      "МБУ ДО «Детская школа искусств» ({centre})",
      "МБУ ДО «Детская школа искусств имени {person}»",
      "МБУ ДО «Детская музыкальная школа № {n}»",
      "МБУ ДО «Детская художественная школа» ({centre})",
      "Филиал детской школы искусств (село {village})",
    ],
  },
  {
    key: "utility", direction: "housing",
    names: [
      "МУП «Водоканал» ({centre})",
      "МУП «Тепловые сети» ({centre})",
      "МУП «Коммунальщик»",
      "МБУ «Благоустройство» ({centre})",
      "МУП «Горэлектросеть»",
      "МКУ «Единая дежурно-диспетчерская служба» ({centre})",
      "МУП ЖКХ села {village}",
    ],
  },
];

/** For {person}: writers, painters, composers and scientists of long ago, in the genitive. */
export const namesakes: readonly string[] = [
  "А. С. Пушкина", "М. Ю. Лермонтова", "Н. А. Некрасова", "М. Е. Салтыкова-Щедрина", "А. С. Грина", "А. И. Герцена",
  "В. М. Васнецова", "И. И. Шишкина", "Н. А. Ярошенко", "П. И. Чайковского", "С. В. Рахманинова", "К. Э. Циолковского",
  "Д. И. Менделеева", "К. Л. Хетагурова", "Л. Н. Толстого", "А. П. Чехова",
];
