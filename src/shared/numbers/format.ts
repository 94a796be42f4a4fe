import { intlTag, type Locale } from "../text/locale";

const formatters = new Map<string, Intl.NumberFormat>();

/** A cached Intl formatter; making one costs a hundred times more than using it. */
export function numberFormatter(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale}|${Object.entries(options).join()}`;
  const found = formatters.get(key);
  if (found) return found;
  const made = new Intl.NumberFormat(intlTag[locale], options);
  formatters.set(key, made);
  return made;
}

/** True minus, and no place at which a number could part. */
export function typeset(text: string): string {
  return text.replace(/-/g, "−").replace(/[ \u202f]/g, "\u00a0");
}

/** In: number, how many decimals to show at most (0). Out: «81 312», «−1 765,5». */
export function formatNumber(value: number | bigint, locale: Locale, decimals = 0): string {
  return typeset(numberFormatter(locale, { maximumFractionDigits: decimals, signDisplay: "negative" }).format(value));
}

/** In: number, how many decimals to show always. Out: «31,0»: for columns in which points stand below each other. */
export function formatDecimal(value: number, locale: Locale, decimals: number): string {
  const options = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, signDisplay: "negative" } as const;
  return typeset(numberFormatter(locale, options).format(value));
}

/** In: number. Out: with its sign, zero without: «+12», «−5», «0». */
export function formatChange(value: number, locale: Locale, decimals = 0): string {
  const options = { maximumFractionDigits: decimals, signDisplay: "exceptZero" } as const;
  return typeset(numberFormatter(locale, options).format(value));
}

/** In: a share, 1 is the whole; decimals at most (0). Out: «45 %». */
export function formatPercent(share: number, locale: Locale, decimals = 0): string {
  const options = { style: "percent", maximumFractionDigits: decimals, signDisplay: "negative" } as const;
  return typeset(numberFormatter(locale, options).format(share));
}
