import { encodeCursor } from "@/shared/lists/cursor";
import { dashboardQuery, deepQuery, facetsQuery, listQuery, searchQuery, similarQuery } from "../bare/queries";
import { queryPath } from "../crew";
import { inTurn, type Scene, type Words } from "../scene";
import { fixed, type Prepared, type Workload } from "./workload";

const hasRows = (body: string): boolean => body.includes('"number"');

const catalogueApi: Workload = {
  name: "catalogue-api",
  title: "Каталог как API, 20 строк",
  concurrency: 16,
  mark: 3,
  prepare: async ({ ours, bare, marathonId }: Scene): Promise<Prepared> => {
    const path = queryPath("initiative.catalogue", {});
    return await Promise.resolve({
      ours: fixed({ origin: ours, next: () => ({ path }), accepts: hasRows }),
      bare: fixed({ origin: bare, next: () => ({ path: `/list?marathon=${marathonId}` }), accepts: hasRows }),
      statement: listQuery(marathonId),
    });
  },
};

/** As deep as the list goes: its blocks stand beside those of the first page. */
const catalogueDeep: Workload = {
  name: "catalogue-deep",
  title: "Каталог как API, последняя страница",
  concurrency: 16,
  prepare: async ({ ours, bare, marathonId, database }: Scene): Promise<Prepared | string> => {
    const { rows } = await database.query<{ at: Date; id: string }>(
      `SELECT "submittedAt" AS at, id FROM "Initiative" WHERE "marathonId" = $1 AND status = 'inConsideration' ORDER BY "submittedAt", id LIMIT 1 OFFSET 60`, [marathonId],
    );
    const [last] = rows;
    if (!last) return "инициатив мало";
    const at = last.at.toISOString();
    const path = queryPath("initiative.catalogue", { cursor: encodeCursor([at, last.id]) });
    return {
      ours: fixed({ origin: ours, next: () => ({ path }), accepts: hasRows }),
      bare: fixed({ origin: bare, next: () => ({ path: `/deep?marathon=${marathonId}&at=${encodeURIComponent(at)}&id=${last.id}` }), accepts: hasRows }),
      statement: deepQuery(marathonId, at, last.id),
    };
  },
};

/** While a title is typed: other titles of the same municipality, in turn. */
const similar: Workload = {
  name: "similar",
  title: "Похожие, пока пишется название",
  concurrency: 16,
  prepare: async ({ ours, bare, marathonId, database }: Scene): Promise<Prepared | string> => {
    const { rows } = await database.query<{ title: string; municipalityId: string }>(
      `SELECT title, "municipalityId" FROM (SELECT title, "municipalityId", status FROM "Initiative" WHERE "marathonId" = $1 ORDER BY "submittedAt" DESC LIMIT 4000) i WHERE status = 'inConsideration' ORDER BY md5(title) LIMIT 200`, [marathonId],
    );
    const [first] = rows;
    if (!first) return "инициатив мало";
    const [mine, theirs] = [inTurn(rows), inTurn(rows)];
    const hasTitles = (body: string) => body.includes('"title"');
    return {
      ours: fixed({ origin: ours, next: () => ({ path: queryPath("initiative.similar", mine()) }), accepts: hasTitles }),
      bare: fixed({ origin: bare, next: () => { const { title, municipalityId } = theirs(); return { path: `/similar?marathon=${marathonId}&municipality=${municipalityId}&title=${encodeURIComponent(title)}` }; }, accepts: hasTitles }),
      statement: similarQuery(marathonId, first.municipalityId, first.title),
    };
  },
};

/** The numbers beside the filters, as somebody narrows the catalogue by one direction after another. */
const facets: Workload = {
  name: "facets",
  title: "Числа у фильтров каталога",
  concurrency: 16,
  prepare: async ({ ours, bare, marathonId, database }: Scene): Promise<Prepared | string> => {
    const { rows } = await database.query<{ directionId: string }>(`SELECT id AS "directionId" FROM "Direction" WHERE "marathonId" = $1 AND "municipalityId" IS NULL ORDER BY id`, [marathonId]);
    const [first] = rows;
    if (!first) return "направлений нет";
    const [mine, theirs] = [inTurn(rows), inTurn(rows)];
    const hasCounts = (body: string) => body.includes('"municipalit') && body.includes('"count"');
    return {
      ours: fixed({ origin: ours, next: () => ({ path: queryPath("initiative.facets", mine()) }), accepts: hasCounts }),
      bare: fixed({ origin: bare, next: () => ({ path: `/facets?marathon=${marathonId}&direction=${theirs().directionId}` }), accepts: hasCounts }),
      statement: facetsQuery(marathonId, first.directionId),
    };
  },
};

const kinds: Readonly<Record<keyof Words, string>> = { frequent: "частое слово", middling: "среднее слово", rare: "редкое слово" };

const search = (kind: keyof Words, concurrency: number): Workload => ({
  name: concurrency === 1 ? `search-${kind}-1` : `search-${kind}`,
  title: `Поиск: ${kinds[kind]}`,
  concurrency,
  ...(concurrency === 1 ? { p95: 100 } : {}),
  prepare: async ({ ours, bare, marathonId, words }: Scene): Promise<Prepared> => {
    const [mine, theirs] = [inTurn(words[kind]), inTurn(words[kind])];
    return await Promise.resolve({
      ours: fixed({ origin: ours, next: () => ({ path: queryPath("initiative.catalogue", { text: mine() }) }), accepts: hasRows }),
      bare: fixed({ origin: bare, next: () => ({ path: `/search?marathon=${marathonId}&word=${encodeURIComponent(theirs())}` }), accepts: hasRows }),
      statement: searchQuery(marathonId, words[kind][0] ?? ""),
    });
  },
});

const dashboard: Workload = {
  name: "dashboard",
  title: "Показатели региона для совета",
  concurrency: 16,
  mark: 4,
  prepare: async ({ ours, bare, marathonId, regionId, council }: Scene): Promise<Prepared> => {
    const shot = { path: queryPath("indicator.comparison", {}), headers: { cookie: council } };
    const hasFigures = (body: string) => body.includes('"gross"');
    return await Promise.resolve({
      ours: fixed({ origin: ours, next: () => shot, accepts: hasFigures }),
      bare: fixed({ origin: bare, next: () => ({ path: `/dashboard?marathon=${marathonId}&region=${regionId}` }), accepts: hasFigures }),
      statement: dashboardQuery(marathonId, regionId),
    });
  },
};

export const reads: readonly Workload[] = [
  catalogueApi, catalogueDeep, facets, ...[1, 16].flatMap((concurrency) => (["frequent", "middling", "rare"] as const).map((kind) => search(kind, concurrency))), similar, dashboard,
];
