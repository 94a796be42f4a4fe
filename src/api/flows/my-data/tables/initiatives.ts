import * as z from "zod";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { column, executeSql, queryRows, sql } from "@/platform/db/sql";
import type { DataTable } from "../table";

const word = z.string().transform((name) => ({ word: name }));
const maybe = z.string().nullable();
const isPublic = sql`i."status"::text = any(${[...publicInitiativeStatuses]}::text[])`;

const initiativeRow = z.object({
  number: column.int, title: z.string(), essence: z.string(), expectedResult: z.string(), placeText: maybe, place: maybe, municipality: z.string(), direction: z.string(), organisation: maybe,
  hiddenFromOrganisation: z.boolean(), namePublished: z.boolean(), initiatorKind: word, collective: z.boolean(), status: word, answer: maybe, takenAt: column.instant.nullable(), submittedAt: column.instant, isPublic: z.boolean(),
});

const initiative: DataTable = {
  table: "Initiative",
  columns: {
    authorId: "cleared", coAuthorIds: "cleared", helperId: "nameless", title: "public", essence: "public", expectedResult: "public", placeText: "public",
    answer: "public", answeredById: "nameless", assigneeId: "cleared", signedBy: "public", signedNumber: "public",
  },
  because: "the words of those that are public stay with nobody's name; of the others they are cleared",
  tell: async (db, { ids }) => await queryRows(db, initiativeRow, sql`
    select i."number", i."title", i."essence", i."expectedResult", i."placeText", case when i."latitude" is null then null else concat(i."latitude", ', ', i."longitude") end as "place",
      u."name" as "municipality", d."name" as "direction", o."name" as "organisation", i."hiddenFromOrganisation", i."namePublished",
      i."initiatorKind"::text as "initiatorKind", i."collective", i."status"::text as "status", i."answer", i."takenAt", i."submittedAt", ${isPublic} as "isPublic"
    from "Initiative" i join "Unit" u on u."id" = i."municipalityId" join "Direction" d on d."id" = i."directionId" left join "Unit" o on o."id" = i."originatingId"
    where i."authorId" = any(${ids}::uuid[]) order by i."number"`),
  erase: async (db, { ids, now, words }) => {
    await executeSql(db, sql`
      update "Initiative" set "assigneeId" = null where "assigneeId" = any(${ids}::uuid[])`);
    for (const id of ids) await executeSql(db, sql`
      update "Initiative" i set "coAuthorIds" = array_remove(i."coAuthorIds", ${id}::uuid) from "CoAuthor" c where c."personId" = ${id}::uuid and i."id" = c."initiativeId"`);
    await executeSql(db, sql`
      update "Initiative" i set "title" = ${words.title}, "essence" = ${words.text}, "expectedResult" = '', "placeText" = null, "longitude" = null, "latitude" = null, "answer" = null
      where i."authorId" = any(${ids}::uuid[]) and not ${isPublic}`);
    return await executeSql(db, sql`
      update "Initiative" i set "authorId" = null, "authorErasedAt" = coalesce(i."authorErasedAt", ${now}), "namePublished" = false, "version" = "version" + 1, "updatedAt" = ${now}
      where i."authorId" = any(${ids}::uuid[])`);
  },
};

const eventRow = z.object({ number: column.int, kind: word, byMe: z.boolean(), text: maybe, at: column.instant });

const initiativeEvent: DataTable = {
  table: "InitiativeEvent",
  columns: { kind: "nobody", byId: "cleared", byRole: "nobody", text: "cleared", data: "cleared" },
  because: "what everybody reads of the course stays; what was said between the author and the group is cleared",
  // the group's own notes are told too: they may be about the person (152-ФЗ ст. 14)
  tell: async (db, { ids }) => await queryRows(db, eventRow, sql`
    select i."number", e."kind", coalesce(e."byId" = any(${ids}::uuid[]), false) as "byMe", e."text", e."at"
    from "InitiativeEvent" e join "Initiative" i on i."id" = e."initiativeId" where i."authorId" = any(${ids}::uuid[]) order by e."at"`),
  erase: async (db, { ids }) => {
    const said = await executeSql(db, sql`
      update "InitiativeEvent" e set "text" = null, "data" = null from "Initiative" i
      where i."id" = e."initiativeId" and i."authorId" = any(${ids}::uuid[]) and (e."visibility" <> 'public' or not ${isPublic}) and (e."text" is not null or (e."data" is not null and e."kind" <> 'submitted'))`);
    return said + (await executeSql(db, sql`update "InitiativeEvent" set "byId" = null where "byId" = any(${ids}::uuid[])`));
  },
};

const draftRow = z.object({ content: z.unknown().transform((content) => JSON.stringify(content, null, 1)), createdAt: column.instant, updatedAt: column.instant });

const initiativeDraft: DataTable = {
  table: "InitiativeDraft",
  columns: { tokenHash: "deleted", authorId: "deleted", helperId: "cleared", content: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, draftRow, sql`select "content", "createdAt", "updatedAt" from "InitiativeDraft" where "authorId" = any(${ids}::uuid[]) order by "createdAt"`),
  erase: async (db, { ids }) =>
    (await executeSql(db, sql`delete from "InitiativeDraft" where "authorId" = any(${ids}::uuid[])`)) +
    (await executeSql(db, sql`update "InitiativeDraft" set "helperId" = null, "helperUnitId" = null where "helperId" = any(${ids}::uuid[])`)),
};

