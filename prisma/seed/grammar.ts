export interface Cases {
  genitive: string;
  prepositional: string;
}

/** «Яранский район» → «Яранского района», «Яранском районе»; «Город Киров» → «города Кирова», «городе Кирове». */
export function casesOf(shortName: string): Cases {
  const city = /^Город (.+)$/.exec(shortName)?.[1];
  if (city) {
    const { genitive, prepositional } = cityCases(city);
    return { genitive: `города ${genitive}`, prepositional: `городе ${prepositional}` };
  }
  const decline = (adjective: string, noun: string) =>
    shortName.split(" ").map((word) => (/^(?:район|округ)$/.test(word) ? word + noun : word.replace(/(?:ий|ый|ой)$/, adjective))).join(" ");
  return shortName.startsWith("ЗАТО") ? { genitive: shortName, prepositional: shortName } : { genitive: decline("ого", "а"), prepositional: decline("ом", "е") };
}

function cityCases(name: string): Cases {
  if (name.endsWith("ской")) return { genitive: name.replace(/ой$/, "ого"), prepositional: name.replace(/ой$/, "ом") };
  if (name.endsWith("ь")) return { genitive: name.replace(/ь$/, "я"), prepositional: name.replace(/ь$/, "е") };
  if (/[иы]$/.test(name)) return { genitive: name, prepositional: name };
  return { genitive: `${name}а`, prepositional: `${name}е` };
}

export const regionCases: Readonly<Record<string, Cases>> = {
  "Кировская область": { genitive: "Кировской области", prepositional: "Кировской области" },
  "Ставропольский край": { genitive: "Ставропольского края", prepositional: "Ставропольском крае" },
};

/** In: a number and the three forms («инициатива», «инициативы», «инициатив»). Out: the form that goes with it. */
export function plural(count: number, one: string, few: string, many: string): string {
  const [tens, units] = [count % 100, count % 10];
  if (tens > 10 && tens < 20) return many;
  return units === 1 ? one : units > 1 && units < 5 ? few : many;
}
