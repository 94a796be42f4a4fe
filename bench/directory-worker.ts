import { readFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import type { Actor } from "@/access/actor";
import type { DirectoryImport } from "@/features/structure/directory/schema";
import { regionNames, writeDirectoryFile } from "./directory-file";

const [task = "", path = "", ...sizes] = process.argv.slice(2);

export interface Imported {
  readonly lookSeconds: number;
  readonly writeSeconds: number;
  /** the most that this process ever held */
  readonly megabytes: number;
  /** how many different figures of progress a waiting person saw */
  readonly steps: number;
  readonly written: { readonly municipalities: number; readonly organisations: number };
  readonly again: unknown;
}

if (task === "make") writeDirectoryFile(path, { municipalities: Number(sizes[0]), organisations: Number(sizes[1]) });
else process.stdout.write(`${JSON.stringify(await importFile())}\n`, () => process.exit(0));

/** The platform's own jobs on an empty country: look, confirm, write; then the same file once more. */
async function importFile(): Promise<Imported> {
  const { db, closeDatabase } = await import("@/platform/db/client");
  const { startJobs, stopJobs } = await import("@/platform/jobs");
  const { loadActor } = await import("@/platform/auth/actor");
  const { visitorOf } = await import("@/platform/trpc/context");
  const { newId } = await import("@/shared/ids/id");
  const { confirm, readImport, upload } = await import("@/features/structure/directory/server/service");
  await import("@/features/structure/directory/server/jobs");
  const countryId = newId();
  await db.unit.create({ data: { id: countryId, kind: "country", name: "Россия", shortName: "Россия", path: [countryId] } });
  for (const name of regionNames) {
    const id = newId();
    await db.unit.create({ data: { id, kind: "region", name, shortName: name, parentId: countryId, regionId: id, timeZone: "Europe/Moscow", path: [countryId, id] } });
  }
  const personId = newId();
  await db.person.create({ data: { id: personId, familyName: "Загрузкин", givenName: "Пётр" } });
  await db.appointment.create({ data: { id: newId(), personId, role: "administrator", unitId: countryId, startsAt: new Date("2020-01-01") } });
  await startJobs();
  const actor: Actor = await loadActor({ personId, sessionVersion: 1 }, new Date());
  const asking = () => ({ actor, db, visitor: visitorOf("v".repeat(43), null), now: new Date() });
  const seen = new Set<number>();
  const settled = async (importId: string): Promise<DirectoryImport> => {
    for (;;) {
      const found = await readImport(asking(), importId);
      if (found.state !== "looking" && found.state !== "writing") return found;
      seen.add(found.doneRows);
      await wait(200);
    }
  };
  const look = async () => await settled((await upload(asking(), readFileSync(path), { municipalityId: null, regionId: null, fileName: "справочник.xlsx" })).importId);
  const begun = performance.now();
  const found = await look();
  const looked = performance.now();
  if (found.state !== "looked") throw new Error(`не прочитано: ${JSON.stringify(found.problem)}`);
  await confirm(asking(), { importId: found.id, hash: found.hash ?? "", key: newId() });
  const written = await settled(found.id);
  const wrote = performance.now();
  if (written.state !== "done") throw new Error(`не записано: ${JSON.stringify(written.problem)} ${JSON.stringify(found.preview?.problems.slice(0, 3))}`);
  const again = await look();
  const [municipalities, organisations] = [await db.unit.count({ where: { kind: "municipality" } }), await db.unit.count({ where: { kind: "organisation" } })];
  await stopJobs();
  await closeDatabase();
  return {
    lookSeconds: (looked - begun) / 1000, writeSeconds: (wrote - looked) / 1000, megabytes: process.resourceUsage().maxRSS / 1024, steps: seen.size,
    written: { municipalities, organisations }, again: again.preview?.counts,
  };
}
