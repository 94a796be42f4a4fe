import { waysOf, type Filter } from "@/access/filter";
import { Prisma } from "./client";
import { columnOf, type Columns } from "./columns";
import { compileSql } from "./compile-sql";

export interface Walk {
  /** what it reads: the noun's table under the alias of its columns, and the joins that `where` and `key` need */
  readonly from: Prisma.Sql;
  readonly where: Prisma.Sql;
  /** what the list is ordered by, then by `id`; an index must have them after the fact that gives the right */
  readonly key: Prisma.Sql;
  readonly id: Prisma.Sql;
  readonly direction: "asc" | "desc";
  /** one more than the page shows */
  readonly limit: number;
}

/**
 * In: a right, where its facts stand, a list's order. Out: SQL of the page's "id" and "key", in no order. Somebody with a right by a
 * value of one column (a group, a municipality) has the page read along an index from its place, value by value: its price is
 * that of the page, not of all that the asker may see. The condition itself stands in every part of the query; where it says
 * no more than the value does, once: said twice, the planner takes the rows for fewer than they are and sorts them.
 */
export function walkSql(filter: Filter, columns: Columns, { from, where, key, id, direction, limit }: Walk): Prisma.Sql {
  const ordered = Prisma.raw(direction);
  const page = (at: Prisma.Sql) => Prisma.sql`
    select ${id} as "id", ${key} as "key" from ${from} where ${at} and ${where} order by ${key} ${ordered}, ${id} ${ordered} limit ${limit}::int`;
  const ways = waysOf(filter);
  const condition = compileSql(filter, columns);
  if (ways === null || ways.length === 0) return page(condition);
  const parts = ways.map(({ fact, values }) => {
    const { sql, cast } = columnOf(columns, fact);
    const value = Prisma.sql`${Prisma.raw(sql)} = s."value"`;
    return Prisma.sql`
      select p."id", p."key" from unnest(${values}::${Prisma.raw(cast ?? "text")}[]) s("value") cross join lateral (${page(filter.kind === "in" ? value : Prisma.sql`${value} and ${condition}`)}) p`;
  });
  return Prisma.sql`select distinct x."id", x."key" from (${Prisma.join(parts, " union all ")}) x order by x."key" ${ordered}, x."id" ${ordered} limit ${limit}::int`;
}