const asText = z.unknown().transform((words) => (words === null ? null : JSON.stringify(words, null, 1)));
const suggestedRow = z.object({ text: asText, answer: asText, content: asText, reason: maybe, at: column.instant });

/** What a coordinator suggested to the author goes with the author's words; of the helper the id goes. */
const draftWording: DataTable = {
  table: "DraftWording",
  columns: { authorId: "deleted", byId: "nameless", original: "deleted", suggested: "deleted", settled: "deleted", note: "deleted" },
  because: "of whoever helped an id without a name stays",
  tell: async (db, { ids }) => await queryRows(db, suggestedRow, sql`select "original" as "text", "suggested" as "answer", "settled" as "content", "note" as "reason", "at" from "DraftWording" where "authorId" = any(${ids}::uuid[]) order by "at"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "DraftWording" where "authorId" = any(${ids}::uuid[])`),
};

const draftShare: DataTable = {
  table: "DraftShare",
  columns: { authorId: "deleted", codeHash: "deleted", takenById: "cleared" },
  because: "a code that is known to its author, and who has taken it: gone with the draft",
  erase: async (db, { ids }) =>
    (await executeSql(db, sql`delete from "DraftShare" where "authorId" = any(${ids}::uuid[])`)) +
    (await executeSql(db, sql`update "DraftShare" set "takenById" = null, "takenUnitId" = null, "takenAt" = null where "takenById" = any(${ids}::uuid[])`)),
};

const supportRow = z.object({ number: column.int, title: z.string(), at: column.instant });

const initiativeSupport: DataTable = {
  table: "InitiativeSupport",
  columns: { personId: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, supportRow, sql`
    select i."number", i."title", s."at" from "InitiativeSupport" s join "Initiative" i on i."id" = s."initiativeId" where s."personId" = any(${ids}::uuid[]) order by s."at"`),
  erase: async (db, { ids }) => await executeSql(db, sql`
    with gone as (delete from "InitiativeSupport" where "personId" = any(${ids}::uuid[]) returning "initiativeId"),
    counted as (select "initiativeId", count(*)::int as "by" from gone group by 1)
    update "Initiative" i set "supportCount" = greatest(0, i."supportCount" - counted."by") from counted where i."id" = counted."initiativeId"`),
};

const initiativeFollow: DataTable = {
  table: "InitiativeFollow",
  columns: { personId: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, supportRow, sql`
    select i."number", i."title", f."at" from "InitiativeFollow" f join "Initiative" i on i."id" = f."initiativeId" where f."personId" = any(${ids}::uuid[]) order by f."at"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "InitiativeFollow" where "personId" = any(${ids}::uuid[])`),
};

const remarkRow = z.object({ number: column.int, kind: word, byMe: z.boolean(), text: maybe, answer: maybe, reason: maybe, at: column.instant });

const initiativeRemark: DataTable = {
  table: "InitiativeRemark",
  columns: { byId: "cleared", text: "public", answer: "public", remark: "deleted", settledById: "nameless" },
  because: "a question that was published with its answer stays with nobody's name; what was not published goes",
  tell: async (db, { ids }) => await queryRows(db, remarkRow, sql`
    select i."number", r."kind"::text as "kind", coalesce(r."byId" = any(${ids}::uuid[]), false) as "byMe", r."text", r."answer", r."remark" as "reason", r."at"
    from "InitiativeRemark" r join "Initiative" i on i."id" = r."initiativeId"
    where r."byId" = any(${ids}::uuid[]) or (i."authorId" = any(${ids}::uuid[]) and r."answer" is not null) order by r."at"`),
  erase: async (db, { ids }) => {
    const gone = await executeSql(db, sql`
      delete from "InitiativeRemark" r using "Initiative" i where i."id" = r."initiativeId" and (r."state" <> 'published' or not ${isPublic})
        and (r."byId" = any(${ids}::uuid[]) or (r."kind" = 'question' and i."authorId" = any(${ids}::uuid[])))`);
    return gone + (await executeSql(db, sql`update "InitiativeRemark" set "byId" = null where "byId" = any(${ids}::uuid[])`));
  },
};

const proposal: DataTable = {
  table: "DecisionProposal",
  columns: { text: "cleared", preparedById: "nameless" },
  because: "a draft of the group's answer: told once it is given",
  erase: async (db, { ids }) => await executeSql(db, sql`
    delete from "DecisionProposal" p using "Initiative" i where i."id" = p."initiativeId" and i."authorId" = any(${ids}::uuid[]) and not ${isPublic}`),
};

const wordingRow = z.object({ number: column.int, title: z.string(), essence: z.string(), expectedResult: z.string(), placeText: maybe, at: column.instant });

