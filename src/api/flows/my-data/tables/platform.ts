import { executeSql, sql } from "@/platform/db/sql";
import type { DataTable } from "../table";

const idempotencyKey: DataTable = {
  table: "IdempotencyKey",
  columns: { owner: "deleted", procedure: "nobody", key: "deleted", inputHash: "deleted", result: "deleted" },
  because: "answers to repeated clicks, kept for two days: nothing that does not stand elsewhere in the file",
  // staff's answers may name the person: «such a one is registered already»
  erase: async (db, { ids }) => await executeSql(db, sql`
    delete from "IdempotencyKey" k where k."owner" = any(${ids.map((id) => `person:${id}`)}::text[])
      or exists (select 1 from unnest(${ids}::text[]) as one(id) where strpos(k."result"::text, one.id) > 0)`),
};

const nobody = (because: string, table: string, ...columns: string[]): DataTable => ({ table, because, columns: Object.fromEntries(columns.map((name) => [name, "nobody" as const])) });
/** Acts of somebody in a post: they are the municipality's, and stay under an id that has no name any more. */
const acts = (table: string, ids: readonly string[], ...words: string[]): DataTable => ({
  table, because: "acts of a post", columns: Object.fromEntries([...ids.map((name) => [name, "nameless" as const]), ...words.map((name) => [name, "nobody" as const])]),
});

export const platformTables: readonly DataTable[] = [
  idempotencyKey,
  { table: "Event", columns: { type: "nobody", payload: "nameless", actorId: "nameless", lastError: "nobody" }, because: "ids alone, for a month (platform/housekeeping.ts)" },
  nobody("the installation itself", "Installation", "id", "firstRunCodeHash"),
  nobody("figures: a registration or an initiative by its id", "LedgerEntry"),
  nobody("figures", "LedgerTotal"),
  nobody("counts beside the catalogue's filters", "InitiativeFacetDelta"),
  nobody("counts beside the catalogue's filters", "InitiativeFacet", "status"),
  nobody("the tree of units", "Unit", "name", "shortName", "nameGenitive", "namePrepositional", "oktmo", "oktmoCheckDigit", "timeZone", "headTitle", "organisationKind", "address", "phone"),
  nobody("the tree of units", "UnitVersion", "name", "shortName", "oktmo", "reason"),
  nobody("the tree of units", "UnitSuccession"),
  acts("UnitChange", ["decidedById", "recalledById"], "reason", "actNumber", "decision", "refusal"),
  acts("Boundary", ["importedById"], "geometry", "attribution"),
  nobody("settings of a round", "Marathon", "slug", "name"),
  nobody("settings of a round", "Direction", "key", "name", "nameEn"),
  nobody("settings of a municipality", "Participation", "hotlinePhone", "hotlineHours"),
  nobody("bodies of a round", "Body", "name"),
  nobody("bodies of a round", "BodyDirection"),
  nobody("bodies of a round", "OrganisationLink"),
  acts("KeyQuestion", ["publishedById"], "text", "explanation"),
  acts("PosterLink", ["createdById"], "code", "label"),
  acts("RegulationEdition", ["setById"]),
  nobody("terms of a marathon", "RegulationTerm", "basis"),
  acts("WorkSchedule", ["setById"], "week", "lunch", "reason"),
  nobody("terms that ran out: an initiative or a question by its id", "MissedTerm"),
  acts("DirectoryImport", ["byId"], "fileName", "file", "decisions", "problem", "preview", "hash"),
  acts("Target", ["setById"]),
  acts("Checkpoint", ["createdById"], "name"),
  acts("CheckpointFigure", ["approvedById", "notedById"]),
];
