import type { Role } from "@/access/roles";
import type { MunicipalityKind } from "../administration/schema";
import type { Decision, UnitKind } from "./schema";

/** One at a place: of two that become one the other's ends with its unit. Everybody else goes on at the successor. */
const single: readonly Role[] = ["head", "director", "responsiblePerson", "moderator"];

export function endsWithUnit(role: Role): boolean {
  return single.includes(role);
}
export const endingRoles: readonly Role[] = single;

/** Every unit that a decision names: each of them is authorised. */
export function unitsOf(decision: Decision): readonly string[] {
  switch (decision.kind) {
    case "rename":
      return [decision.unitId];
    case "move":
      return [decision.unitId, decision.toId];
    case "merge":
      return [...decision.unitIds, ...(decision.intoId === null ? [] : [decision.intoId])];
    case "split":
      return [decision.unitId, ...decision.parts.flatMap(({ childIds }) => childIds)];
    case "end":
      return [decision.unitId, ...(decision.toId === null ? [] : [decision.toId])];
  }
}

/** Whom the decision is about first: it stands in that one's history. */
export function subjectOf(decision: Decision): string {
  return decision.kind === "merge" ? (decision.intoId ?? decision.unitIds[0] ?? "") : decision.unitId;
}

/** Names that a decision gives. */
export function namesOf(decision: Decision): readonly string[] {
  if (decision.kind === "rename" || decision.kind === "merge") return [decision.name];
  return decision.kind === "split" ? decision.parts.map(({ name }) => name) : [];
}

/** Kinds of municipalities that a decision gives. */
export function municipalityKindsOf(decision: Decision): readonly MunicipalityKind[] {
  const given = decision.kind === "rename" || decision.kind === "merge" ? [decision] : decision.kind === "split" ? decision.parts : [];
  return [...new Set(given.flatMap(({ municipalityKind }) => municipalityKind ?? []))];
}

/** Where something goes to: it stays what it is, so it may be the municipality itself. */
function goalOf(decision: Decision): string | null {
  return decision.kind === "move" || decision.kind === "end" ? decision.toId : null;
}

/** Inside one municipality it decides itself; municipalities, and what goes from one to another, are the administrator's. */
export function isInnerMatter(units: readonly { readonly id: string; readonly kind: UnitKind; readonly municipalityId: string | null }[], decision: Decision): boolean {
  const municipalities = new Set(units.map(({ municipalityId }) => municipalityId));
  const inner = (kind: UnitKind) => kind !== "municipality" && kind !== "region" && kind !== "country";
  return municipalities.size === 1 && !municipalities.has(null) && units.every(({ id, kind }) => inner(kind) || id === goalOf(decision));
}
