import { anonymous } from "@/access/actor";
import { visible } from "@/access/policy";
import { initiative as initiativePolicy } from "@/access/rules/initiative";
import { catalogueInput } from "@/features/initiatives/catalogue/schema";
import { listCatalogue } from "@/features/initiatives/catalogue/server/service";
import { findSimilar } from "@/features/initiatives/search/server/similar";
import { recountWords } from "@/features/initiatives/search/vocabulary/server/service";
import { closeDatabase, db } from "@/platform/db/client";
import { executeSql, sql } from "@/platform/db/sql";
import { makeMarathon } from "@/testing/factories/make-marathon";
import { makeMunicipality } from "@/testing/factories/make-municipality";
import { factoryNow as now, newId } from "@/testing/factories/sequence";
import type { Text } from "./labels";

export { alikeFrom } from "@/features/initiatives/search/likeness";
export { closeDatabase };

export interface Place {
  /** the first ids that the catalogue shows for a query */
  readonly search: (query: string, limit: number) => Promise<string[]>;
  /** what is told to be like a text that is being written, with how alike it is, from any likeness on */
  readonly similar: (text: Text) => Promise<Map<string, number>>;
}

/** In: texts. Out: an installation where each is a public initiative, asked by the platform's own code. */
export async function settle(texts: readonly Text[]): Promise<Place> {
  await executeSql(db, sql`delete from "Initiative"`);
  const municipality = await makeMunicipality(db);
  const marathon = await makeMarathon(db, { municipalityIds: [municipality.id], endsOn: new Date("2027-01-01"), closingEndsOn: new Date("2027-02-01") });
  const rows = texts.map((text) => ({ text, id: newId() }));
  await executeSql(db, sql`
    insert into "Initiative" ("id", "marathonId", "municipalityId", "directionId", "initiatorKind", "title", "essence", "expectedResult", "status", "submittedAt", "updatedAt")
    select t."id", ${marathon.id}::uuid, ${municipality.id}::uuid, ${marathon.directions[0]?.id}::uuid, 'other', t."title", t."essence", '', 'inConsideration', ${now}, ${now}
    from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ text }) => text.title)}::text[], ${rows.map(({ text }) => text.text)}::text[]) as t("id", "title", "essence")`);
  await executeSql(db, sql`analyze "Initiative"`);
  await recountWords(now);
  const numbered = await db.initiative.findMany({ select: { id: true, number: true } });
  const given = new Map(rows.map(({ id, text }) => [id, text.id]));
  const byNumber = new Map(numbered.map(({ id, number }) => [number, given.get(id) ?? ""]));
  return {
    search: async (query, limit) => (await listCatalogue(db, anonymous, catalogueInput.parse({ marathon: marathon.slug, text: query.slice(0, 200), limit }), "ru", now)).rows.map(({ number }) => byNumber.get(number) ?? ""),
    similar: async ({ title, text }) => {
      const found = await findSimilar(db, { title, essence: text }, { marathonId: marathon.id, municipalityId: municipality.id }, visible(initiativePolicy, anonymous, "readPublic"), 0);
      return new Map(found.map(({ id, likeness }) => [given.get(id) ?? "", likeness]));
    },
  };
}
