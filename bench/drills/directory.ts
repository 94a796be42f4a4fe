import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { DirectoryImport } from "@/features/structure/directory/schema";
import { newId } from "@/shared/ids/id";
import type { Drill, DrillContext } from "../../scripts/lib/drill-runner.mjs";
import { openPlace, type CrashablePlace } from "../crash/place";
import { mutate, query, signIn } from "../crew";
import { regionNames, writeDirectoryFile } from "../directory-file";
import { childrenOf, watchMemory } from "../memory";

export const title: Drill["title"] = "справочник страны загружается на работающем сервере из одной книги: с ходом работы, быстрее двух минут, весь сервер в пределах 512 МБ; оборванная, прерванная и повторная загрузка не меняют ничего";

const stated = { municipalities: 19_000, organisations: 100_000 };
export const smallScale: Drill["smallScale"] = 0.01;
const most = { seconds: 120, megabytes: 512 };

export const run: Drill["run"] = async (context: DrillContext) => {
  const size: Size = { municipalities: Math.max(20, Math.round(stated.municipalities * context.scale)), organisations: Math.max(100, Math.round(stated.organisations * context.scale)) };
  const isFull = context.scale >= 1;
  const place = await openPlace(context, 0.02);
  try {
    const database = new pg.Client({ connectionString: place.url });
    await database.connect();
    await addRegions(database);
    const before = await countUnits(database);
    const file = path.join(context.folder, "directory.xlsx");
    writeDirectoryFile(file, size);
    context.report(`книга ${(statSync(file).size / 1e6).toFixed(1)} МБ`);
    const imports = importsOf(place, await signIn(place.origin, "administrator@demo.example"));
    const memory = watchMemory(place.serverPid);
    const wrong: string[] = [];
    const expect = (isRight: boolean, what: string) => void (isRight || wrong.push(what));

    const begun = performance.now();
    const looked = await imports.look(file);
    const lookSeconds = (performance.now() - begun) / 1000;
    if (looked.state !== "looked") throw new Error(`не прочитано: ${JSON.stringify(looked.problem)}`);
    context.report(`предпросмотр ${lookSeconds.toFixed(1)} с`);

    await imports.confirm(looked);
    for (const pid of await begunBy(place)) process.kill(pid, "SIGKILL");
    const broken = await imports.settled(looked.id);
    expect(broken.state === "failed" && broken.problem?.code === "import.brokenOff", `об оборванной не сказано: ${broken.state} ${JSON.stringify(broken.problem)}`);
    expect((await countUnits(database)) === before, "оборванная загрузка что-то записала");

    await imports.confirm(await imports.lookAgain(looked.id));
    await begunBy(place);
    await imports.discard(looked.id);
    while (childrenOf(place.serverPid()).length > 0) await wait(20);
    expect((await countUnits(database)) === before, "прерванная загрузка что-то записала");

    const found = await imports.look(file);
    const confirmed = performance.now();
    await imports.confirm(found);
    const written = await imports.settled(found.id);
    const writeSeconds = (performance.now() - confirmed) / 1000;
    expect(written.state === "done", `не записано: ${written.state} ${JSON.stringify(written.problem)}`);
    expect((await countUnits(database)) === before + size.municipalities + size.organisations, "записано не столько");
    context.report(`запись ${writeSeconds.toFixed(1)} с`);
    const again = await imports.look(file);
    expect(JSON.stringify(again.preview?.counts) === JSON.stringify({ municipalities: sameOnly(size.municipalities), organisations: sameOnly(size.organisations), people: sameOnly(0) }), `второй раз ${again.state} ${JSON.stringify(again.preview?.counts ?? again.problem)}`);
    memory.stop();
    if (isFull) wrong.push(...(await crashInTheMiddle(context, place, imports, database, size)));
    await database.end();

    const held = memory.most();
    expect(held === null || held.together <= most.megabytes, `памяти больше ${most.megabytes} МБ`);
    expect(!isFull || lookSeconds + writeSeconds <= most.seconds, `дольше ${most.seconds} с`);
    expect(!isFull || imports.steps() > 5, "хода работы не видно");
    const memoryTold = held === null ? "память измеряется только в Linux" : `память сервера вместе с процессом загрузки до ${Math.round(held.together)} МБ (сервера ${Math.round(held.server)}, загрузки ${Math.round(held.children)})`;
    const result = `муниципальных образований ${size.municipalities}, организаций ${size.organisations}: предпросмотр ${lookSeconds.toFixed(1)} с, запись ${writeSeconds.toFixed(1)} с, ${memoryTold}, отметок хода ${imports.steps()}`;
    return { ok: wrong.length === 0, result: [result, ...wrong].join("; ") };
  } finally {
    await place.stop();
  }
};

