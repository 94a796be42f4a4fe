import type { UnitKind } from "./schema";

/** What the tree needs to know of a unit. `path`: ancestors from the root down, and itself. */
export interface TreeUnit {
  readonly id: string;
  readonly kind: UnitKind;
  readonly parentId: string | null;
  readonly path: readonly string[];
  readonly municipalityId: string | null;
  readonly regionId: string | null;
}

/** What may stand directly under what. A поселение stands in a район, no deeper. */
const under: Readonly<Record<UnitKind, readonly UnitKind[]>> = {
  country: [],
  region: ["country"],
  municipality: ["region", "municipality"],
  department: ["municipality", "department"],
  branchBody: ["municipality"],
  territorialAdministration: ["municipality"],
  organisation: ["municipality", "department", "branchBody", "territorialAdministration"],
};

export function mayStandUnder(kind: UnitKind, parent: Pick<TreeUnit, "kind" | "parentId" | "regionId">): boolean {
  if (!under[kind].includes(parent.kind)) return false;
  return !(kind === "municipality" && parent.kind === "municipality" && parent.parentId !== parent.regionId);
}

/** A unit in its place, with what follows from it: path, municipality, region. */
export function placed<U extends TreeUnit>(unit: U, parent: TreeUnit | null): U {
  return {
    ...unit, parentId: parent?.id ?? null, path: [...(parent?.path ?? []), unit.id],
    municipalityId: unit.kind === "municipality" ? unit.id : (parent?.municipalityId ?? null),
    regionId: unit.kind === "region" ? unit.id : (parent?.regionId ?? null),
  };
}

export type Moved = { readonly ok: true; readonly rows: readonly TreeUnit[] } | { readonly ok: false; readonly reason: "unit.moveIntoItself" | "unit.placeUnfit" };

/**
 * In: a unit with all that stands below it, in any order; the place it moves to. Out: the rows that change, with their new paths,
 * municipalities and regions, parents before children.
 */
export function planMove(unit: TreeUnit, below: readonly TreeUnit[], parent: TreeUnit): Moved {
  if (parent.path.includes(unit.id)) return { ok: false, reason: "unit.moveIntoItself" };
  const holdsMunicipality = unit.kind === "municipality" && below.some(({ kind }) => kind === "municipality");
  if (!mayStandUnder(unit.kind, parent) || (holdsMunicipality && parent.kind === "municipality")) return { ok: false, reason: "unit.placeUnfit" };
  return { ok: true, rows: replanted(placed(unit, parent), below) };
}

/** The root as given and everything below it put under it anew. */
export function replanted(root: TreeUnit, below: readonly TreeUnit[]): readonly TreeUnit[] {
  const known = new Map<string, TreeUnit>([[root.id, root]]);
  const rows = [root];
  for (const unit of below.toSorted((a, b) => a.path.length - b.path.length)) {
    const parent = unit.parentId === null ? undefined : known.get(unit.parentId);
    if (!parent) throw new Error(`unit ${unit.id} stands below nobody`);
    const row = placed(unit, parent);
    known.set(row.id, row);
    rows.push(row);
  }
  return rows;
}

/** What is wrong with a tree: ids. Empty for a sound one. For tests and for the health of an installation. */
export function faultsOf(units: readonly TreeUnit[]): readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return units.filter((unit) => {
    const parent = unit.parentId === null ? null : byId.get(unit.parentId);
    if (parent === undefined) return true;
    const right = placed(unit, parent);
    return new Set(unit.path).size !== unit.path.length || unit.path.join() !== right.path.join() || unit.municipalityId !== right.municipalityId || unit.regionId !== right.regionId;
  }).map(({ id }) => id);
}
