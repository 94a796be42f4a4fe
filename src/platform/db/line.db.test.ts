import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import * as z from "zod";
import { newId } from "@/shared/ids/id";
import { useTestDatabase } from "@/testing/database";
import { makeCountry } from "@/testing/factories/make-municipality";
import { db, type Db } from "./client";
import { executeSql, queryRow, sql } from "./sql";
import { transaction } from "./transaction";

useTestDatabase();

const named = async (given: Db, name: string) => await queryRow(given, z.object({ id: z.string() }), sql`select "id" from "Unit" where "name" = ${name}`);

async function addRegion(given: Db, name: string): Promise<void> {
  const id = newId();
  await executeSql(given, sql`insert into "Unit" ("id", "kind", "name", "shortName", "path") values (${id}::uuid, 'region', ${name}, ${name}, array[${id}::uuid])`);
}

test("после конца транзакции её соединением больше не спросить", async () => {
  let kept: Db | undefined;
  await transaction(async (tx) => {
    kept = tx;
    expect(await named(tx, "нет такой")).toBeNull();
  });
  await expect(named(kept!, "нет такой")).rejects.toMatchObject({ code: "P2028" });
});

test("прерванная по времени транзакция ничего не пишет и после этого", async () => {
  const late = transaction(async (tx) => {
    await addRegion(tx, "до срока");
    await wait(200);
    await addRegion(tx, "после срока");
  }, { timeout: 50 });
  await expect(late).rejects.toThrow();
  await wait(50);
  expect(await named(db, "до срока")).toBeNull();
  expect(await named(db, "после срока")).toBeNull();
});

test("SQL мимо Prisma отменяется вместе с транзакцией", async () => {
  const undone = transaction(async (tx) => {
    await addRegion(tx, "отменённая");
    expect(await named(tx, "отменённая")).not.toBeNull();
    throw new Error("отмена");
  });
  await expect(undone).rejects.toThrow("отмена");
  expect(await named(db, "отменённая")).toBeNull();
});

test("в одной транзакции SQL видит написанное Prisma, и Prisma — написанное SQL", async () => {
  await transaction(async (tx) => {
    const country = await makeCountry(tx as Parameters<typeof makeCountry>[0]);
    expect(await named(tx, country.name)).toMatchObject({ id: country.id });
    await addRegion(tx, "своя");
    expect(await tx.unit.count({ where: { name: "своя" } })).toBe(1);
    expect(await named(db, "своя")).toBeNull();
  });
  expect(await named(db, "своя")).not.toBeNull();
});

test("две транзакции одновременно не путают соединений", async () => {
  const both = ["первая", "вторая"].map(async (name) => await transaction(async (tx) => {
    const mine = await queryRow(tx, z.object({ xid: z.string() }), sql`select pg_current_xact_id()::text as "xid"`);
    await addRegion(tx, name);
    await wait(20);
    const later = await tx.$queryRaw<{ xid: string }[]>`select pg_current_xact_id()::text as "xid"`;
    expect(later[0]?.xid).toBe(mine?.xid);
    return mine?.xid;
  }));
  expect(new Set(await Promise.all(both)).size).toBe(2);
});

test("спрошенное разом в одной транзакции идёт по очереди; неудача одного не ломает очередь", async () => {
  const warnings: string[] = [];
  const listen = (warning: Error) => void warnings.push(warning.message);
  process.on("warning", listen);
  try {
    await transaction(async (tx) => {
      const asked = await Promise.all([addRegion(tx, "разом"), tx.unit.count(), named(tx, "разом"), tx.unit.count({ where: { name: "разом" } })]);
      expect(asked.slice(2)).toEqual([expect.objectContaining({ id: expect.any(String) as string }), 1]);
    });
    const failed = transaction(async (tx) => await Promise.all([executeSql(tx, sql`select 1 / 0`), addRegion(tx, "после ошибки")]));
    await expect(failed).rejects.toThrow();
    expect(await named(db, "после ошибки")).toBeNull();
    await wait(20);
  } finally {
    process.off("warning", listen);
  }
  expect(warnings).toEqual([]);
});
