import { foldHeading, placesOf, twoRows } from "@/platform/tables/headings";

/** What a sheet lists, in the order in which it is taken: an organisation may stand in a municipality of the same file. */
export const sheetKinds = ["municipalities", "organisations", "people"] as const;
export type SheetKind = (typeof sheetKinds)[number];

export const fieldsOf = {
  municipalities: ["region", "code", "checkDigit", "name", "shortName", "kind", "population", "longitude", "latitude", "nameGenitive", "headTitle", "timeZone"],
  organisations: ["region", "code", "municipality", "name", "shortName", "kind", "address", "phone"],
  people: ["region", "code", "municipality", "place", "role", "familyName", "givenName", "patronymic", "fullName", "email", "actKind", "actNumber", "actDate", "startsOn", "endsOn"],
} as const satisfies Record<SheetKind, readonly string[]>;
export type DirectoryField = (typeof fieldsOf)[SheetKind][number];

const code = ["код октмо", "октмо", "oktmo", "oktmo8", "oktmo code", "код муниципального образования", "код муниципалитета", "код мо", "код"];
const region = ["регион", "субъект", "субъект рф", "субъект российской федерации", "область", "region"];
const municipality = ["муниципальное образование", "муниципалитет", "мо", "район", "муниципальный район", "название муниципального образования", "наименование муниципального образования", "территория", "municipality"];
const shortName = ["краткое название", "краткое наименование", "сокращенное название", "сокращенное наименование", "коротко", "short name"];
const kind = ["вид", "тип", "kind", "type", "категория", "статус"];
const bareName = ["название", "наименование", "name", "полное название", "полное наименование"];

/** What the columns are called in the tables that people have; the first of each is how our own export calls it. */
const headings: { readonly [K in SheetKind]: Readonly<Record<(typeof fieldsOf)[K][number], readonly string[]>> } = {
  municipalities: {
    region, code, shortName, kind: [...kind, "вид муниципального образования", "тип муниципального образования"],
    checkDigit: ["контрольное число", "кч", "контрольная цифра", "контрольный разряд", "check digit"],
    name: [...bareName, ...municipality],
    population: ["население", "численность населения", "численность", "население человек", "жителей", "population"],
    longitude: ["долгота", "longitude", "lon", "lng"],
    latitude: ["широта", "latitude", "lat"],
    nameGenitive: ["название в родительном падеже", "наименование в родительном падеже", "родительный падеж", "name in the genitive case", "genitive"],
    headTitle: ["должность главы", "наименование должности главы", "head s title", "head title"],
    timeZone: ["часовой пояс", "часовая зона", "time zone", "timezone"],
  },
  organisations: {
    region, code, municipality, shortName, kind: [...kind, "вид организации", "тип организации", "отрасль"],
    name: ["организация", "название организации", "наименование организации", "полное наименование организации", "учреждение", "наименование учреждения", "название учреждения", "organisation", "organization", ...bareName],
    address: ["адрес", "юридический адрес", "фактический адрес", "местонахождение", "address"],
    phone: ["телефон", "контактный телефон", "тел", "phone"],
  },
  people: {
    region, code, municipality,
    place: ["место", "организация или группа", "организация", "учреждение", "место работы", "название организации", "наименование организации", "рабочая группа", "группа", "где", "place", "organisation", "organization"],
    role: ["роль", "роль в марафоне", "role"],
    familyName: ["фамилия", "family name", "last name", "surname"],
    givenName: ["имя", "given name", "first name"],
    patronymic: ["отчество", "patronymic"],
    fullName: ["фио", "ф и о", "фамилия имя отчество", "сотрудник", "full name"],
    email: ["электронная почта", "почта", "e mail", "email", "эл почта", "адрес электронной почты", "e mail адрес"],
    actKind: ["вид документа", "документ", "act"],
    actNumber: ["номер документа", "номер распоряжения", "номер приказа", "act number"],
    actDate: ["дата документа", "дата распоряжения", "дата приказа", "act date"],
    startsOn: ["с", "начало", "дата начала", "from", "starts"],
    endsOn: ["по", "окончание", "дата окончания", "to", "until", "ends"],
  },
};

/** Any of these sets makes a table of that kind. */
const required: Readonly<Record<SheetKind, readonly (readonly DirectoryField[])[]>> = {
  municipalities: [["code", "name"], ["region", "name", "checkDigit"], ["region", "name", "population"]],
  organisations: [["name", "code"], ["name", "municipality"]],
  people: [["role", "email"], ["role", "familyName", "givenName"], ["role", "fullName"]],
};

export interface Columns {
  readonly kind: SheetKind;
  /** where each field stands, from 0 */
  readonly at: Partial<Readonly<Record<DirectoryField, number>>>;
  /** as the file writes them, by column */
  readonly headings: readonly string[];
  /** columns that are not read */
  readonly ignored: readonly string[];
}

/** In: a row of headings; is the table of one municipality, so that nothing need name it? Out: the kind that explains most of them, or null. */
export function recogniseColumns(row: readonly string[], isOfOnePlace: boolean): Columns | null {
  const folded = row.map(foldHeading);
  const read = sheetKinds.flatMap((kind): Columns[] => {
    const at = placesOf(headings[kind], folded);
    const sets: readonly (readonly string[])[] = isOfOnePlace && kind === "organisations" ? [["name", "address"], ["name", "kind"], ["name", "phone"], ["name", "shortName"], ...required[kind]] : required[kind];
    if (!sets.some((set) => set.every((field) => at.has(field)))) return [];
    const taken = new Set(at.values());
    return [{ kind, at: Object.fromEntries(at), headings: row, ignored: row.filter((text, column) => text !== "" && !taken.has(column)) }];
  });
  return read.reduce<Columns | null>((best, one) => (best === null || weightOf(one) > weightOf(best) ? one : best), null);
}

/** A table of people also names their organisations. */
const weightOf = ({ kind, at }: Columns) => Object.keys(at).length + (kind === "people" ? 10 : 0);

export interface Header {
  readonly columns: Columns;
  /** the last row of it, as the file counts */
  readonly row: number;
}

/** How far down a title and merged headings may reach. */
export const headerDepth = 30;

/**
 * In: the first rows of a sheet. Out: where its headings are; of two rows one under another the lower completes the upper («Код» over
 * «ОКТМО»), a merged one counts for the columns to the right of it. Null when nothing reads like a directory.
 */
export function findHeader(rows: readonly { readonly row: number; readonly cells: readonly string[] }[], isOfOnePlace: boolean): Header | null {
  let best: (Header & { readonly weight: number }) | null = null;
  for (const [index, { row, cells }] of rows.slice(0, headerDepth).entries()) {
    const below = rows[index + 1];
    const candidates = [{ row, texts: cells }, ...(below ? twoRows(cells, below.cells).map((texts) => ({ row: below.row, texts })) : [])];
    for (const { row: last, texts } of candidates) {
      const columns = recogniseColumns(texts, isOfOnePlace);
      if (columns && (best === null || weightOf(columns) > best.weight)) best = { columns, row: last, weight: weightOf(columns) };
    }
  }
  return best && { columns: best.columns, row: best.row };
}

/** One long remark or a source under the table: a row in which only one cell is filled, and not all that is asked for. */
export function isNote(cells: readonly string[], { kind, at }: Columns): boolean {
  const wanted = Object.entries(at).filter(([field]) => (required[kind][0] as readonly string[]).includes(field));
  return cells.filter((cell) => cell !== "").length === 1 && wanted.length > 1;
}
