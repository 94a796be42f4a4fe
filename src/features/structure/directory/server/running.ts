import type { Actor } from "@/access/actor";
import { loadActor } from "@/platform/auth/actor";
import { clock } from "@/platform/clock";
import type { Db } from "@/platform/db/client";
import { transaction } from "@/platform/db/transaction";
import { announce } from "@/platform/events/outbox";
import { log } from "@/platform/log";
import { plainDateIn } from "@/shared/dates/zone";
import { AppError, isAppError } from "@/shared/errors/app-error";
import { currentRound } from "../../administration/server/service";
import { lockTree } from "../../administration/server/repo";
import { appointIn, setActIn } from "../../appointments/server/service";
import { directoryImported } from "../../events";
import { lockEveryStructure, lockStructure } from "../../server/repo";
import { planFile, type Sink } from "./planning";
import * as repo from "./repo";
import { requireScope } from "./scope";
import * as units from "../units/server/repo";

/** Between what a waiting person sees of the progress. */
const progressEveryMs = 400;
const timeoutMs = 15 * 60_000;
/** The zone in which a day begins for names of units. */
const dayZone = "Europe/Moscow";

/** Reads the file and keeps what it would do. A refusal is kept too; a defect is told as one. */
export async function runLooking(importId: string, now: Date): Promise<void> {
  await guarded(importId, "looking", async (found, file) => {
    await transaction(async (db) => {
      const actor = await actorOf(db, found, now);
      const { preview, hash, rows } = await planFile(db, { ...found, file, actor }, now, null, progressOf(importId));
      await repo.finishLooking(db, importId, { preview, hash, rows }, now, clock.now());
    }, { timeout: timeoutMs });
  });
}

/** Writes all of it or nothing, and only what was shown: what would be done now must be what the preview said. */
export async function runWriting(importId: string, now: Date): Promise<void> {
  await guarded(importId, "writing", async (found, file) => {
    await transaction(async (db) => {
      // of two at a time one goes after the other, and the second learns of the first
      await (found.municipalityId === null ? lockTree(db) : lockStructure(db, found.municipalityId));
      if (found.municipalityId === null) await lockEveryStructure(db);
      const actor = await actorOf(db, found, now);
      const { preview, hash, problems } = await planFile(db, { ...found, file, actor }, now, await sinkOf(db, actor, now), progressOf(importId));
      if (hash !== found.hash || problems > 0) throw new AppError("import.changedMeanwhile");
      if (!(await repo.finishWriting(db, importId, preview, clock.now()))) throw new AppError("import.gone");
      await announce(db, directoryImported, { regionIds: preview.regionIds, municipalityId: found.municipalityId }, { at: now, actorId: actor.personId });
    }, { timeout: timeoutMs });
  });
}

async function sinkOf(db: Db, actor: Actor, now: Date): Promise<Sink> {
  const round = await currentRound(db, now);
  const today = plainDateIn(dayZone, now);
  return {
    municipalities: async (rows) => {
      await units.insertMunicipalities(db, rows.filter(({ isNew }) => isNew).map(({ row }) => row), { marathonId: round?.id ?? null, today }, now);
      await units.updateMunicipalities(db, rows.filter(({ isNew }) => !isNew).map(({ row }) => row), today);
    },
    organisations: async (rows) => {
      await units.insertOrganisations(db, rows.filter(({ isNew }) => isNew).map(({ row }) => row), now);
      await units.updateOrganisations(db, rows.filter(({ isNew }) => !isNew).map(({ row }) => row));
    },
    people: async (rows) => {
      for (const one of rows) {
        if (one.kind === "act") {
          await setActIn(db, { actor, now }, one);
          continue;
        }
        const { role, place: _, act, startsOn, endsOn, email, ...names } = one.row;
        await appointIn(db, { actor, now }, { role, seatId: one.seatId, person: email === null ? { by: "code", ...names } : { by: "email", email, ...names }, startsOn, endsOn, act });
      }
    },
  };
}

/** The right is asked anew: it may have ended since the file was sent. */
async function actorOf(db: Db, { byId, municipalityId }: repo.FoundImport, now: Date): Promise<Actor> {
  const sessionVersion = await repo.findSessionVersion(db, byId);
  const actor = await loadActor({ personId: byId, sessionVersion: sessionVersion ?? -1 }, now);
  await requireScope({ db, actor, now }, municipalityId);
  return actor;
}

function progressOf(importId: string): (rows: number) => Promise<void> {
  let last = 0;
  return async (rows) => {
    const at = clock.now().getTime();
    if (at - last < progressEveryMs) return;
    last = at;
    // given up by the person meanwhile: what is written is undone
    if (!(await transaction(async (db) => await repo.setProgress(db, importId, rows, clock.now())))) throw new AppError("import.gone");
  };
}

/** The process ended in the middle: nothing of it was kept, and whoever waits is told. */
export async function tellBrokenOff(importId: string, now: Date): Promise<void> {
  await transaction(async (db) => await repo.fail(db, importId, { code: "import.brokenOff", params: {} }, now));
}

/** A job may come twice: it does its stage only while it stands. */
async function guarded(importId: string, stage: "looking" | "writing", work: (found: repo.FoundImport, file: Uint8Array) => Promise<void>): Promise<void> {
  const { found, file } = await transaction(async (db) => {
    const found = await repo.findImport(db, importId, null);
    return { found, file: found?.state === stage ? await repo.readFile(db, importId) : null };
  });
  if (!found || !file) return;
  try {
    await work(found, file);
  } catch (error) {
    if (!isAppError(error)) log.error({ err: error, importId }, `directory import: ${stage}`);
    const problem = isAppError(error) ? { code: error.code, params: error.params ?? {} } : { code: "request.failed", params: {} };
    await transaction(async (db) => await repo.fail(db, importId, problem, clock.now()));
  }
}
