import { z } from "zod";
import type { Visible } from "@/access/policy";
import type { Role } from "@/access/roles";
import type { TermUnit } from "@/features/regulation/schema";
import type { Db } from "@/platform/db/client";
import { compileSql } from "@/platform/db/compile-sql";
import { column, queryRow, queryRows, sql } from "@/platform/db/sql";
import { AppError } from "@/shared/errors/app-error";
import { draftColumns } from "../../drafts/server/facts";
import { draftContent, type InitiativeFields } from "../../schema";
import { lateStates, type LateState } from "../schema";

const submissionRow = z.object({
  content: draftContent,
  version: column.int,
  authorId: z.string().nullable(),
  helperId: z.string().nullable(),
  helperUnitId: z.string().nullable(),
  posterLinkId: z.string().nullable(),
  marathonId: z.string(),
  slug: z.string(),
  startsOn: column.day,
  endsOn: column.day,
  closingEndsOn: column.day,
  timeZone: z.string(),
  /** the municipality exists and takes part in the marathon */
  municipalityFits: z.boolean(),
  /** the direction is one of the marathon or of the municipality */
  directionFits: z.boolean(),
  /** the organisation exists, in the municipality of the place or in that of the author, or is the author's, the helper's or the poster's */
  organisationFits: z.boolean(),
  consideringId: z.string().nullable(),
  isConfirmed: z.boolean(),
  isJoined: z.boolean(),
  publishesName: z.boolean(),
  appealsOffered: z.boolean(),
  /** the author directs the organisation; asked only where they say so */
  isDirector: z.boolean(),
  /** the key question is asked there now; asked only where one is answered */
  questionFits: z.boolean(),
});
export type Submission = z.infer<typeof submissionRow>;

/** Who speaks for an organisation: an address, no right. */
const representing: Role = "director";

/** Everything that is needed to decide whether the draft may be submitted, and whose row it will be: one query. */
export async function findSubmission(db: Db, draftId: string, may: Visible<"draft">, now: Date): Promise<Submission | null> {
  const query = sql`
    select d."content", d."version", d."authorId", d."helperId", d."helperUnitId", d."posterLinkId", d."marathonId",
      m."slug", m."startsOn"::text, m."endsOn"::text, m."closingEndsOn"::text,
      coalesce(u."timeZone", region."timeZone", 'Europe/Moscow') as "timeZone",
      taking."municipalityId" is not null as "municipalityFits", direction."id" is not null as "directionFits", o."id" is not null as "organisationFits",
      b."id" as "consideringId",
      coalesce(p."assurance" <> 'selfDeclared', false) as "isConfirmed", r."id" is not null as "isJoined",
      exists (select 1 from "Consent" c join "ConsentDocument" cd on cd."id" = c."documentId"
              where c."personId" = d."authorId" and cd."purpose" = 'publishName' and c."withdrawnAt" is null) as "publishesName", m."appealsOffered",
      case when (d."content"->>'fromOrganisation')::boolean then exists (select 1 from "Appointment" a
        where a."personId" = d."authorId" and a."unitId" = o."id" and a."role"::text = ${representing}::text and a."startsAt" <= ${now} and (a."endsAt" is null or a."endsAt" > ${now})) else false end as "isDirector",
      case when d."content"->>'keyQuestionId' is not null then exists (select 1 from "KeyQuestion" k
        where k."id" = (d."content"->>'keyQuestionId')::uuid and k."marathonId" = m."id" and k."municipalityId" = u."id" and k."closedAt" is null) else true end as "questionFits"
    from "InitiativeDraft" d
    join "Marathon" m on m."id" = d."marathonId"
    left join "Person" p on p."id" = d."authorId" and p."erasedAt" is null and p."mergedIntoId" is null
    left join "Registration" r on r."marathonId" = m."id" and r."personId" = p."id"
    left join "Unit" u on u."id" = (d."content"->>'municipalityId')::uuid and u."kind" = 'municipality' and u."endedAt" is null
    left join "Unit" region on region."id" = u."regionId"
    left join "Participation" taking on taking."marathonId" = m."id" and taking."municipalityId" = u."id"
    left join "Direction" direction on direction."id" = (d."content"->>'directionId')::uuid and direction."marathonId" = m."id"
      and (direction."municipalityId" is null or direction."municipalityId" = u."id") and direction."retiredAt" is null
    left join "BodyDirection" bd on bd."municipalityId" = u."id" and bd."directionId" = direction."id"
    left join "Body" b on b."id" = bd."bodyId" and b."marathonId" = m."id" and b."endedAt" is null
    left join "PosterLink" l on l."id" = d."posterLinkId"
    left join "Unit" o on o."id" = (d."content"->>'organisationId')::uuid and o."kind" = 'organisation' and o."endedAt" is null
      and (o."municipalityId" in (u."id", r."municipalityId") or o."id" in (r."organisationId", d."helperUnitId", l."organisationId"))
    where d."id" = ${draftId}::uuid and ${compileSql(may.filter, draftColumns)}`;
  // planning so many joins costs more than walking them
  return await queryRow(db, submissionRow, query, { prepareAs: "submission" });
}

