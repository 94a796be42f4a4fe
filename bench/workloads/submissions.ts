import { setTimeout as wait } from "node:timers/promises";
import superjson from "superjson";
import { makeDrafts } from "../drafts";
import type { Scene } from "../scene";
import type { Prepared, Workload } from "./workload";

/** Each request submits another draft; the bare server writes the same rows. */
const submit = (concurrency: number, most: number): Workload => ({
  name: `submit-${concurrency}`,
  title: `Подача инициативы, одновременно ${concurrency}`,
  concurrency,
  most,
  mark: 8,
  prepare: async (scene: Scene): Promise<Prepared> => {
    const cookies = new Map(scene.residents.map(({ personId, cookie }) => [personId, cookie]));
    const json = { "content-type": "application/json" };
    // each connection asks for one request ahead of time
    const drafts = async () => (await makeDrafts(scene.database, scene.residents, most + concurrency * 4)).values();
    const take = (left: Awaited<ReturnType<typeof drafts>>) => {
      const { value, done } = left.next();
      if (done) throw new Error("черновики кончились");
      return value;
    };
    return await Promise.resolve({
      ours: async () => {
        const left = await drafts();
        return {
          origin: scene.ours,
          next: () => {
            const { id, authorId } = take(left);
            return { method: "POST", path: "/api/trpc/initiative.submit", headers: { ...json, cookie: cookies.get(authorId) ?? "" }, body: superjson.stringify({ draftId: id, version: 1 }) };
          },
          accepts: (body) => body.includes('"ok":true'),
        };
      },
      bare: async () => {
        const left = await drafts();
        return { origin: scene.bare, next: () => ({ method: "POST", path: "/submit", headers: json, body: JSON.stringify(take(left)) }), accepts: (body) => body.includes('"ok":true') };
      },
      settle: async () => await settle(scene),
    });
  },
});

/** Messages to the authors go out after the commit: the other side is not to be measured meanwhile. */
async function settle({ database }: Scene): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ waiting: boolean }>(`SELECT EXISTS (SELECT 1 FROM "Event" WHERE "dispatchedAt" IS NULL AND attempts = 0) AS waiting`);
    if (rows[0]?.waiting !== true) break;
    await wait(200);
  }
  await database.query(`DELETE FROM "InitiativeDraft" WHERE content->>'title' LIKE 'Осветить улицу у дома %'`);
  await database.query("CHECKPOINT");
}

export const submissions: readonly Workload[] = [submit(1, 600), submit(16, 1_500), submit(64, 1_500)];
