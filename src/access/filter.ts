/** A condition on a row's facts: evaluated here on rows, compiled to Prisma and SQL in platform/db. */
export type FactValue = string | number | boolean | null;
export type Facts = Readonly<Record<string, FactValue | readonly string[]>>;

export type Filter =
  | { readonly kind: "all" }
  | { readonly kind: "none" }
  | { readonly kind: "and"; readonly of: readonly Filter[] }
  | { readonly kind: "or"; readonly of: readonly Filter[] }
  /** the fact is one of the values; null stands for «is empty» */
  | { readonly kind: "in"; readonly fact: string; readonly values: readonly FactValue[] }
  /** the fact is none of the values; an empty fact is none of them unless null is listed */
  | { readonly kind: "notIn"; readonly fact: string; readonly values: readonly FactValue[] }
  /** the fact is a list that holds one of the values */
  | { readonly kind: "has"; readonly fact: string; readonly values: readonly string[] };

export const everything: Filter = { kind: "all" };
export const nothing: Filter = { kind: "none" };

export function and(...of: readonly Filter[]): Filter {
  const kept = of.filter((part) => part.kind !== "all");
  if (kept.some((part) => part.kind === "none")) return nothing;
  return kept.length === 0 ? everything : kept.length === 1 ? kept[0]! : { kind: "and", of: kept };
}

export function or(...of: readonly Filter[]): Filter {
  const kept = of.filter((part) => part.kind !== "none");
  if (kept.some((part) => part.kind === "all")) return everything;
  return kept.length === 0 ? nothing : kept.length === 1 ? kept[0]! : { kind: "or", of: mergeIns(kept) };
}

/** Many «x in (…)» over one fact become one: the planner then walks one index range. */
function mergeIns(parts: readonly Filter[]): readonly Filter[] {
  const byFact = new Map<string, Set<FactValue>>();
  const rest: Filter[] = [];
  for (const part of parts) {
    if (part.kind !== "in") rest.push(part);
    else byFact.set(part.fact, new Set([...(byFact.get(part.fact) ?? []), ...part.values]));
  }
  return [...[...byFact].map(([fact, values]): Filter => ({ kind: "in", fact, values: [...values] })), ...rest];
}

/** Which values a fact has in the rows of a condition, one part for each way of having the right. */
export interface Way {
  readonly fact: string;
  readonly values: readonly string[];
}

/**
 * In: a condition. Out: ways that together reach every row of it, each a fact with its values: a list of millions can then be
 * walked along an index a value. Null where some rows can be reached by no value, such as those of «everything».
 */
export function waysOf(filter: Filter): readonly Way[] | null {
  switch (filter.kind) {
    case "none":
      return [];
    case "in":
      return filter.values.every((value) => typeof value === "string") ? [{ fact: filter.fact, values: [...new Set(filter.values)] }] : null;
    case "or": {
      const parts = filter.of.map(waysOf);
      return parts.every((part) => part !== null) ? parts.flat() : null;
    }
    case "and":
      return filter.of.map(waysOf).find((part) => part !== null) ?? null;
    case "all":
    case "notIn":
    case "has":
      return null;
  }
}

/** Does the row fulfil the condition? A fact that the row doesn't carry is a mistake of the caller, not «no». */
export function evaluate(filter: Filter, facts: Facts): boolean {
  switch (filter.kind) {
    case "all":
      return true;
    case "none":
      return false;
    case "and":
      return filter.of.every((part) => evaluate(part, facts));
    case "or":
      return filter.of.some((part) => evaluate(part, facts));
    case "in":
      return filter.values.includes(scalar(filter.fact, facts));
    case "notIn":
      return !filter.values.includes(scalar(filter.fact, facts));
    case "has": {
      const value = facts[filter.fact];
      if (!Array.isArray(value)) throw new Error(`fact «${filter.fact}» is not a list`);
      return filter.values.some((wanted) => value.includes(wanted));
    }
  }
}

function scalar(fact: string, facts: Facts): FactValue {
  const value = facts[fact];
  if (value === undefined || typeof value === "object" && value !== null) throw new Error(`fact «${fact}» is missing or is a list`);
  return value as FactValue;
}