export interface NewInitiative extends Omit<InitiativeFields, "organisationId"> {
  readonly draftId: string;
  readonly draftVersion: number;
  readonly eventId: string;
  readonly marathonId: string;
  readonly consideringId: string | null;
  readonly originatingId: string | null;
  readonly authorId: string;
  readonly helperId: string | null;
  readonly helperUnitId: string | null;
  readonly posterLinkId: string | null;
  readonly namePublished: boolean;
  /** written by the person on paper: on which day, and in which file the sheet with the signature is kept */
  readonly takenAt: Date | null;
  readonly paperCase: string | null;
  readonly scanId: string | null;
  readonly submittedAt: Date;
  readonly dueAt: Date;
  readonly appealDueAt: Date | null;
  readonly termUnit: TermUnit;
  readonly byId: string;
  readonly byRole: string;
}

/**
 * The draft becomes an initiative of the same id with its first event: one statement, one round trip. Out: its number;
 * null when the draft isn't there in this version any more.
 */
export async function turnDraftIntoInitiative(db: Db, made: NewInitiative, may: Visible<"draft">): Promise<number | null> {
  const row = await queryRow(db, z.object({ number: column.int }), sql`
    with gone as (
      delete from "InitiativeDraft" d where d."id" = ${made.draftId}::uuid and d."version" = ${made.draftVersion}::int and ${compileSql(may.filter, draftColumns)}
      returning d."id"
    ), made as (
      insert into "Initiative" ("id", "marathonId", "municipalityId", "consideringId", "originatingId", "directionId", "authorId", "helperId",
        "hiddenFromOrganisation", "namePublished", "initiatorKind", "collective", "title", "essence", "expectedResult", "placeText", "longitude", "latitude", "fromOrganisation", "isAppeal", "keyQuestionId",
        "status", "posterLinkId", "takenAt", "scanId", "submittedAt", "dueAt", "appealDueAt", "termUnit", "updatedAt")
      select gone."id", ${made.marathonId}::uuid, ${made.municipalityId}::uuid, ${made.consideringId}::uuid, ${made.originatingId}::uuid, ${made.directionId}::uuid,
        ${made.authorId}::uuid, ${made.helperId}::uuid, ${made.hiddenFromOrganisation}::boolean, ${made.namePublished}::boolean,
        ${made.initiatorKind}::"InitiatorKind", ${made.collective}::boolean, ${made.title}, ${made.essence}, ${made.expectedResult}, ${made.placeText}, ${made.longitude}::float8, ${made.latitude}::float8, ${made.fromOrganisation}::boolean, ${made.isAppeal}::boolean, ${made.keyQuestionId}::uuid,
        'submitted', ${made.posterLinkId}::uuid, ${made.takenAt}, ${made.scanId}::uuid, ${made.submittedAt}, ${made.dueAt}, ${made.appealDueAt}::timestamptz, ${made.termUnit}::"TermUnit", ${made.submittedAt}
      from gone returning "id", "number"
    ), said as (
      insert into "InitiativeEvent" ("id", "initiativeId", "kind", "visibility", "byId", "byRole", "toStatus", "data", "at")
      select ${made.eventId}::uuid, made."id", 'submitted', 'public', ${made.byId}::uuid, ${made.byRole}, 'submitted',
        ${made.helperUnitId === null ? null : JSON.stringify({ helperUnitId: made.helperUnitId, ...(made.paperCase === null ? {} : { paperCase: made.paperCase }) })}::jsonb, ${made.submittedAt}
      from made
    )
    select "number" from made`, { prepareAs: "submit" });
  return row?.number ?? null;
}

