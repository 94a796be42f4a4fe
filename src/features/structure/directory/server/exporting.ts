import type { Table, TableColumn } from "@/platform/tables/table";
import { translate } from "@/platform/i18n/translator";
import type { Context } from "@/platform/trpc/context";
import { AppError } from "@/shared/errors/app-error";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { fieldsOf, type SheetKind } from "../columns";
import type { DirectoryExport } from "../schema";
import * as units from "../units/server/repo";
import { requireScope } from "./scope";

type Reader = Pick<Context, "db" | "actor" | "now" | "locale">;
type Words = (key: string) => string;
const numbers: readonly string[] = ["population", "longitude", "latitude"];

/**
 * In: a municipality of the asker's, or for an administrator a region. Out: its municipalities and organisations in the shape
 * that the import reads; people are not in it: their addresses do not leave by a file. Throws 401, 403, 404.
 */
export async function exportDirectory(reader: Reader, { municipalityId, regionId, kind }: { municipalityId: string | null; regionId: string | null; kind: SheetKind | null }): Promise<DirectoryExport> {
  await requireScope(reader, municipalityId);
  const { db, locale } = reader;
  const t = translate(locale, { ru: ru.directory, en: en.directory }) as Words;
  if (municipalityId === null && (regionId === null || !(await units.findRegions(db)).some(({ id }) => id === regionId))) throw AppError.notFound();
  const tables: Table[] = [];
  if (municipalityId === null && regionId !== null && kind !== "organisations") tables.push(tableOf(t, "municipalities", (await units.findExportedMunicipalities(db, regionId)).map((one) => ({ ...one, code: one.oktmo, kind: wordOf(t, one.kind) }))));
  if (kind !== "municipalities") {
    const rows = await units.findExportedOrganisations(db, municipalityId === null ? { regionId: regionId ?? "" } : { municipalityId });
    tables.push(tableOf(t, "organisations", rows.map((one) => ({ ...one, code: one.oktmo, kind: wordOf(t, one.kind) })), ["region"]));
  }
  return { fileName: "directory", tables };
}

function wordOf(t: Words, kind: string | null): string | null {
  return kind === null || !Object.hasOwn(ru.directory.kindWords, kind) ? null : t(`kindWords.${kind}`);
}

function tableOf(t: Words, kind: "municipalities" | "organisations", rows: readonly Readonly<Record<string, string | number | null>>[], without: readonly string[] = []): Table {
  const fields = (fieldsOf[kind] as readonly string[]).filter((field) => !without.includes(field));
  const columns = fields.map((field): TableColumn => ({ header: t(`columns.${kind}.${field}`), kind: numbers.includes(field) ? "number" : "text", ...(field === "name" ? { width: 50 } : {}) }));
  return { name: t(`kinds.${kind}`), columns, rows: rows.map((row) => fields.map((field) => row[field] ?? null)) };
}