interface Size {
  readonly municipalities: number;
  readonly organisations: number;
}

/** The whole server is killed while it writes: nothing half stays, and the next start finishes what was confirmed. */
async function crashInTheMiddle(context: DrillContext, place: CrashablePlace, imports: Imports, database: pg.Client, size: Size): Promise<string[]> {
  const before = await countUnits(database);
  const file = path.join(context.folder, "more.xlsx");
  writeDirectoryFile(file, size, "Лицей");
  const found = await imports.look(file);
  await imports.confirm(found);
  while ((await imports.read(found.id)).doneRows < size.organisations / 2) await wait(100);
  await place.crashServer();
  const half = await countUnits(database);
  context.report("сервер убит посреди записи и запущен снова");
  const resumed = await imports.settled(found.id);
  const after = await countUnits(database);
  return [...(half === before ? [] : ["убитый сервер оставил половину"]), ...(resumed.state === "done" && after === before + size.organisations ? [] : [`после сбоя не дописано: ${resumed.state} ${JSON.stringify(resumed.problem)}`])];
}

type Imports = ReturnType<typeof importsOf>;

/** An administrator's imports, as the page asks for them. */
function importsOf({ origin }: CrashablePlace, cookie: string) {
  const seen = new Set<string>();
  const ask = { origin, cookie };
  const read = async (importId: string) => await query<DirectoryImport>({ ...ask, procedure: "structure.directory.read", input: { importId } });
  const settled = async (importId: string): Promise<DirectoryImport> => {
    for (;;) {
      const found = await read(importId);
      if (found.state !== "looking" && found.state !== "writing") return found;
      seen.add(`${found.state} ${found.doneRows}`);
      await wait(200);
    }
  };
  const look = async (file: string): Promise<DirectoryImport> => {
    const form = new FormData();
    form.set("file", new Blob([readFileSync(file)]), "справочник.xlsx");
    form.set("wish", JSON.stringify({ municipalityId: null, regionId: null, fileName: "справочник.xlsx" }));
    const answer = await fetch(new URL("/directory/upload", origin), { method: "POST", headers: { origin, cookie }, body: form });
    if (!answer.ok) throw new Error(`файл не принят: ${answer.status} ${await answer.text()}`);
    return await settled(((await answer.json()) as { importId: string }).importId);
  };
  return {
    read, settled, look,
    lookAgain: async (importId: string) => {
      await mutate({ ...ask, procedure: "structure.directory.decide", input: { importId, decisions: { all: false, repairs: [] }, key: newId() } });
      return await settled(importId);
    },
    confirm: async ({ id, hash }: DirectoryImport) => await mutate({ ...ask, procedure: "structure.directory.confirm", input: { importId: id, hash, key: newId() } }),
    discard: async (importId: string) => await mutate({ ...ask, procedure: "structure.directory.discard", input: { importId, key: newId() } }),
    steps: () => seen.size,
  };
}

/** The process that does the job, once it is there. */
async function begunBy({ serverPid }: CrashablePlace): Promise<number[]> {
  for (const until = Date.now() + 60_000; Date.now() < until; await wait(5)) {
    const found = childrenOf(serverPid());
    if (found.length > 0) return found;
  }
  throw new Error("процесс загрузки не начался");
}

const countUnits = async (database: pg.Client): Promise<number> => (await database.query<{ n: number }>(`SELECT count(*)::int AS n FROM "Unit"`)).rows[0]?.n ?? 0;

async function addRegions(database: pg.Client): Promise<void> {
  await database.query(
    `INSERT INTO "Unit" ("id", "parentId", "path", "kind", "name", "shortName", "regionId", "timeZone")
     SELECT r.id, c."id", c."path" || r.id, 'region', r.name, r.name, r.id, 'Europe/Moscow' FROM "Unit" c, (SELECT gen_random_uuid() AS id, name FROM unnest($1::text[]) AS name) AS r WHERE c."kind" = 'country'`,
    [regionNames],
  );
}

const sameOnly = (count: number) => ({ new: 0, changed: 0, same: count, problem: 0 });