const submittedRow = z.object({ number: column.int, slug: z.string() });

/** The initiative that the draft has become, for its author and helper. */
export async function findSubmitted(db: Db, draftId: string, personId: string): Promise<z.infer<typeof submittedRow> | null> {
  return await queryRow(db, submittedRow, sql`
    select i."number", m."slug" from "Initiative" i join "Marathon" m on m."id" = i."marathonId"
    where i."id" = ${draftId}::uuid and ${personId}::uuid in (i."authorId", i."helperId")`);
}

export interface NewLateSheet {
  readonly draftId: string;
  readonly takenAt: Date;
  readonly paperCase: string;
  readonly scanId: string | null;
  readonly municipalityId: string;
  readonly may: Visible<"draft">;
  readonly now: Date;
}

/** The draft becomes a late sheet of the same id. */
export async function insertLateSheet(db: Db, { draftId, takenAt, paperCase, scanId, municipalityId, may, now }: NewLateSheet): Promise<void> {
  const row = await queryRow(db, z.object({ id: z.string() }), sql`
    with gone as (
      delete from "InitiativeDraft" d where d."id" = ${draftId}::uuid and ${compileSql(may.filter, draftColumns)} returning d."id", d."marathonId", d."authorId", d."helperId", d."helperUnitId", d."content"
    )
    insert into "LateSheet" ("id", "marathonId", "municipalityId", "organisationId", "authorId", "helperId", "content", "paperCase", "scanId", "takenAt", "arrivedAt")
    select gone."id", gone."marathonId", ${municipalityId}::uuid, gone."helperUnitId", gone."authorId", gone."helperId", gone."content", ${paperCase}, ${scanId}::uuid, ${takenAt}, ${now} from gone returning "id"`);
  if (!row) throw AppError.notFound();
}

/** What has become of a sheet that came late, for its author and helper. */
export async function findLateState(db: Db, id: string, personId: string): Promise<LateState | null> {
  const row = await queryRow(db, z.object({ state: z.enum(lateStates) }), sql`select "state"::text from "LateSheet" where "id" = ${id}::uuid and ${personId}::uuid in ("authorId", "helperId")`);
  return row?.state ?? null;
}

const takenRow = z.object({ id: z.string(), number: column.int.nullable(), slug: z.string().nullable(), isMine: z.boolean() });

/** Which of these ids are initiatives already, or wait as late sheets; did the person help with them or write them? */
export async function findTaken(db: Db, ids: readonly string[], personId: string): Promise<z.infer<typeof takenRow>[]> {
  return await queryRows(db, takenRow, sql`
    select i."id", i."number", m."slug", coalesce(${personId}::uuid in (i."authorId", i."helperId"), false) as "isMine" from "Initiative" i join "Marathon" m on m."id" = i."marathonId"
    where i."id" = any(${[...ids]}::uuid[])
    union all select l."id", null, null, false from "LateSheet" l where l."id" = any(${[...ids]}::uuid[]) and l."state" <> 'accepted'`);
}
