import { isNamesake } from "@/features/people/rules";
import { orNone, personNameFields } from "@/features/people/schema";
import type { RowReader } from "@/platform/tables/row-reader";
import { phoneField } from "@/shared/codes/phone-field";
import type { PlainDate } from "@/shared/dates/plain-date";
import { fieldIssues } from "@/shared/errors/field-issues";
import { initiativeFields, type InitiatorKind } from "../../schema";
import { isSheetDay } from "../rules";
import type { SheetField } from "./columns";

/** Words of the marathon and of the interface, folded, by what they stand for. */
export interface SheetWords {
  readonly directions: ReadonlyMap<string, string>;
  readonly kinds: ReadonlyMap<string, InitiatorKind>;
}

export interface SheetRow {
  readonly familyName: string;
  readonly givenName: string;
  readonly patronymic: string;
  /** E.164, or empty */
  readonly phone: string;
  readonly takenOn: PlainDate | null;
  readonly title: string;
  readonly essence: string;
  readonly expectedResult: string;
  readonly placeText: string;
  readonly directionId: string;
  readonly initiatorKind: InitiatorKind;
}

const { title, essence, expectedResult, placeText } = initiativeFields.shape;

/** In: a row, what its words may mean, today where it was gathered. Out: what it says; null with each problem at its cell in the reader. */
export function readSheetRow(reader: RowReader<SheetField>, words: SheetWords, today: PlainDate): SheetRow | null {
  const takenOn = reader.day("takenOn");
  if (takenOn !== null && !isSheetDay(takenOn, today)) reader.refuse("takenOn", "sheetDay");
  const name = nameIn(reader);
  const row = {
    takenOn,
    phone: reader.parsed("phone", orNone(phoneField), false) ?? "",
    title: reader.parsed("title", title, true),
    essence: paragraphs(reader, "essence", essence),
    expectedResult: paragraphs(reader, "expectedResult", expectedResult),
    placeText: reader.parsed("placeText", placeText, false) ?? "",
    directionId: reader.choice("direction", words.directions, true),
    initiatorKind: reader.choice("initiatorKind", words.kinds, true),
  };
  if (name === null || reader.problems.length > 0 || row.title === null || row.essence === null || row.expectedResult === null || row.directionId === null || row.initiatorKind === null) return null;
  const { title: said, essence: why, expectedResult: wanted, directionId, initiatorKind } = row;
  return { ...row, ...name, title: said, essence: why, expectedResult: wanted, directionId, initiatorKind };
}

function paragraphs(reader: RowReader<SheetField>, field: "essence" | "expectedResult", schema: typeof essence): string | null {
  const text = reader.paragraphs(field);
  if (text === "") return reader.refuse(field, "required");
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const [issue] = fieldIssues(parsed.error);
  return reader.refuse(field, issue?.key ?? "field.invalid", issue?.params ?? {});
}

/** «Фамилия», «Имя», «Отчество», or all of it in one column: the first word, the second, and the rest. */
function nameIn(reader: RowReader<SheetField>): Pick<SheetRow, "familyName" | "givenName" | "patronymic"> | null {
  const isApart = reader.has("familyName") && reader.has("givenName");
  if (isApart) {
    const [familyName, givenName] = [reader.parsed("familyName", personNameFields.familyName, true), reader.parsed("givenName", personNameFields.givenName, true)];
    const patronymic = reader.parsed("patronymic", personNameFields.patronymic, false) ?? "";
    return familyName === null || givenName === null ? null : { familyName, givenName, patronymic };
  }
  const [family = "", given = "", ...rest] = reader.text("fullName").split(" ");
  const parsed = [personNameFields.familyName.safeParse(family), personNameFields.givenName.safeParse(given), personNameFields.patronymic.safeParse(rest.join(" "))] as const;
  if (!parsed[0].success || !parsed[1].success || !parsed[2].success) return reader.refuse("fullName", reader.text("fullName") === "" ? "required" : "fullName");
  return { familyName: parsed[0].data, givenName: parsed[1].data, patronymic: parsed[2].data ?? "" };
}

type Named = Pick<SheetRow, "familyName" | "givenName" | "patronymic">;

/** In: sound rows of a file, in its order. Out: for each the first above it whose author has the same name and phone, by its place; null: none. */
export function sameAuthors(rows: readonly (Named & Pick<SheetRow, "phone">)[]): (number | null)[] {
  return rows.map((row, at) => {
    const first = rows.findIndex((above) => above.phone === row.phone && isNamesake(above, row));
    return first < at ? first : null;
  });
}
