import type { Pool } from "pg";
import { newId } from "@/shared/ids/id";
import type { ReadyDraft } from "../drafts";

const statement = `
  WITH gone AS (DELETE FROM "InitiativeDraft" WHERE "id" = $1::uuid RETURNING "id"),
  made AS (
    INSERT INTO "Initiative" ("id", "marathonId", "municipalityId", "consideringId", "directionId", "authorId", "hiddenFromOrganisation", "namePublished", "initiatorKind", "collective",
      "title", "essence", "expectedResult", "status", "submittedAt", "dueAt", "updatedAt")
    SELECT gone."id", $2::uuid, $3::uuid, $4::uuid, $5::uuid, $6::uuid, false, false, 'employee', false, $7, $8, $9, 'submitted', $10, $11, $10 FROM gone RETURNING "id", "number"
  ), said AS (
    INSERT INTO "InitiativeEvent" ("id", "initiativeId", "kind", "visibility", "byId", "byRole", "toStatus", "at")
    SELECT $12::uuid, made."id", 'submitted', 'public', $6::uuid, 'person', 'submitted', $10 FROM made
  ), counted AS (
    INSERT INTO "LedgerEntry" ("marathonId", "municipalityId", "directionId", "attribution", "gross", "net", "at", "day", "subjectId")
    SELECT $2::uuid, $3::uuid, $5::uuid, 'resident', 1, 1, $10, $10::timestamptz::date, made."id" FROM made
  ), told AS (
    INSERT INTO "Event" ("type", "payload", "actorId", "at", "dispatchedAt") SELECT 'initiative.submitted', $13::jsonb, $6::uuid, $10, $10 FROM made
  )
  SELECT "number" FROM made`;

/** The rows of a submission, all of them, in one statement and one transaction: nothing is asked, checked or authorised. Out: its number. */
export async function submitBare(pool: Pool, draft: ReadyDraft): Promise<number> {
  const now = new Date();
  const due = new Date(now.getTime() + 5 * 86_400_000);
  const { id, marathonId, municipalityId, consideringId, directionId, authorId, title, essence, expectedResult } = draft;
  const payload = { initiativeId: id, number: 0, marathonId, municipalityId, directionId, originatingId: null, consideringId, handedToId: null, authorId, helperId: null };
  const { rows } = await pool.query<{ number: number }>({
    name: "submit",
    text: statement,
    values: [id, marathonId, municipalityId, consideringId, directionId, authorId, title, essence, expectedResult, now, due, newId(now), JSON.stringify(payload)],
  });
  const [made] = rows;
  if (!made) throw new Error("черновика нет");
  return made.number;
}
