// The shape of the demonstration's facts: names, codes, populations, coordinates. Sources are named in each file.

export type SettlementKind = "city" | "settlement" | "village";

export interface SettlementFact {
  name: string;
  /** "settlement" is a посёлок, пгт or станция; "village" a село, деревня, станица, аул, хутор */
  kind: SettlementKind;
  /** ОКТМО of the поселение whose centre it is, 8 digits as text; null where not known */
  oktmo: string | null;
}

export interface MunicipalityFact {
  /** 8 digits, text */
  oktmo: string;
  checkDigit: string;
  /** false where the code was inferred and not found in a classifier */
  oktmoVerified: boolean;
  name: string;
  /** as people say it: «Яранский район», «Город Киров» */
  shortName: string;
  kind: "municipalDistrict" | "municipalOkrug" | "urbanOkrug";
  /** without «г», «пгт», «с»; the town of a neighbouring city okrug for four districts of Кировская область */
  centre: string;
  centreKind: SettlementKind;
  population: number | null;
  lon: number;
  lat: number;
  /** first the centre, where it belongs to the municipality; a city okrug may hold nothing but its city */
  settlements: readonly SettlementFact[];
  /** eight believable streets of the centre, as they stand after «ул.» */
  streets: readonly string[];
}

export interface RegionFact {
  /** two digits, text */
  code: string;
  name: string;
  /** 8 digits, text */
  oktmo: string;
  /** «Приволжский»; empty for Baikonur */
  federalDistrict: string;
  /** ISO 3166-2 */
  isoCode: string;
  /** hours, standard time */
  utcOffset: number;
  /** IANA */
  timeZone: string;
}
