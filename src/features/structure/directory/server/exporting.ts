import { actingRole, visible } from "@/access/policy";
import accessEn from "@/access/messages/en.json" with { type: "json" };
import accessRu from "@/access/messages/ru.json" with { type: "json" };
import { appointment as policy } from "@/access/rules/structure";
import type { Table, TableColumn } from "@/platform/tables/table";
import { translate } from "@/platform/i18n/translator";
import type { Context } from "@/platform/trpc/context";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError } from "@/shared/errors/app-error";
import en from "../../messages/en.json" with { type: "json" };
import ru from "../../messages/ru.json" with { type: "json" };
import { insertLooks } from "../../rights/server/repo";
import { fieldsOf, type SheetKind } from "../columns";
import type { DirectoryExport } from "../schema";
import * as people from "../people/server/repo";
import * as units from "../units/server/repo";
import { requireScope } from "./scope";

type Reader = Pick<Context, "db" | "actor" | "now" | "locale">;
type Words = (key: string) => string;
const numbers: readonly string[] = ["population", "longitude", "latitude"];
const days: readonly string[] = ["actDate", "startsOn", "endsOn"];

/**
 * In: a municipality of the asker's, or for an administrator a region; which of the tables, or all but that of the people. Out: in the
 * shape that the import reads. People leave by a file only where they are asked for, those whom the asker appoints, and each sees
 * who took them out. Throws 401, 403, 404.
 */
export async function exportDirectory(reader: Reader, { municipalityId, regionId, kind }: { municipalityId: string | null; regionId: string | null; kind: SheetKind | null }): Promise<DirectoryExport> {
  await requireScope(reader, municipalityId);
  const { db, locale } = reader;
  const t = translate(locale, { ru: ru.directory, en: en.directory }) as Words;
  if (municipalityId === null && (regionId === null || !(await units.findRegions(db)).some(({ id }) => id === regionId))) throw AppError.notFound();
  const tables: Table[] = [];
  if (municipalityId === null && regionId !== null && kind !== "organisations" && kind !== "people") tables.push(tableOf(t, "municipalities", (await units.findExportedMunicipalities(db, regionId)).map((one) => ({ ...one, code: one.oktmo, kind: wordOf(t, one.kind), timeZone: zoneOf(locale, one.timeZone) }))));
  const of = municipalityId === null ? { regionId: regionId ?? "" } : { municipalityId };
  if (kind === "people") tables.push(await peopleTable(reader, t, of));
  if (kind === null || kind === "organisations") {
    const rows = await units.findExportedOrganisations(db, of);
    tables.push(tableOf(t, "organisations", rows.map((one) => ({ ...one, code: one.oktmo, kind: wordOf(t, one.kind) })), ["region"]));
  }
  return { fileName: "directory", tables };
}

/** Telephones and the groups' directions are there to be read: the import changes neither. */
async function peopleTable({ db, actor, now, locale }: Reader, t: Words, of: { readonly regionId: string } | { readonly municipalityId: string }): Promise<Table> {
  const found = await people.findExportedPeople(db, visible(policy, actor, "appoint"), of, now);
  const words = { role: translate(locale, { ru: accessRu.access.roles, en: accessEn.access.roles }) as Words, act: translate(locale, { ru: ru.act.kinds, en: en.act.kinds }) as Words };
  const rows = found.map(({ oktmo, timeZone, role, actKind, actNumber, actDate, startsAt, endsAt, ...one }) => {
    const isWhole = actKind !== null && actNumber !== null && actDate !== null;
    const act = isWhole ? { actKind: words.act(actKind), actNumber, actDate } : { actKind: null, actNumber: null, actDate: null };
    // an end is not included in an appointment, and is in a table
    return { ...one, ...act, code: oktmo, role: words.role(role), startsOn: plainDateIn(timeZone, startsAt), endsOn: endsAt && plainDateIn(timeZone, new Date(endsAt.getTime() - 1)) };
  });
  const looked = [...new Set(found.map(({ personId }) => personId))].filter((id) => id !== actor.personId);
  const role = actingRole(policy, actor, "appoint", { personId: null, unitId: null, municipalityId: "municipalityId" in of ? of.municipalityId : null, linkedBodyIds: [], role: "responsiblePerson" });
  if (actor.personId !== null && looked.length > 0) await insertLooks(db, looked, { byId: actor.personId, role: role ?? "person", what: "directory" }, now);
  return tableOf(t, "people", rows, ["region", "fullName"], ["phone", "directions"]);
}

/** As the forms call it; one that they don't know as it is. */
function zoneOf(locale: Context["locale"], zone: string | null): string | null {
  const words: Readonly<Record<string, string>> = locale === "en" ? en.admin.zones : ru.admin.zones;
  return zone === null ? null : (words[zone.replace("/", "_")] ?? zone);
}

function wordOf(t: Words, kind: string | null): string | null {
  return kind === null || !Object.hasOwn(ru.directory.kindWords, kind) ? null : t(`kindWords.${kind}`);
}

function tableOf(t: Words, kind: SheetKind, rows: readonly Readonly<Record<string, string | number | null>>[], without: readonly string[] = [], beside: readonly string[] = []): Table {
  const fields = [...(fieldsOf[kind] as readonly string[]).filter((field) => !without.includes(field)), ...beside];
  const columns = fields.map((field): TableColumn => ({ header: t(`columns.${kind}.${field}`), kind: numbers.includes(field) ? "number" : days.includes(field) ? "date" : "text", ...(field === "name" ? { width: 50 } : {}) }));
  return { name: t(`kinds.${kind}`), columns, rows: rows.map((row) => fields.map((field) => row[field] ?? null)) };
}
