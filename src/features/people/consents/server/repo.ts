import * as z from "zod";
import type { Db } from "@/platform/db/client";
import { column, executeSql, queryRow, queryRows, sql } from "@/platform/db/sql";
import { newId } from "@/shared/ids/id";
import { consentPurposeField, type ConsentPurpose } from "../../schema";
import type { DraftFields } from "../schema";

const fields = { title: true, text: true, operator: true, operatorAddress: true, operatorInn: true, operatorOgrn: true, operatorContact: true, asksAnew: true } as const;

export async function listDrafts(db: Db) {
  return await db.consentDraft.findMany({ select: { ...fields, purpose: true, version: true, updatedAt: true } });
}

const agreedRow = z.object({ documentId: z.string(), agreed: column.int });

/** Newest first, with how many people stand by each. */
export async function listPublished(db: Db) {
  const rows = await db.consentDocument.findMany({ select: { ...fields, id: true, purpose: true, version: true, publishedAt: true }, orderBy: { version: "desc" } });
  const counts = await queryRows(db, agreedRow, sql`select "documentId", count(distinct "personId") as "agreed" from "Consent" where "withdrawnAt" is null group by 1`);
  const agreed = new Map(counts.map((one) => [one.documentId, one.agreed]));
  return rows.map((row) => ({ ...row, agreed: agreed.get(row.id) ?? 0 }));
}

/** Of two who write or publish the same text one waits. */
export async function lockPurpose(db: Db, purpose: ConsentPurpose): Promise<void> {
  await executeSql(db, sql`select pg_advisory_xact_lock(hashtextextended(${`consent:${purpose}`}, 0))`);
}

export async function findDraft(db: Db, purpose: ConsentPurpose) {
  return await db.consentDraft.findUnique({ where: { purpose }, select: { ...fields, version: true } });
}

export async function saveDraft(db: Db, purpose: ConsentPurpose, draft: DraftFields, version: number, updatedById: string, now: Date): Promise<void> {
  const data = { ...draft, version, updatedById, updatedAt: now };
  await db.consentDraft.upsert({ where: { purpose }, create: { purpose, ...data }, update: data, select: { purpose: true } });
}

/** The draft becomes the next version; out: which. */
export async function publish(db: Db, purpose: ConsentPurpose, draft: DraftFields, publishedById: string, now: Date): Promise<number> {
  const newest = await db.consentDocument.aggregate({ where: { purpose }, _max: { version: true } });
  const version = (newest._max.version ?? 0) + 1;
  const { title, text, operator, operatorAddress, operatorInn, operatorOgrn, operatorContact, asksAnew } = draft;
  await db.consentDocument.create({ data: { id: newId(now), purpose, version, title, text, operator, operatorAddress, operatorInn, operatorOgrn, operatorContact, asksAnew, publishedById, publishedAt: now }, select: { id: true } });
  await db.consentDraft.delete({ where: { purpose }, select: { purpose: true } });
  return version;
}

const standingRow = z.object({ purpose: consentPurposeField, agreed: column.int });

/** The newest version of each purpose that the person has agreed to and not withdrawn. */
export async function findAgreed(db: Db, personId: string): Promise<z.infer<typeof standingRow>[]> {
  return await queryRows(db, standingRow, sql`
    select d."purpose"::text as "purpose", max(d."version") as "agreed" from "Consent" c join "ConsentDocument" d on d."id" = c."documentId"
    where c."personId" = ${personId}::uuid and c."withdrawnAt" is null group by 1`);
}

const versionRow = z.object({ version: column.int, asksAnew: z.boolean() });

export async function listVersions(db: Db, purpose: ConsentPurpose): Promise<z.infer<typeof versionRow>[]> {
  return await queryRows(db, versionRow, sql`select "version", "asksAnew" from "ConsentDocument" where "purpose"::text = ${purpose}`);
}

export async function findPurpose(db: Db, documentId: string): Promise<ConsentPurpose | null> {
  const row = await queryRow(db, z.object({ purpose: consentPurposeField }), sql`select "purpose"::text as "purpose" from "ConsentDocument" where "id" = ${documentId}::uuid`);
  return row?.purpose ?? null;
}
