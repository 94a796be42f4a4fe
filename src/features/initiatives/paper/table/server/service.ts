import type { Actor } from "@/access/actor";
import { authorise, canSomewhere } from "@/access/policy";
import { person as personPolicy } from "@/access/rules/person";
import { listDirections, marathonFor } from "@/features/marathon/server/service";
import { matchPeople } from "@/features/people/desk/server/service";
import type { Db } from "@/platform/db/client";
import { inTurn } from "@/platform/files/turns";
import { translate } from "@/platform/i18n/translator";
import { isFurniture } from "@/platform/tables/headings";
import { openTable } from "@/platform/tables/read-table";
import { RowReader } from "@/platform/tables/row-reader";
import type { SourceRow } from "@/platform/tables/source";
import type { Context } from "@/platform/trpc/context";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import { idOf } from "@/shared/ids/hash";
import { foldForComparison } from "@/shared/text/normalise";
import { findOrganisationPlace, findTimeZone } from "../../../drafts/server/repo";
import en from "../../../messages/en.json" with { type: "json" };
import ru from "../../../messages/ru.json" with { type: "json" };
import { initiatorKinds, type InitiatorKind } from "../../../schema";
import { findTaken } from "../../../submission/server/service";
import { findColumns, headerDepth, type SheetColumns, type SheetField } from "../columns";
import { readSheetRow, sameAuthors, type SheetRow, type SheetWords } from "../rules";
import { tableLimits, type ReadRow, type ReadTable, type Sample } from "../schema";

type Asker = Pick<Context, "db" | "actor" | "addressHash" | "now" | "locale">;

/**
 * Reads a stack of sheets from a table and says of each row what it would be: nothing is written. What is confirmed then comes sheet by
 * sheet, as if typed in. Throws what `authorise` does, marathon.municipalityAbsent, file.*, import.notTable … .noSheets, .noRows, .tooManyRows.
 */
export async function readTable(asker: Asker, file: Uint8Array, atUnitId: string): Promise<ReadTable> {
  const { db, actor, addressHash, now } = asker;
  const { municipalityId, marathonId } = await requirePlace(db, actor, atUnitId, now);
  return await inTurn({ personId: actor.personId, addressHash }, async () => {
    const { columns, rows } = await findSheets(file);
    const words = await wordsOf(db, marathonId, municipalityId);
    const today = plainDateIn(await findTimeZone(db, municipalityId), now);
    const skipped: ReadTable["skipped"] = [];
    const read: { readonly row: number; readonly reader: RowReader<SheetField>; readonly said: SheetRow | null }[] = [];
    const first = new Map<string, number>();
    for await (const { row, cells } of rows) {
      if (isFurniture(cells, columns.headings) || cells.filter((cell) => cell !== "").length === 1) {
        if (skipped.length < tableLimits.skipped) skipped.push({ row, text: cells.join(" ").trim().slice(0, 200) });
        continue;
      }
      if (read.length >= tableLimits.rows) throw new AppError("import.tooManyRows", { count: tableLimits.rows });
      const reader = new RowReader<SheetField>(cells, columns.at);
      const said = readSheetRow(reader, words, today);
      const id = said && idOf([marathonId, atUnitId, said]);
      const before = id === null ? undefined : first.get(id);
      if (before !== undefined) reader.refuse("title", "repeated", { row: before });
      else if (id !== null) first.set(id, row);
      read.push({ row, reader, said: before === undefined ? said : null });
    }
    if (read.length === 0) throw new AppError("import.noRows");
    return { rows: await toRows(asker, { atUnitId, marathonId, columns }, read), columns: namedColumns(columns), ignored: ignoredIn(columns), skipped };
  });
}

/** Before a file is read at all: does the asker register people anywhere? Throws 401, 403. */
export function requireTyper(actor: Actor): void {
  if (actor.personId === null) throw AppError.notSignedIn();
  if (!canSomewhere(personPolicy, actor, "registerAtDesk")) throw AppError.forbidden();
}

async function requirePlace(db: Db, actor: Actor, atUnitId: string, now: Date): Promise<{ municipalityId: string; marathonId: string }> {
  const municipalityId = await findOrganisationPlace(db, atUnitId);
  authorise(personPolicy, actor, "registerAtDesk", municipalityId === null ? null : { id: null, registeredById: null, registeredAtUnitId: atUnitId, municipalityId });
  const marathon = municipalityId === null ? null : await marathonFor(db, municipalityId, now);
  if (municipalityId === null || marathon === null) throw new AppError("marathon.municipalityAbsent");
  return { municipalityId, marathonId: marathon.id };
}

/** The first sheet of the workbook that has the columns, and its rows below them. */
async function findSheets(file: Uint8Array): Promise<{ columns: SheetColumns; rows: AsyncIterable<SourceRow> }> {
  for (const sheet of await openTable(file)) {
    const head: SourceRow[] = [];
    for await (const row of sheet.rows()) if (head.push(row) > headerDepth) break;
    const columns = findColumns(head);
    if (columns) return { columns, rows: below(sheet.rows(), columns.row) };
  }
  throw new AppError("import.noSheets");
}

