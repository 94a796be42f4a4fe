import { createHash, type Hash } from "node:crypto";
import type { Actor } from "@/access/actor";
import type { Db } from "@/platform/db/client";
import { isFurniture } from "@/platform/tables/headings";
import { openTable } from "@/platform/tables/read-table";
import { RowReader } from "@/platform/tables/row-reader";
import type { Sheet, SourceRow } from "@/platform/tables/source";
import { AppError } from "@/shared/errors/app-error";
import { findHeader, headerDepth, isNote, sheetKinds, type DirectoryField, type Header } from "../columns";
import { Places } from "../places";
import { directoryLimits, type Decisions, type DirectoryPreview } from "../schema";
import { Tally } from "../tally";
import { planMunicipalities, type MunicipalityWrite } from "./plan-municipalities";
import { planOrganisations, type OrganisationWrite } from "./plan-organisations";
import { planPeople, type PersonWrite } from "./plan-people";
import { SeenRows, type Planning, type ReadRow } from "./plan-row";
import * as units from "../units/server/repo";

export interface PlanRequest {
  readonly file: Uint8Array;
  readonly actor: Actor;
  readonly municipalityId: string | null;
  readonly regionId: string | null;
  readonly decisions: Decisions;
}

/** What is done with the rows that are sound, in the order of the file. */
export interface Sink {
  readonly municipalities: (rows: readonly MunicipalityWrite[]) => Promise<void>;
  readonly organisations: (rows: readonly OrganisationWrite[]) => Promise<void>;
  readonly people: (rows: readonly PersonWrite[]) => Promise<void>;
}

export interface Planned {
  readonly preview: DirectoryPreview;
  readonly hash: string;
  readonly rows: number;
  readonly problems: number;
}

const batchSize = 1000;

/**
 * Reads a file from its beginning to its end in batches and says of each row what it would do; with a sink it is done at once.
 * Throws file.*, import.notTable … .tooManyColumns, .columnsMissing, .noRows, .tooManyRows.
 */
export async function planFile(db: Db, { file, actor, municipalityId, regionId, decisions }: PlanRequest, now: Date, sink: Sink | null, report: (rows: number) => Promise<void>): Promise<Planned> {
  const [regions, standing] = [await units.findRegions(db), await units.findPlaces(db)];
  const place = municipalityId === null ? null : (standing.find(({ id }) => id === municipalityId) ?? null);
  if (municipalityId !== null && place === null) throw AppError.notFound();
  const region = regions.find(({ id }) => id === (place?.regionId ?? regionId)) ?? null;
  const hash = createHash("sha256");
  const planning: Planning = {
    db, actor, now, tally: new Tally(), scope: { place, region, decisions }, places: new Places(regions, standing), seen: new SeenRows(), made: new Map(),
    note: ({ sheet, row }, what) => noteTo(hash, [sheet, row, ...what]),
  };
  if (place) planning.tally.region(place.regionId);
  const sheets = await recognise(await openTable(file), place !== null, planning.tally);
  const hasPeople = sheets.some(({ header }) => header.columns.kind === "people");
  for (const kind of sheetKinds) {
    for (const { sheet, header } of sheets.filter(({ header }) => header.columns.kind === kind)) {
      for await (const batch of batchesOf(sheet, header, planning.tally)) {
        if (kind === "municipalities") await takeTo(sink?.municipalities, planMunicipalities(planning, batch));
        else if (kind === "organisations") await takeTo(sink?.organisations, await planOrganisations(planning, batch, hasPeople));
        else await takeTo(sink?.people, await planPeople(planning, batch));
        await report(planning.tally.rows);
      }
    }
  }
  if (planning.tally.rows === 0) throw new AppError("import.noRows");
  return { preview: planning.tally.preview(), hash: hash.digest("hex"), rows: planning.tally.rows, problems: planning.tally.problems };
}

async function takeTo<T>(sink: ((rows: readonly T[]) => Promise<void>) | undefined, rows: readonly T[]): Promise<void> {
  if (rows.length > 0) await sink?.(rows);
}

function noteTo(hash: Hash, what: readonly unknown[]): void {
  hash.update(JSON.stringify(what));
}

/** Which sheets list what. A sheet that is none of them is said to be left out; if all are, the file is refused. */
async function recognise(sheets: readonly Sheet[], isOfOnePlace: boolean, tally: Tally): Promise<{ sheet: Sheet; header: Header }[]> {
  const found: { sheet: Sheet; header: Header }[] = [];
  for (const sheet of sheets) {
    const first: SourceRow[] = [];
    for await (const row of sheet.rows()) if (first.push(row) > headerDepth) break;
    const header = findHeader(first, isOfOnePlace);
    if (header) found.push({ sheet, header });
    if (first.length > 0) tally.sheet(sheet.name, header?.columns ?? null);
  }
  if (found.length === 0) throw new AppError("import.noDirectory");
  return found;
}

async function* batchesOf(sheet: Sheet, { columns, row: headerRow }: Header, tally: Tally): AsyncIterable<readonly ReadRow[]> {
  let batch: ReadRow[] = [];
  for await (const { row, cells } of sheet.rows()) {
    if (row <= headerRow) continue;
    tally.rows += 1;
    if (tally.rows > directoryLimits.rows) throw new AppError("import.tooManyRows", { count: directoryLimits.rows });
    if (isFurniture(cells, columns.headings) || isNote(cells, columns)) {
      tally.skip({ sheet: sheet.name, row }, cells);
      continue;
    }
    batch.push({ sheet: sheet.name, columns, row, reader: new RowReader<DirectoryField>(cells, columns.at) });
    if (batch.length < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
