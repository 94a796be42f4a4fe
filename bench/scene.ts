import type pg from "pg";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { signIn, signInResidents, type Member } from "./crew";
import type { Installation } from "./installation";
import type { Options } from "./options";

/** What the workloads need to know of the database, and who is signed in. */
export interface Scene extends Installation {
  readonly options: Options;
  readonly database: pg.Client;
  readonly marathonId: string;
  readonly beganAt: Date;
  readonly residents: readonly Member[];
  /** Cookie header of the council of this region */
  readonly council: string;
  readonly regionId: string;
  readonly words: Words;
}

export interface Words {
  readonly frequent: readonly string[];
  readonly middling: readonly string[];
  readonly rare: readonly string[];
}

const residentsSignedIn = 64;

export async function setScene(installation: Installation, options: Options, database: pg.Client): Promise<Scene> {
  const { rows } = await database.query<{ marathonId: string; beganAt: Date; regionId: string }>(
    `SELECT m.id AS "marathonId", m."startsOn"::timestamptz AS "beganAt", a."unitId" AS "regionId"
     FROM "Marathon" m, "Contact" c JOIN "Appointment" a ON a."personId" = c."personId" AND a.role = 'councilStaff'
     WHERE c.value = 'council@demo.example' ORDER BY m."startsOn" DESC LIMIT 1`,
  );
  const [found] = rows;
  if (!found) throw new Error("В демонстрации нет марафона или совета.");
  return {
    ...installation, ...found, options, database,
    residents: await signInResidents(installation.databaseUrl, installation.ours, residentsSignedIn),
    council: await signIn(installation.ours, "council@demo.example"),
    words: await findWords(database, found.marathonId),
  };
}

/** Frequent: in a fifth of the initiatives and more. Middling: in one or two of a hundred. Rare: in one or two of all. */
async function findWords(database: pg.Client, marathonId: string): Promise<Words> {
  const isPublic = `"marathonId" = '${marathonId}' AND status = ANY ('{${publicInitiativeStatuses.join(",")}}'::"InitiativeStatus"[])`;
  const known = await database.query<{ word: string; share: number }>(
    `SELECT word, w.initiatives / s.initiatives::float8 AS share FROM "SearchWord" w, "SearchState" s WHERE word ~ '^[а-я]{5,}$' AND s.initiatives > 0 ORDER BY w.initiatives DESC, word`,
  );
  const invented = await database.query<{ word: string }>(`SELECT substring(essence FROM 'Место у нас называют ([а-яё]+)\\.') AS word FROM "Initiative" WHERE ${isPublic} AND essence LIKE '%Место у нас называют %' ORDER BY id LIMIT 40`);
  const between = (low: number, high: number) => known.rows.filter(({ share }) => share >= low && share <= high).map(({ word }) => word).slice(0, 20);
  const words = { frequent: between(0.2, 1), middling: between(0.01, 0.02), rare: invented.rows.map(({ word }) => word) };
  for (const [kind, found] of Object.entries(words)) if (found.length === 0) throw new Error(`Для поиска не нашлось слов: ${kind}`);
  return words;
}

/** Takes them in turn, again and again. */
export function inTurn<T>(values: readonly T[]): () => T {
  let at = -1;
  return () => {
    at = (at + 1) % values.length;
    return values[at] as T;
  };
}
