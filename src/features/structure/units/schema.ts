import * as z from "zod";
import { oktmoField } from "@/shared/codes/fields";
import { plainDateField } from "@/shared/dates/fields";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField, textField } from "@/shared/text/fields";
import { actField } from "../appointments/schema";
import { actKindField } from "../chart/schema";
import { municipalityKinds } from "../administration/schema";
import { placeOutput, structureLimits } from "../schema";
import { organisationKinds } from "../setup/schema";

export const unitKinds = ["country", "region", "municipality", "department", "branchBody", "territorialAdministration", "organisation"] as const;
export type UnitKind = (typeof unitKinds)[number];
/** What a municipality enters itself; municipalities are entered by the administrator. */
export const innerKinds = ["department", "branchBody", "territorialAdministration", "organisation"] as const;

export const changeKinds = ["rename", "move", "merge", "split", "end"] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const unitsLimits = { parts: 6, merged: 10, reason: 600, children: 3000 } as const;

const names = { name: lineField(3, structureLimits.name), /** empty: the same as the name */ shortName: lineField(0, structureLimits.shortName) };
/** Of municipalities alone; null: none, or the one that it has. */
const code = oktmoField.nullable();
/** «муниципальный район» becomes «муниципальный округ»; none: as it was. */
const municipalityKind = z.enum(municipalityKinds).nullable().optional();

/** What exactly was decided: kept with the decision and done on its day. */
export const decisionField = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("rename"), unitId: idField, ...names, oktmo: code, municipalityKind }),
  z.object({ kind: z.literal("move"), unitId: idField, toId: idField, oktmo: code }),
  /** `into` null: a new unit is made of them all, the first of `unitIds` giving it its kind and place */
  z.object({ kind: z.literal("merge"), unitIds: z.array(idField).min(1, { error: "field.choice" satisfies FieldMessageKey }).max(unitsLimits.merged), intoId: idField.nullable(), ...names, oktmo: code, municipalityKind }),
  /** `goesOn`: the unit stays beside its parts; else it ends, and the first part is its heir */
  z.object({ kind: z.literal("split"), unitId: idField, goesOn: z.boolean(), parts: z.array(z.object({ ...names, oktmo: code, municipalityKind, childIds: z.array(idField).max(unitsLimits.children) })).min(1).max(unitsLimits.parts) }),
  /** `toId`: who takes over what is open; null only where nothing is */
  z.object({ kind: z.literal("end"), unitId: idField, toId: idField.nullable() }),
]);
export type Decision = z.infer<typeof decisionField>;

export const decideInput = z.object({ decision: decisionField, takesEffectOn: plainDateField, reason: textField(5, unitsLimits.reason), act: actField.nullable(), /** the unit's name on the screen: whoever comes second learns of the first */ seen: z.string(), key: idempotencyKeyField });
export type DecideInput = z.infer<typeof decideInput>;
export const foreseeInput = z.object({ decision: decisionField });
export const recallInput = z.object({ changeId: idField, key: idempotencyKeyField });

export const addUnitInput = z.object({
  parentId: idField,
  kind: z.enum(innerKinds, { error: "field.choice" satisfies FieldMessageKey }),
  ...names,
  organisationKind: z.enum(organisationKinds).nullable(),
  address: lineField(0, structureLimits.address),
  key: idempotencyKeyField,
}).refine(({ kind, organisationKind }) => kind !== "organisation" || organisationKind !== null, { path: ["organisationKind"], error: "field.choice" satisfies FieldMessageKey });
export type AddUnitInput = z.infer<typeof addUnitInput>;

/** What a change takes along: said before it is decided. */
export const foreseenOutput = z.object({
  /** units below that change their place in the tree */
  below: z.number().int(),
  /** appointments that go over to the successor, and those that end */
  handed: z.number().int(),
  ended: z.number().int(),
  links: z.number().int(),
  /** groups and hotlines of the marathon that go over */
  bodies: z.number().int(),
});
export type Foreseen = z.infer<typeof foreseenOutput>;

const treeUnitOutput = z.object({
  id: idField, parentId: idField.nullable(), kind: z.enum(unitKinds), name: z.string(), shortName: z.string(), oktmo: z.string().nullable(),
  /** of another municipality that stands inside: it sees to itself */
  isForeign: z.boolean(),
  /** the nearest day on which something changes */
  changesOn: z.string().nullable(),
});
export type ListedUnit = z.infer<typeof treeUnitOutput>;
export const unitTreeInput = z.object({ municipalityId: idField });
export const unitTreeOutput = z.object({ place: placeOutput, units: z.array(treeUnitOutput), may: z.object({ manage: z.boolean(), figures: z.boolean() }) });

const choice = z.object({ id: idField, name: z.string(), kind: z.enum(unitKinds) });
export const changeOutput = z.object({
  id: idField, kind: z.enum(changeKinds), takesEffectOn: z.string(), reason: z.string(), act: z.object({ kind: actKindField.nullable(), number: z.string().nullable(), date: z.string().nullable() }),
  decidedAt: z.date(), state: z.enum(["ahead", "done", "recalled", "refused"]), refusal: z.string().nullable(),
  /** names of whom it is about, as they are called now, and the names that were decided */
  units: z.array(z.string()), names: z.array(z.string()),
  /** kinds of municipalities that were decided */
  municipalityKinds: z.array(z.enum(municipalityKinds)),
});
export type ListedChange = z.infer<typeof changeOutput>;
export const unitRecordInput = z.object({ unitId: idField });
export const unitRecordOutput = z.object({
  id: idField, kind: z.enum(unitKinds), name: z.string(), shortName: z.string(), oktmo: z.string().nullable(), municipalityKind: z.enum(municipalityKinds).nullable(), endedOn: z.string().nullable(), timeZone: z.string(), today: z.string(),
  municipality: z.object({ id: idField, name: z.string() }).nullable(),
  parents: z.array(choice), children: z.array(choice),
  versions: z.array(z.object({ validFrom: z.string(), validTo: z.string().nullable(), name: z.string(), oktmo: z.string().nullable(), municipalityKind: z.enum(municipalityKinds).nullable(), parent: z.string().nullable(), reason: z.string().nullable() })),
  predecessors: z.array(choice), successors: z.array(choice),
  changes: z.array(changeOutput),
  /** where it may move, with whom it may merge */
  places: z.array(choice), peers: z.array(choice),
  may: z.object({ change: z.boolean() }),
});
export type UnitRecord = z.infer<typeof unitRecordOutput>;

export const changesInput = z.object({ regionId: idField.nullable() });
export const changesOutput = z.array(changeOutput.extend({ unitId: idField, place: z.string() }));
export const addedUnitOutput = z.object({ unitId: idField });
export const decidedOutput = z.object({ changeId: idField, isDone: z.boolean() });
