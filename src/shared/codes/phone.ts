import { parsePhoneNumberFromString, type CountryCode } from "libphonenumber-js/min";

/** A phone number in E.164: «+78332123456». The library adds 30 kB, compressed: keep it off public pages. */
export type Phone = string & { readonly __phone: true };

/**
 * In: what a person typed, with or without the country («8 (833) 212-34-56»), and the country of bare numbers.
 * Out: E.164, or null when it is no possible number or has an extension, which E.164 cannot hold.
 */
export function parsePhone(text: string, country: CountryCode = "RU"): Phone | null {
  const parsed = parsePhoneNumberFromString(text, { defaultCountry: country, extract: false });
  if (!parsed?.isValid() || parsed.ext) return null;
  return parsed.number as string as Phone;
}

/** In: E.164. Out: for people, unbroken: «+7 (833) 212-34-56», others in the international format. */
export function formatPhone(phone: Phone): string {
  const parsed = parsePhoneNumberFromString(phone);
  const russian = /^\+7([3489]\d{2})(\d{3})(\d{2})(\d{2})$/.exec(phone);
  const text = russian
    ? `+7 (${russian[1]}) ${russian[2]}-${russian[3]}-${russian[4]}`
    : (parsed?.formatInternational() ?? phone);
  return text.replace(/ /g, "\u00a0");
}

/** In: E.164. Out: for lists that need not show it whole: «+7 ••• •••-34-56». */
export function maskPhone(phone: Phone): string {
  return `${phone.slice(0, 2)}\u00a0•••\u00a0•••-${phone.slice(-4, -2)}-${phone.slice(-2)}`;
}
