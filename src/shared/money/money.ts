import { numberFormatter, typeset } from "../numbers/format";
import type { Locale } from "../text/locale";

/** An amount in kopecks: whole, exact, sums without surprises. */
export type Kopecks = bigint;

/** In which unit a table states its amounts: roubles, thousands, millions of them. */
export type MoneyUnit = "rouble" | "thousand" | "million";

/** How many decimals of the unit make a kopeck. */
const decimalsOf: Readonly<Record<MoneyUnit, number>> = { rouble: 2, thousand: 5, million: 8 };

const shape = /^(-?)(\d{1,3}(?: \d{3})+|\d+)(?:[.,](\d+))?$/;
const unitWord = /\s*(?:(тыс|млн)\.?)?\s*(?:₽|руб(?:\.|л(?:ь|я|ей))?|р\.)?$/iu;

/**
 * In: an amount as officials write it («1 765,0», «1765.0», «1 765,0 тыс. руб.»), and the unit of the table's heading;
 * a unit beside the figure wins. Out: kopecks; null when it is no amount, is finer than a kopeck,
 * or could be read in two ways («1,765.00»): nothing is guessed.
 */
export function parseMoney(text: string, unit: MoneyUnit = "rouble"): Kopecks | null {
  const line = text.replace(/[\s\u00a0\u202f]+/g, " ").replace(/[−–]/g, "-").trim();
  const named = unitWord.exec(line);
  const stated: MoneyUnit = named?.[1] ? (named[1].toLowerCase() === "тыс" ? "thousand" : "million") : unit;
  const match = shape.exec(line.slice(0, named?.index).replace(/^- /, "-"));
  if (!match) return null;
  const fraction = (match[3] ?? "").replace(/0+$/, "");
  const places = decimalsOf[stated];
  if (fraction.length > places) return null;
  const digits = (match[2] ?? "").replace(/ /g, "") + fraction.padEnd(places, "0");
  return BigInt(`${match[1] ?? ""}${digits}`);
}

/** In: kopecks. Out: «1 765 000 ₽», «1 765,50 ₽»: kopecks only when there are any. */
export function formatMoney(amount: Kopecks, locale: Locale): string {
  const digits = amount % 100n === 0n ? 0 : 2;
  const options = {
    style: "currency", currency: "RUB", currencyDisplay: "narrowSymbol",
    minimumFractionDigits: digits, maximumFractionDigits: digits,
  } as const;
  return typeset(numberFormatter(locale, options).format(decimalText(amount, "rouble")));
}

/**
 * In: kopecks, the unit named in the table's heading. Out: the bare figure, with one decimal at least
 * and as many as it takes to lose nothing: «1 765,0», «0,12345».
 */
export function formatMoneyIn(unit: MoneyUnit, amount: Kopecks, locale: Locale): string {
  const options = {
    minimumFractionDigits: unit === "rouble" ? 2 : 1,
    maximumFractionDigits: decimalsOf[unit],
  } as const;
  return typeset(numberFormatter(locale, options).format(decimalText(amount, unit)));
}

/** Out: the sum; 0 of none. */
export function sumMoney(amounts: Iterable<Kopecks>): Kopecks {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** Exact decimal text in the unit: Intl takes it whole, where a number would round beyond 2⁵³. */
function decimalText(amount: Kopecks, unit: MoneyUnit): `${number}` {
  const places = decimalsOf[unit];
  const digits = (amount < 0n ? -amount : amount).toString().padStart(places + 1, "0");
  const text = `${amount < 0n ? "-" : ""}${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return text as `${number}`;
}