async function* below(rows: AsyncIterable<SourceRow>, last: number): AsyncIterable<SourceRow> {
  for await (const one of rows) if (one.row > last) yield one;
}

/** Directions by either name, kinds of initiators as the interface calls them. */
async function wordsOf(db: Db, marathonId: string, municipalityId: string): Promise<SheetWords> {
  const directions = await listDirections(db, marathonId, municipalityId);
  return {
    directions: new Map(directions.flatMap(({ id, name, nameEn }) => [[foldForComparison(name), id], [foldForComparison(nameEn), id]] as const)),
    kinds: new Map(initiatorKinds.flatMap((kind): [string, InitiatorKind][] => [[foldForComparison(ru.kind[kind]), kind], [foldForComparison(en.kind[kind]), kind]])),
  };
}

type Read = { readonly row: number; readonly reader: RowReader<SheetField>; readonly said: SheetRow | null };

async function toRows(asker: Asker, { atUnitId, marathonId, columns }: { atUnitId: string; marathonId: string; columns: SheetColumns }, read: readonly Read[]): Promise<ReadRow[]> {
  const { db, actor } = asker;
  const sound = read.flatMap(({ row, said }) => (said === null ? [] : [{ row, said, id: idOf([marathonId, atUnitId, said]) }]));
  const taken = await findTaken(db, actor, sound.map(({ id }) => id));
  const matches = await matchPeople(db, asker, atUnitId, sound.map(({ said }) => ({ ...said, phone: said.phone || null })));
  const same = sameAuthors(sound.map(({ said }) => said));
  const ready = new Map(sound.map(({ row, said, id }, at) => {
    const first = same[at] ?? null;
    const sameAs = first === null ? null : (sound[first]?.row ?? null);
    const match = matches[at] ?? { known: [], isKnownToOthers: false };
    return [row, { ...said, id, registrationKey: idOf([id, "person"]), taken: taken.get(id) ?? null, sameAs, known: match.known.map((one) => ({ ...one })), isKnownToOthers: match.isKnownToOthers }] as const;
  }));
  return read.map(({ row, reader }) => ({
    row,
    problems: reader.problems.map(({ field, value, key, params }) => ({ field: field as SheetField, heading: headingOf(columns, field as SheetField), value: value.slice(0, 200), key, params: { ...params } })),
    sheet: ready.get(row) ?? null,
  }));
}

function headingOf({ at, headings }: SheetColumns, field: SheetField): string {
  const column = at[field];
  return column === undefined ? "" : (headings[column] ?? "").replace(/\s+/g, " ").trim();
}

function namedColumns(columns: SheetColumns): ReadTable["columns"] {
  return (Object.keys(columns.at) as SheetField[]).map((field) => ({ field, heading: headingOf(columns, field) }));
}

function ignoredIn({ at, headings }: SheetColumns): string[] {
  const known = new Set(Object.values(at));
  return headings.filter((text, column) => text !== "" && !known.has(column)).map((text) => text.replace(/\s+/g, " ").slice(0, 100));
}

const sampleFields = ["takenOn", "fullName", "phone", "title", "essence", "expectedResult", "placeText", "direction", "initiatorKind"] as const satisfies readonly SheetField[];

/** A table to be filled in: the columns, what to write into them, and the words that may stand there. Throws as readTable. */
export async function sampleTable({ db, actor, now, locale }: Asker, atUnitId: string): Promise<Sample> {
  const { municipalityId, marathonId } = await requirePlace(db, actor, atUnitId, now);
  const directions = await listDirections(db, marathonId, municipalityId);
  const t = translate(locale, { ru: ru.paper.table, en: en.paper.table });
  const kinds = { ru: ru.kind, en: en.kind }[locale];
  const text = (header: string, width: number) => ({ header, kind: "text" as const, width });
  const rows = Math.max(directions.length, initiatorKinds.length);
  return {
    fileName: "sheets",
    tables: [
      { name: t("sample.sheets"), columns: sampleFields.map((field) => ({ header: t(`columns.${field}`), kind: field === "takenOn" ? ("date" as const) : ("text" as const), width: field === "essence" ? 60 : 26 })), rows: [] },
      { name: t("sample.hints"), columns: [text(t("sample.column"), 26), text(t("sample.hint"), 60), text(t("sample.example"), 60)], rows: sampleFields.map((field) => [t(`columns.${field}`), t(`hints.${field}`), t(`examples.${field}`)]) },
      {
        name: t("sample.words"), columns: [text(t("columns.direction"), 50), text(t("columns.initiatorKind"), 30)],
        rows: Array.from({ length: rows }, (_, at) => { const [direction, kind] = [directions[at], initiatorKinds[at]]; return [direction ? (locale === "en" ? direction.nameEn : direction.name) : null, kind ? kinds[kind] : null]; }),
      },
    ],
  };
}