const wording: DataTable = {
  table: "InitiativeWording",
  columns: { title: "deleted", essence: "deleted", expectedResult: "deleted", placeText: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, wordingRow, sql`
    select i."number", w."title", w."essence", w."expectedResult", w."placeText", w."replacedAt" as "at" from "InitiativeWording" w join "Initiative" i on i."id" = w."initiativeId"
    where i."authorId" = any(${ids}::uuid[]) order by w."replacedAt"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "InitiativeWording" w using "Initiative" i where i."id" = w."initiativeId" and i."authorId" = any(${ids}::uuid[])`),
};

const objectionRow = z.object({ number: column.int, text: z.string(), answer: maybe, at: column.instant });

const objection: DataTable = {
  table: "Objection",
  columns: { text: "public", formerAnswer: "public", answer: "public", answeredById: "nameless" },
  because: "an objection and its answer are public with the initiative, with nobody's name",
  tell: async (db, { ids }) => await queryRows(db, objectionRow, sql`
    select i."number", o."text", o."answer", o."at" from "Objection" o join "Initiative" i on i."id" = o."initiativeId" where i."authorId" = any(${ids}::uuid[]) order by o."at"`),
};

const filterRow = z.object({ title: z.string(), content: z.unknown().transform((filter) => JSON.stringify(filter)), at: column.instant });

const savedFilter: DataTable = {
  table: "SavedFilter",
  columns: { personId: "deleted", name: "deleted", filter: "deleted" },
  tell: async (db, { ids }) => await queryRows(db, filterRow, sql`select f."name" as "title", f."filter" as "content", f."at" from "SavedFilter" f where f."personId" = any(${ids}::uuid[]) order by f."at"`),
  erase: async (db, { ids }) => await executeSql(db, sql`delete from "SavedFilter" where "personId" = any(${ids}::uuid[])`),
};

const lateRow = z.object({ content: z.unknown().transform((content) => JSON.stringify(content, null, 1)), takenAt: column.instant, submittedAt: column.instant, status: word, reason: maybe, paperCase: z.string() });

const lateSheet: DataTable = {
  table: "LateSheet",
  columns: { authorId: "deleted", helperId: "cleared", content: "deleted", paperCase: "deleted", reason: "deleted", decidedById: "nameless" },
  because: "of whoever decided an id without a name stays",
  tell: async (db, { ids }) => await queryRows(db, lateRow, sql`
    select l."content", l."takenAt", l."arrivedAt" as "submittedAt", l."state"::text as "status", l."reason", l."paperCase" from "LateSheet" l where l."authorId" = any(${ids}::uuid[]) order by l."arrivedAt"`),
  erase: async (db, { ids }) =>
    (await executeSql(db, sql`delete from "LateSheet" where "authorId" = any(${ids}::uuid[])`)) +
    (await executeSql(db, sql`update "LateSheet" set "helperId" = null where "helperId" = any(${ids}::uuid[])`)),
};

const coAuthorRow = z.object({ number: column.int, title: z.string(), status: word, toAddress: maybe, at: column.instant });

/** Invitations to be a co-author: those that the person has answered, and those that went to their address. */
const coAuthor: DataTable = {
  table: "CoAuthor",
  columns: { email: "deleted", codeHash: "deleted", invitedById: "nameless", personId: "deleted" },
  because: "of whoever invited an id without a name stays",
  tell: async (db, { ids, emails }) => await queryRows(db, coAuthorRow, sql`
    select i."number", i."title", c."state"::text as "status", c."email" as "toAddress", coalesce(c."answeredAt", c."invitedAt") as "at" from "CoAuthor" c join "Initiative" i on i."id" = c."initiativeId"
    where c."personId" = any(${ids}::uuid[]) or lower(c."email") = any(${[...emails]}::text[]) order by 5`),
  erase: async (db, { ids, emails }) => await executeSql(db, sql`delete from "CoAuthor" where "personId" = any(${ids}::uuid[]) or lower("email") = any(${[...emails]}::text[])`),
};

export const initiativeTables: readonly DataTable[] = [
  lateSheet, wording, objection, savedFilter, draftWording, draftShare, initiativeDraft, initiativeSupport, initiativeFollow, initiativeRemark, proposal, initiativeEvent, initiative, coAuthor,
  { table: "KeptAppeal", columns: { personId: "nameless", name: "kept", contact: "kept" }, because: "an appeal is answered and kept (federal law 59) when its author's account is gone; there is nobody to tell, and each look is logged" },
  { table: "Transfer", columns: { reason: "public", byId: "nameless", answer: "public", answeredById: "nameless" }, because: "words of two municipalities and their arbiters about whose an initiative is" },
  { table: "PassedOn", columns: { number: "nobody", link: "nobody", byId: "nameless" }, because: "the register number of another system" },
  { table: "Nomination", columns: { reason: "public", byId: "nameless", answer: "public", answeredById: "nameless" }, because: "words of the municipality, the council and the country about a public initiative" },
  { table: "SearchWord", columns: { word: "nobody", stem: "nobody", root: "nobody" }, because: "single words of public initiatives, apart from whose they are; counted anew each night, so that what is public no more goes" },
  { table: "SearchState", columns: { eventId: "nobody" }, because: "how far the words are counted" },
];
