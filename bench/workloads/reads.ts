import { dashboardQuery, listQuery, searchQuery } from "../bare/queries";
import { queryPath } from "../crew";
import { inTurn, type Scene, type Words } from "../scene";
import { fixed, type Prepared, type Workload } from "./workload";

const hasRows = (body: string): boolean => body.includes('"number"');

const catalogueApi: Workload = {
  name: "catalogue-api",
  title: "Каталог как API, 20 строк",
  concurrency: 16,
  mark: 4,
  prepare: async ({ ours, bare, marathonId }: Scene): Promise<Prepared> => {
    const path = queryPath("initiative.catalogue", {});
    return await Promise.resolve({
      ours: fixed({ origin: ours, next: () => ({ path }), accepts: hasRows }),
      bare: fixed({ origin: bare, next: () => ({ path: `/list?marathon=${marathonId}` }), accepts: hasRows }),
      statement: listQuery(marathonId),
    });
  },
};

const kinds: Readonly<Record<keyof Words, string>> = { frequent: "частое слово", middling: "среднее слово", rare: "редкое слово" };

const search = (kind: keyof Words): Workload => ({
  name: `search-${kind}`,
  title: `Поиск: ${kinds[kind]}`,
  concurrency: 16,
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

export const reads: readonly Workload[] = [catalogueApi, search("frequent"), search("middling"), search("rare"), dashboard];
