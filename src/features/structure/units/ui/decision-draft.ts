import type { MunicipalityKind } from "../../administration/schema";
import type { ChangeKind, UnitRecord } from "../schema";

export interface TypedPart {
  readonly name: string;
  readonly shortName: string;
  readonly oktmo: string;
  readonly municipalityKind: MunicipalityKind | null;
  readonly childIds: string[];
}
export const noPart: TypedPart = { name: "", shortName: "", oktmo: "", municipalityKind: null, childIds: [] };

/** What is typed in the form, whatever is being decided. */
export interface Typed {
  readonly name: string;
  readonly shortName: string;
  readonly oktmo: string;
  readonly municipalityKind: MunicipalityKind | null;
  readonly toId: string | null;
  readonly others: string[];
  readonly goesOn: boolean;
  readonly parts: readonly TypedPart[];
}

export function typedOf({ name, shortName, municipalityKind }: Pick<UnitRecord, "name" | "shortName" | "municipalityKind">): Typed {
  return { name, shortName, oktmo: "", municipalityKind, toId: null, others: [], goesOn: true, parts: [{ ...noPart, municipalityKind }] };
}

/** As the server takes it; what is missing is said by its schema. */
export function decisionOf(kind: ChangeKind, unit: Pick<UnitRecord, "id" | "oktmo">, { name, shortName, oktmo: code, municipalityKind, toId, others, goesOn, parts }: Typed) {
  const oktmo = code.trim() === "" ? null : code;
  const unitId = unit.id;
  switch (kind) {
    case "rename":
      return { kind, unitId, name, shortName, oktmo: oktmo ?? unit.oktmo, municipalityKind };
    case "move":
      return { kind, unitId, toId: toId ?? "", oktmo };
    case "merge":
      return { kind, unitIds: goesOn ? others : [unitId, ...others], intoId: goesOn ? unitId : null, name, shortName, oktmo, municipalityKind };
    case "split":
      return { kind, unitId, goesOn, parts: parts.map((part) => ({ ...part, oktmo: part.oktmo.trim() === "" ? null : part.oktmo })) };
    case "end":
      return { kind, unitId, toId };
  }
}
export type TypedDecision = ReturnType<typeof decisionOf>;
