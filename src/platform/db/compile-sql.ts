import type { FactValue, Filter } from "@/access/filter";
import { Prisma } from "./client";
import { columnOf, type Column, type Columns } from "./columns";

/**
 * In: a condition of `access`, the noun's columns. Out: an SQL condition for a WHERE, true exactly for the rows for which
 * `evaluate` says yes (false or null for the others). Each list is one parameter, so that the text stays the same
 * however many posts a person has and the database keeps its plan.
 */
export function compileSql(filter: Filter, columns: Columns): Prisma.Sql {
  switch (filter.kind) {
    case "all":
      return Prisma.sql`true`;
    case "none":
      return Prisma.sql`false`;
    case "and":
      return joined(filter.of, columns, " and ", Prisma.sql`true`);
    case "or":
      return joined(filter.of, columns, " or ", Prisma.sql`false`);
    case "has": {
      const column = columnOf(columns, filter.fact);
      return filter.values.length === 0 ? Prisma.sql`false` : Prisma.sql`${Prisma.raw(column.sql)} && ${list(column, filter.values)}`;
    }
    case "in":
      return isOneOf(columnOf(columns, filter.fact), filter.values);
    case "notIn":
      return isNoneOf(columnOf(columns, filter.fact), filter.values);
  }
}

function joined(parts: readonly Filter[], columns: Columns, word: " and " | " or ", otherwise: Prisma.Sql): Prisma.Sql {
  return parts.length === 0 ? otherwise : Prisma.join(parts.map((part) => compileSql(part, columns)), word, "(", ")");
}

function isOneOf(column: Column, values: readonly FactValue[]): Prisma.Sql {
  const name = Prisma.raw(column.sql);
  const wanted = values.filter((value) => value !== null);
  const some = Prisma.sql`${name} = any(${list(column, wanted)})`;
  if (!values.includes(null)) return wanted.length === 0 ? Prisma.sql`false` : some;
  return wanted.length === 0 ? Prisma.sql`${name} is null` : Prisma.sql`(${some} or ${name} is null)`;
}

function isNoneOf(column: Column, values: readonly FactValue[]): Prisma.Sql {
  const name = Prisma.raw(column.sql);
  const unwanted = values.filter((value) => value !== null);
  const others = Prisma.sql`${name} <> all(${list(column, unwanted)})`;
  if (values.includes(null)) return unwanted.length === 0 ? Prisma.sql`${name} is not null` : Prisma.sql`${others}`;
  return unwanted.length === 0 ? Prisma.sql`true` : Prisma.sql`(${others} or ${name} is null)`;
}

function list(column: Column, values: readonly FactValue[]): Prisma.Sql {
  return Prisma.sql`${values}::${Prisma.raw(`${column.cast ?? typeOf(values)}[]`)}`;
}

function typeOf(values: readonly FactValue[]): string {
  const [first] = values;
  return typeof first === "boolean" ? "boolean" : typeof first === "number" ? "double precision" : "text";
}
