import ru from "../messages/ru.json" with { type: "json" };

/** What stands in the data where private words or a name stood: the language of the data is Russian, whoever reads. */
export const erasedWords = ru.erased;
