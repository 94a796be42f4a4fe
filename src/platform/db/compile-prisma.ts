import type { FactValue, Filter } from "@/access/filter";
import { columnOf, type Columns } from "./columns";

type Where = Record<string, unknown>;

/**
 * In: a condition of `access`, the noun's columns, the name of a field that is never empty and no flag («id»).
 * Out: a Prisma `where` that finds exactly the rows for which `evaluate` says yes.
 * Put it beside other conditions by `AND: [own, compilePrisma(…)]`.
 *
 * «None» and «all» are conditions on a field: Prisma 7.10 drops an empty `OR` inside an `AND`, so that
 * `{ AND: [{ OR: [] }] }` finds every row instead of none.
 */
export function compilePrisma(filter: Filter, columns: Columns, key = "id"): Where {
  const never: Where = { [key]: { in: [] } };
  const always: Where = { NOT: never };
  const compile = (part: Filter): Where => {
    switch (part.kind) {
      case "all":
        return always;
      case "none":
        return never;
      case "and":
        return part.of.length === 0 ? always : { AND: part.of.map(compile) };
      case "or":
        return part.of.length === 0 ? never : { OR: part.of.map(compile) };
      case "has":
        return part.values.length === 0 ? never : at(stepsOf(columns, part.fact), { hasSome: [...part.values] });
      case "in":
        return anyOf(isOneOf(stepsOf(columns, part.fact), part.values), never);
      case "notIn":
        return isNoneOf(stepsOf(columns, part.fact), part.values, always);
    }
  };
  return compile(filter);
}

function anyOf(parts: Where[], otherwise: Where): Where {
  return parts.length === 0 ? otherwise : parts.length === 1 ? parts[0]! : { OR: parts };
}

interface Step {
  readonly name: string;
  readonly mayBeEmpty: boolean;
}

function stepsOf(columns: Columns, fact: string): readonly Step[] {
  const { prisma } = columnOf(columns, fact);
  const steps = typeof prisma === "string" ? prisma.split(".") : prisma;
  return steps.map((step) => ({ name: step.replace(/\?$/, ""), mayBeEmpty: step.endsWith("?") }));
}

function isOneOf(steps: readonly Step[], values: readonly FactValue[]): Where[] {
  const wanted = values.filter((value) => value !== null);
  return [...(wanted.length > 0 ? [holds(steps, wanted)] : []), ...(values.includes(null) ? isEmpty(steps) : [])];
}

/** Null is never «not in» for SQL: the empty ones are asked for by name. */
function isNoneOf(steps: readonly Step[], values: readonly FactValue[], always: Where): Where {
  const unwanted = values.filter((value) => value !== null);
  if (unwanted.length === 0) return values.includes(null) ? (isFilled(steps) ?? always) : always;
  const others = isAllBut(steps, unwanted);
  return values.includes(null) ? others : anyOf([others, ...isEmpty(steps)], others);
}

/** Prisma has no `in` for booleans. */
function holds(steps: readonly Step[], wanted: readonly FactValue[]): Where {
  const isFlag = wanted.some((value) => typeof value === "boolean");
  return isFlag ? { OR: wanted.map((value) => at(steps, { equals: value })) } : at(steps, { in: [...wanted] });
}

function isAllBut(steps: readonly Step[], unwanted: readonly FactValue[]): Where {
  const isFlag = unwanted.some((value) => typeof value === "boolean");
  return isFlag ? { AND: unwanted.map((value) => at(steps, { not: value })) } : at(steps, { notIn: [...unwanted] });
}

/** Empty is the value itself or any relation on the way to it. */
function isEmpty(steps: readonly Step[]): Where[] {
  return steps.flatMap((step, index) => (step.mayBeEmpty ? [at(steps.slice(0, index + 1), null)] : []));
}

function isFilled(steps: readonly Step[]): Where | null {
  const last = steps.at(-1)!;
  if (last.mayBeEmpty) return at(steps, { not: null });
  const relation = steps.slice(0, -1).findLast((step) => step.mayBeEmpty);
  return relation === undefined ? null : at(steps.slice(0, steps.indexOf(relation) + 1), { isNot: null });
}

function at(steps: readonly Step[], condition: unknown): Where {
  return steps.reduceRight<unknown>((inner, { name }) => ({ [name]: inner }), condition) as Where;
}
