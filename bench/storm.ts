import * as z from "zod";
import { figureSums, ledgerRows } from "@/features/indicators/ledger/server/repo";
import { fold, recordMove, recordSubmission } from "@/features/indicators/ledger/server/service";
import type { InitiativeScopes } from "@/features/initiatives/events";
import type { InitiativeStatus } from "@/features/initiatives/lifecycle";
import { closeDatabase, db } from "@/platform/db/client";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { transaction } from "@/platform/db/transaction";
import { newId } from "@/shared/ids/id";
import { chanceOf } from "./chance";

export { closeDatabase };

interface Wish {
  readonly events: number;
  readonly seed: number;
  readonly now: Date;
}

interface Outcome {
  readonly committed: number;
  readonly undone: number;
  readonly folds: number;
  readonly reads: number;
  readonly wrong: readonly string[];
}

const writers = 12;
const folders = 3;
const readers = 2;
const undoneOneIn = 10;

class Undo extends Error {}

/**
 * Many write to the ledger at once, some of them in vain; several fold it; several read it meanwhile. A reader sees at
 * least what was committed before he asked and at most what had begun when he got his answer.
 */
export async function storm({ events, seed, now }: Wish): Promise<Outcome> {
  const chance = chanceOf(seed);
  const places = await findPlaces();
  const marathonId = places[0]?.marathonId ?? "";
  const before = await readSums(marathonId);
  const expected = new Map<string, { gross: number; net: number }>();
  const count = { begun: 0, committed: 0, undone: 0, folds: 0, reads: 0, grossBegun: 0, grossCommitted: 0 };
  const wrong: string[] = [];
  const living: { initiative: InitiativeScopes; status: InitiativeStatus }[] = [];

  const write = async (): Promise<void> => {
    while (count.begun < events) {
      count.begun += 1;
      const moved = chance.whole(0, 2) === 0 ? living.splice(chance.whole(0, living.length - 1), 1)[0] : undefined;
      const place = chance.pick(places);
      const initiative: InitiativeScopes = moved?.initiative ?? {
        initiativeId: newId(now), number: count.begun, ...place, originatingId: null, consideringId: null, handedToId: null, authorId: newId(now), helperId: chance.whole(0, 3) === 0 ? newId(now) : null,
      };
      const isUndone = chance.whole(1, undoneOneIn) === 1;
      const to: InitiativeStatus = moved?.status === "submitted" ? chance.pick(["inConsideration", "withdrawn"] as const) : "notSupported";
      if (!moved) count.grossBegun += 1;
      try {
        await transaction(async (tx) => {
          if (moved) await recordMove(tx, { ...initiative, from: moved.status, to }, now);
          else await recordSubmission(tx, initiative, now);
          if (isUndone) throw new Undo();
        });
      } catch (error) {
        if (!(error instanceof Undo)) throw error;
        count.undone += 1;
        if (moved) living.push(moved);
        continue;
      }
      count.committed += 1;
      if (!moved) count.grossCommitted += 1;
      const sum = expected.get(initiative.municipalityId) ?? { gross: 0, net: 0 };
      expected.set(initiative.municipalityId, { gross: sum.gross + (moved ? 0 : 1), net: sum.net + (moved ? (to === "withdrawn" ? -1 : 0) : 1) });
      if (!moved || to === "inConsideration") living.push({ initiative, status: moved ? to : "submitted" });
    }
  };
  let isOver = false;
  const foldOn = async (): Promise<void> => {
    while (!isOver) {
      await fold();
      count.folds += 1;
    }
  };
  const readOn = async (): Promise<void> => {
    while (!isOver) {
      const least = count.grossCommitted;
      const found = grossOf(await readSums(marathonId)) - grossOf(before);
      count.reads += 1;
      if (found < least || found > count.grossBegun) wrong.push(`прочитано ${found}, а должно быть от ${least} до ${count.grossBegun}`);
    }
  };
  const others = [...Array.from({ length: folders }, foldOn), ...Array.from({ length: readers }, readOn)];
  await Promise.all(Array.from({ length: writers }, write)).finally(() => (isOver = true));
  await Promise.all(others);
  await fold();

  const after = await readSums(marathonId);
  for (const [id, sum] of expected) {
    const [was, is] = [before.get(id), after.get(id)];
    const gained = { gross: (is?.gross ?? 0) - (was?.gross ?? 0), net: (is?.net ?? 0) - (was?.net ?? 0) };
    if (gained.gross !== sum.gross || gained.net !== sum.net) wrong.push(`муниципалитет ${id}: ${JSON.stringify(gained)} вместо ${JSON.stringify(sum)}`);
  }
  const tail = await queryRow(db, z.object({ n: column.int }), sql`select count(*) as "n" from "LedgerEntry" where not "folded"`);
  if (tail?.n !== 0) wrong.push(`не свёрнуто ${tail?.n}`);
  return { committed: count.committed, undone: count.undone, folds: count.folds, reads: count.reads, wrong };
}

const placeRow = z.object({ marathonId: z.string(), municipalityId: z.string(), directionId: z.string() });

/** A few, so that many write to the same cells. */
async function findPlaces(): Promise<z.infer<typeof placeRow>[]> {
  return await queryRows(db, placeRow, sql`
    select b."municipalityId", b."directionId", d."marathonId" from "BodyDirection" b join "Direction" d on d."id" = b."directionId"
    where d."marathonId" = (select "id" from "Marathon" order by "startsOn" desc limit 1) order by b."municipalityId", d."position" limit 24`);
}

type Sums = ReadonlyMap<string, { readonly gross: number; readonly net: number }>;

const sumRow = z.object({ municipalityId: z.string(), gross: column.int, net: column.int });

/** As dashboards read: folded and not yet folded rows together. */
async function readSums(marathonId: string): Promise<Sums> {
  const rows = await queryRows(db, sumRow, sql`select l."municipalityId", ${figureSums} from ${ledgerRows(sql`l."marathonId" = ${marathonId}::uuid`)} l group by 1`);
  return new Map(rows.map(({ municipalityId, gross, net }) => [municipalityId, { gross, net }]));
}

function grossOf(sums: Sums): number {
  return [...sums.values()].reduce((sum, { gross }) => sum + gross, 0);
}
