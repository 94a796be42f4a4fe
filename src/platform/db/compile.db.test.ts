import fc from "fast-check";
import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { evaluate, type Facts, type FactValue, type Filter } from "@/access/filter";
import { useTestDatabase } from "@/testing/database";
import { db } from "./client";
import type { Columns } from "./columns";
import { compilePrisma } from "./compile-prisma";
import { compileSql } from "./compile-sql";
import { queryRows, sql } from "./sql";
import { transaction } from "./transaction";

const columns = {
  kind: { prisma: "kind", sql: `u."kind"`, cast: `"UnitKind"` },
  parentId: { prisma: "parentId?", sql: `u."parentId"`, cast: "uuid" },
  oktmo: { prisma: "oktmo?", sql: `u."oktmo"` },
  oktmoVerified: { prisma: "oktmoVerified", sql: `u."oktmoVerified"` },
  population: { prisma: "population?", sql: `u."population"` },
  path: { prisma: "path", sql: `u."path"`, list: true, cast: "uuid" },
  parentKind: { prisma: "parent?.kind", sql: `p."kind"`, cast: `"UnitKind"` },
  parentOktmo: { prisma: ["parent?", "oktmo?"], sql: `p."oktmo"` },
  parentPath: { prisma: "parent?.path", sql: `p."path"`, list: true, cast: "uuid" },
} as const satisfies Columns;

const kinds = ["region", "municipality", "organisation"] as const;
const ids = Array.from({ length: 24 }, () => randomUUID());
const oktmos = ["33701000", "33702000", null];
const populations = [0, 1200, null];
const rows = ids.map((id, index) => {
  const parentId = index < 4 ? null : ids[index % 4]!;
  return {
    id, parentId, path: parentId === null ? [id] : [parentId, id], kind: kinds[index % 3]!, name: "", shortName: "",
    oktmo: index < 12 ? null : `3370${index}00`, oktmoVerified: index % 5 === 0, population: populations[index % 3] ?? null,
  };
});
// equal values make the lists meet rows: the unique (oktmo, kind) allows one of each kind
oktmos.forEach((oktmo, index) => void (rows[index]!.oktmo = oktmo));

const factsOf = (row: (typeof rows)[number]): Facts => {
  const parent = rows.find(({ id }) => id === row.parentId);
  return { ...row, parentKind: parent?.kind ?? null, parentOktmo: parent?.oktmo ?? null, parentPath: parent?.path ?? [] };
};

const pools: Record<string, readonly FactValue[]> = {
  kind: kinds, parentId: [...ids.slice(0, 6), null], oktmo: ["33701000", "33702000", "33701400", null], oktmoVerified: [true, false],
  population: [0, 1200, 7, null], parentKind: [...kinds, null], parentOktmo: ["33701000", "33702000", null],
};

const leaf: fc.Arbitrary<Filter> = fc.oneof(
  fc.constantFrom<Filter>({ kind: "all" }, { kind: "none" }),
  fc.constantFrom(...Object.keys(pools)).chain((fact) =>
    fc.record({ kind: fc.constantFrom("in" as const, "notIn" as const), fact: fc.constant(fact), values: fc.subarray([...pools[fact]!]) })),
  fc.record({ kind: fc.constant("has" as const), fact: fc.constantFrom("path", "parentPath"), values: fc.subarray(ids.slice(0, 8)) }),
);
const { filter: anyFilter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof({ maxDepth: 3 }, leaf, fc.record({ kind: fc.constantFrom("and" as const, "or" as const), of: fc.array(tie("filter"), { maxLength: 3 }) })),
}));

useTestDatabase();

beforeAll(async () => {
  await db.unit.createMany({ data: rows.toSorted((a, b) => a.path.length - b.path.length) });
});

test("условие доступа отбирает одни и те же строки в памяти, через Prisma и в SQL", async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, async (filter) => {
      const expected = rows.filter((row) => evaluate(filter, factsOf(row))).map(({ id }) => id).toSorted();
      const byPrisma = await db.unit.findMany({ where: compilePrisma(filter, columns), select: { id: true } });
      const query = sql`select u."id" from "Unit" u left join "Unit" p on p."id" = u."parentId" where ${compileSql(filter, columns)}`;
      const bySql = await queryRows(db, z.object({ id: z.string() }), query);
      expect(byPrisma.map(({ id }) => id).toSorted()).toEqual(expected);
      expect(bySql.map(({ id }) => id).toSorted()).toEqual(expected);
    }),
    { numRuns: 400 },
  );
});

test("SQL в транзакции отвечает так же, как мимо неё", async () => {
  const filter: Filter = { kind: "or", of: [{ kind: "has", fact: "path", values: [ids[0]!] }, { kind: "in", fact: "oktmoVerified", values: [true] }, { kind: "in", fact: "kind", values: ["region"] }] };
  const query = sql`select u."id", count(*) over () as "count", u."population" from "Unit" u left join "Unit" p on p."id" = u."parentId" where ${compileSql(filter, columns)} order by u."id"`;
  const row = z.object({ id: z.string(), count: z.union([z.bigint(), z.string()]).transform(Number), population: z.number().nullable() });
  const outside = await queryRows(db, row, query);
  const inside = await transaction(async (tx) => await queryRows(tx, row, query));
  expect(inside).toEqual(outside);
  expect(outside.length).toBeGreaterThan(0);
});

test("факт без столбца – ошибка, а не пропущенное условие", () => {
  const filter: Filter = { kind: "in", fact: "unknown", values: ["x"] };
  expect(() => compilePrisma(filter, columns)).toThrow(/unknown/);
  expect(() => compileSql(filter, columns)).toThrow(/unknown/);
});
