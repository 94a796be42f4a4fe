import { nameConsentChanged } from "@/features/people/events";
import type { Db } from "@/platform/db/client";
import { executeSql, rawSql, sql } from "@/platform/db/sql";
import type { EventInfo } from "@/platform/events/event";
import { announce } from "@/platform/events/outbox";
import { movedColumns } from "./merge-people-columns";

export interface Merging {
  readonly survivorId: string;
  readonly mergedId: string;
  readonly info: EventInfo;
}

/** What is moved by more than its column. */
const byHand = ["InitiativeSupport.personId", "InitiativeFollow.personId", "Contact.personId", "Consent.personId", "Registration.personId", "Appointment.personId", "OneTimeToken.personId", "SecondFactor.personId", "RecoveryCode.personId", "SavedFilter.personId", "CoAuthor.personId"];

export async function moveEverything(db: Db, merging: Merging): Promise<void> {
  const { survivorId, mergedId } = merging;
  await moveContacts(db, merging);
  await moveConsents(db, merging);
  await movePosts(db, merging);
  await moveFilters(db, merging);
  for (const column of movedColumns.filter((one) => !byHand.includes(one))) {
    const [table, name] = column.split(".") as [string, string];
    await executeSql(db, sql`update ${rawSql(`"${table}"`)} set ${rawSql(`"${name}"`)} = ${survivorId}::uuid where ${rawSql(`"${name}"`)} = ${mergedId}::uuid`);
  }
  // after the initiatives, so that nobody is left supporting their own
  await moveSupports(db, merging);
  await moveFollows(db, merging);
  await moveCoAuthors(db, merging);
  await moveSecondFactor(db, merging);
  await endSignIn(db, merging);
}

/** The same address on both stays once, confirmed if either was. */
async function moveContacts(db: Db, { survivorId, mergedId }: Merging): Promise<void> {
  await executeSql(db, sql`
    update "Contact" s set "verifiedAt" = m."verifiedAt" from "Contact" m
    where s."personId" = ${survivorId}::uuid and m."personId" = ${mergedId}::uuid and m."kind" = s."kind" and m."value" = s."value" and s."verifiedAt" is null`);
  await executeSql(db, sql`
    delete from "Contact" m using "Contact" s where m."personId" = ${mergedId}::uuid and s."personId" = ${survivorId}::uuid and m."kind" = s."kind" and m."value" = s."value"`);
  await executeSql(db, sql`update "Contact" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid`);
}

/** The survivor's word about the name holds: no name comes to light by merging. The signed paper goes with the consents. */
async function moveConsents(db: Db, { survivorId, mergedId, info }: Merging): Promise<void> {
  const publishing = { purpose: "publishName" } as const;
  const publishes = (await db.consent.count({ where: { personId: survivorId, withdrawnAt: null, document: publishing } })) > 0;
  if (!publishes) {
    const { count } = await db.consent.updateMany({ where: { personId: mergedId, withdrawnAt: null, document: publishing }, data: { withdrawnAt: info.at } });
    await db.initiative.updateMany({ where: { authorId: mergedId, namePublished: true }, data: { namePublished: false } });
    if (count > 0) await announce(db, nameConsentChanged, { personId: mergedId, publishesName: false }, info);
  }
  await db.consent.updateMany({ where: { personId: mergedId }, data: { personId: survivorId } });
  await db.storedFile.updateMany({ where: { kind: "consentScan", ownerId: mergedId }, data: { ownerId: survivorId } });
}

/** Of two filters of one name the survivor's stays. */
async function moveFilters(db: Db, { survivorId, mergedId }: Merging): Promise<void> {
  await executeSql(db, sql`
    delete from "SavedFilter" m using "SavedFilter" s where m."personId" = ${mergedId}::uuid and s."personId" = ${survivorId}::uuid and m."name" = s."name"`);
  await executeSql(db, sql`update "SavedFilter" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid`);
}

/** A post that the survivor holds at the same seat ends; all others, past ones too, are the survivor's. */
async function movePosts(db: Db, { survivorId, mergedId, info: { at } }: Merging): Promise<void> {
  await executeSql(db, sql`
    update "Appointment" m set "endsAt" = greatest(${at}::timestamptz, m."startsAt")
    where m."personId" = ${mergedId}::uuid and (m."endsAt" is null or m."endsAt" > ${at}) and exists (
      select 1 from "Appointment" s where s."personId" = ${survivorId}::uuid and s."role" = m."role" and s."unitId" is not distinct from m."unitId" and s."bodyId" is not distinct from m."bodyId"
        and s."startsAt" <= ${at} and (s."endsAt" is null or s."endsAt" > ${at}))`);
  await executeSql(db, sql`update "Appointment" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid`);
}

