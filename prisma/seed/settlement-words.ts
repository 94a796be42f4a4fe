/** Endings of «деревня», «село» and «станица» by case; of the first two, those that occur before {village} in the texts. */
const forms: Readonly<Record<string, { selo: string; stanitsa: string }>> = {
  деревня: { selo: "село", stanitsa: "станица" }, деревню: { selo: "село", stanitsa: "станицу" }, деревни: { selo: "села", stanitsa: "станицы" },
  деревне: { selo: "селе", stanitsa: "станице" }, деревней: { selo: "селом", stanitsa: "станицей" },
  село: { selo: "село", stanitsa: "станица" }, села: { selo: "села", stanitsa: "станицы" }, селе: { selo: "селе", stanitsa: "станице" },
  селу: { selo: "селу", stanitsa: "станице" }, селом: { selo: "селом", stanitsa: "станицей" },
};

/**
 * The south has no «деревня», and what ends in -ская there is a станица.
 * In: a pattern with «село {village}» and the like, the village, the region's ОКТМО. Out: the pattern in the words of the place.
 */
export function inLocalWords(pattern: string, village: string, regionOktmo: string): string {
  if (!regionOktmo.startsWith("07")) return pattern;
  return pattern.replace(/(?:([а-яёА-ЯЁ]+) )?([дДсС][а-яё]{3,6}) \{village\}/g, (whole, before: string | undefined, word: string) => {
    const form = forms[word.toLowerCase()];
    // «в нашем селе»: the word before would have to agree.
    if (!form || (before && /(?:[еоая]й|[ео]м|[ео]го|[ео]му|ое|ее|ая|яя|ую|юю|ше|ша|шу)$/.test(before))) return whole;
    const isAccusative = /^сел?о$/i.test(word) && /^(?:в|на|через|про|за)$/i.test(before ?? "");
    const said = /(?:ск|цк)ая$/.test(village) ? (isAccusative ? "станицу" : form.stanitsa) : form.selo;
    return `${before ? `${before} ` : ""}${/^[ДС]/.test(word) ? said.charAt(0).toUpperCase() + said.slice(1) : said} {village}`;
  });
}
