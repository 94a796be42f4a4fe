import type { ChangeKind, UnitRecord } from "../schema";

export interface TypedPart {
  readonly name: string;
  readonly shortName: string;
  readonly oktmo: string;
  readonly childIds: string[];
}
export const noPart: TypedPart = { name: "", shortName: "", oktmo: "", childIds: [] };

/** What is typed in the form, whatever is being decided. */
export interface Typed {
  readonly name: string;
  readonly shortName: string;
  readonly oktmo: string;
  readonly toId: string | null;
  readonly others: string[];
  readonly goesOn: boolean;
  readonly parts: readonly TypedPart[];
}

export function typedOf({ name, shortName }: Pick<UnitRecord, "name" | "shortName">): Typed {
  return { name, shortName, oktmo: "", toId: null, others: [], goesOn: true, parts: [noPart] };
}

/** As the server takes it; what is missing is said by its schema. */
export function decisionOf(kind: ChangeKind, unit: Pick<UnitRecord, "id" | "oktmo">, { name, shortName, oktmo: code, toId, others, goesOn, parts }: Typed) {
  const oktmo = code.trim() === "" ? null : code;
  const unitId = unit.id;
  switch (kind) {
    case "rename":
      return { kind, unitId, name, shortName, oktmo: oktmo ?? unit.oktmo };
    case "move":
      return { kind, unitId, toId: toId ?? "", oktmo };
    case "merge":
      return { kind, unitIds: goesOn ? others : [unitId, ...others], intoId: goesOn ? unitId : null, name, shortName, oktmo };
    case "split":
      return { kind, unitId, goesOn, parts: parts.map((part) => ({ ...part, oktmo: part.oktmo.trim() === "" ? null : part.oktmo })) };
    case "end":
      return { kind, unitId, toId };
  }
}
export type TypedDecision = ReturnType<typeof decisionOf>;