/** One person supports an initiative once, and none of their own; its count follows. */
async function moveSupports(db: Db, { survivorId, mergedId }: Merging): Promise<void> {
  await executeSql(db, sql`
    with twice as (
      delete from "InitiativeSupport" m where m."personId" = ${mergedId}::uuid
        and exists (select 1 from "InitiativeSupport" s where s."personId" = ${survivorId}::uuid and s."initiativeId" = m."initiativeId") returning m."initiativeId"
    )
    update "Initiative" i set "supportCount" = i."supportCount" - 1 from twice where i."id" = twice."initiativeId"`);
  await executeSql(db, sql`update "InitiativeSupport" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid`);
  await executeSql(db, sql`
    with own as (
      delete from "InitiativeSupport" s using "Initiative" i where s."personId" = ${survivorId}::uuid and i."id" = s."initiativeId" and i."authorId" = ${survivorId}::uuid returning s."initiativeId"
    )
    update "Initiative" i set "supportCount" = i."supportCount" - 1 from own where i."id" = own."initiativeId"`);
}

/** One person follows an initiative once, and none of their own. */
async function moveFollows(db: Db, { survivorId, mergedId }: Merging): Promise<void> {
  await executeSql(db, sql`
    insert into "InitiativeFollow" ("initiativeId", "personId", "at")
    select f."initiativeId", ${survivorId}::uuid, f."at" from "InitiativeFollow" f join "Initiative" i on i."id" = f."initiativeId"
    where f."personId" = ${mergedId}::uuid and i."authorId" is distinct from ${survivorId}::uuid on conflict do nothing`);
  await executeSql(db, sql`
    delete from "InitiativeFollow" f using "Initiative" i
    where i."id" = f."initiativeId" and (f."personId" = ${mergedId}::uuid or (f."personId" = ${survivorId}::uuid and i."authorId" = ${survivorId}::uuid))`);
}

/** One person is one author of an initiative: of their own they are its author, of another they are named once, where the first of the two stood. */
async function moveCoAuthors(db: Db, { survivorId, mergedId, info: { at } }: Merging): Promise<void> {
  await executeSql(db, sql`
    update "Initiative" i set "coAuthorIds" = case
      when i."authorId" = ${survivorId}::uuid then array_remove(array_remove(i."coAuthorIds", ${mergedId}::uuid), ${survivorId}::uuid)
      when ${survivorId}::uuid = any(i."coAuthorIds") then array_remove(i."coAuthorIds", ${mergedId}::uuid)
      else array_replace(i."coAuthorIds", ${mergedId}::uuid, ${survivorId}::uuid) end
    from "CoAuthor" c where c."initiativeId" = i."id" and c."personId" in (${survivorId}::uuid, ${mergedId}::uuid)`);
  await executeSql(db, sql`update "CoAuthor" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid`);
  // twice agreed, or beside oneself: the later of two is no agreement of its own
  await executeSql(db, sql`
    update "CoAuthor" c set "state" = 'left', "answeredAt" = ${at} from "Initiative" i
    where i."id" = c."initiativeId" and c."personId" = ${survivorId}::uuid and c."state" = 'agreed'
      and (i."authorId" = ${survivorId}::uuid or exists (select 1 from "CoAuthor" o where o."initiativeId" = c."initiativeId" and o."personId" = ${survivorId}::uuid and o."state" = 'agreed' and (o."answeredAt", o."id") < (c."answeredAt", c."id")))`);
}

/** The survivor's own factor holds; where there is none, the merged one's guards the account from now on. Recovery codes are bound to their record. */
async function moveSecondFactor(db: Db, { survivorId, mergedId }: Merging): Promise<void> {
  await executeSql(db, sql`
    update "SecondFactor" set "personId" = ${survivorId}::uuid where "personId" = ${mergedId}::uuid and not exists (select 1 from "SecondFactor" s where s."personId" = ${survivorId}::uuid)`);
  await executeSql(db, sql`delete from "SecondFactor" where "personId" = ${mergedId}::uuid`);
  await executeSql(db, sql`delete from "RecoveryCode" where "personId" = ${mergedId}::uuid`);
}

/** What the survivor lacks comes from the merged one: a password that its owner has proved, a patronymic, a birth date, the surer identity, who registered them. */
async function endSignIn(db: Db, { survivorId, mergedId, info }: Merging): Promise<void> {
  await db.oneTimeToken.updateMany({ where: { personId: mergedId, usedAt: null }, data: { usedAt: info.at } });
  await executeSql(db, sql`
    update "Person" s set
      "passwordHash" = coalesce(s."passwordHash", case when m."assurance" <> 'selfDeclared' then m."passwordHash" end), "patronymic" = coalesce(s."patronymic", m."patronymic"), "birthDate" = coalesce(s."birthDate", m."birthDate"),
      "assurance" = greatest(s."assurance", m."assurance"),
      "registeredAtUnitId" = case when s."registeredById" is null then m."registeredAtUnitId" else s."registeredAtUnitId" end,
      "registeredById" = coalesce(s."registeredById", m."registeredById")
    from "Person" m where s."id" = ${survivorId}::uuid and m."id" = ${mergedId}::uuid`);
  await executeSql(db, sql`update "Person" set "mergedIntoId" = ${survivorId}::uuid, "passwordHash" = null, "sessionVersion" = "sessionVersion" + 1 where "id" = ${mergedId}::uuid`);
  // earlier merges into this one lead to the survivor, too
  await executeSql(db, sql`update "Person" set "mergedIntoId" = ${survivorId}::uuid where "mergedIntoId" = ${mergedId}::uuid`);
}
