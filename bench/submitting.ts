import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { newId } from "@/shared/ids/id";
import { CallFailed, mutate, type Member } from "./crew";

/** What a person was told: this draft is an initiative of this number. */
export interface Acknowledged {
  readonly id: string;
  readonly number: number;
  readonly authorId: string;
}

export interface Writer extends Member {
  readonly directionId: string;
}

/** Each with a direction that has a working group in their municipality. */
export async function withDirections(databaseUrl: string, members: readonly Member[]): Promise<Writer[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ municipalityId: string; directionId: string }>(
    `SELECT DISTINCT ON (b."municipalityId") b."municipalityId", b."directionId" FROM "BodyDirection" b JOIN "Direction" d ON d.id = b."directionId"
     WHERE d."marathonId" = (SELECT id FROM "Marathon" ORDER BY "startsOn" DESC LIMIT 1) ORDER BY b."municipalityId", d.position`,
  );
  await client.end();
  const directions = new Map(rows.map((row) => [row.municipalityId, row.directionId]));
  return members.flatMap((member) => {
    const directionId = directions.get(member.municipalityId);
    return directionId === undefined ? [] : [{ ...member, directionId }];
  });
}

interface Wish {
  readonly origin: string;
  readonly writer: Writer;
  /** part of the title */
  readonly serial: number;
}

/**
 * Writes a draft and submits it as a patient person does: whenever the connection is lost or the server is down, the same
 * request once more, until there is an answer. Any other refusal is thrown. In: how many times the same is asked at once.
 */
export async function submitPatiently({ origin, writer, serial }: Wish, atOnce = 1): Promise<Acknowledged> {
  const { cookie, personId, municipalityId, directionId } = writer;
  const id = newId();
  const content = {
    title: `Поставить скамейки у дома ${serial}`, essence: "Пожилым людям негде отдохнуть по дороге в поликлинику, а идти туда полчаса.", expectedResult: "Скамейки стоят через каждые двести метров.",
    municipalityId, directionId, initiatorKind: "pensioner",
  };
  await patiently(async () => await mutate({ origin, cookie, procedure: "draft.start", input: { id, content } }));
  const [number, ...others] = await Promise.all(Array.from({ length: atOnce }, async () => await submitAgain(origin, cookie, id)));
  if (number === undefined || others.some((other) => other !== number)) throw new Error(`одному черновику сказаны разные номера: ${[number, ...others].join(", ")}`);
  return { id, number, authorId: personId };
}

/** Out: the number that the person is told. */
export async function submitAgain(origin: string, cookie: string, draftId: string): Promise<number> {
  const answer = await patiently(async () => await mutate<{ ok: boolean; number: number }>({ origin, cookie, procedure: "initiative.submit", input: { draftId, version: 1 } }));
  if (!answer.ok) throw new Error(`подача не принята: ${JSON.stringify(answer)}`);
  return answer.number;
}

const patienceMs = 120_000;

async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + patienceMs; ; await wait(20 + Math.random() * 80)) {
    try {
      return await ask();
    } catch (error) {
      const isDown = error instanceof CallFailed ? error.status >= 500 : error instanceof TypeError || error instanceof SyntaxError || (error as Error).name === "TimeoutError";
      if (!isDown || Date.now() > until) throw error;
    }
  }
}
