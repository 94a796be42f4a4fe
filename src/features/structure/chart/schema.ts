import * as z from "zod";
import { idField } from "@/shared/ids/fields";
import { placeOutput, roleField, roundOutput } from "../schema";

export const bodyKindField = z.enum(["coordinationGroup", "workingGroup", "hotline"]);
export const actKindField = z.enum(["order", "directive", "protocol"]);

/** Somebody's appointment, as colleagues see it: a name, no contacts. */
export const postOutput = z.object({
  id: idField,
  personId: idField,
  /** «Иванова Мария Петровна» */
  name: z.string(),
  role: roleField,
  unitId: idField.nullable(),
  bodyId: idField.nullable(),
  startsAt: z.date(),
  endsAt: z.date().nullable(),
  substitutesId: idField.nullable(),
  act: z.object({ kind: actKindField.nullable(), number: z.string().nullable(), date: z.string().nullable() }),
  /** was invited and has not opened the account yet */
  isInvited: z.boolean(),
  briefedAt: z.date().nullable(),
  acknowledgedAt: z.date().nullable(),
  /** the act's scan is there */
  hasScan: z.boolean(),
  isMine: z.boolean(),
});
export type Post = z.infer<typeof postOutput>;

export const gapKinds = [
  "hotlineWithoutPhone", "hotlineWithoutOperator", "hotlineWithoutDuty", "directionWithoutGroup", "groupWithoutLead", "groupWithoutDirection", "organisationWithoutGroup",
  "organisationWithoutCoordinator", "leftWork", "coordinatorWithoutBriefing", "briefingNotAcknowledged", "aboutToEnd", "withoutAct", "withoutScan", "notAccepted",
] as const;
export const gapKindField = z.enum(gapKinds);
export type GapKind = z.infer<typeof gapKindField>;

/** What is missing, of what, and whether the asker may mend it. */
export const gapOutput = z.object({
  kind: gapKindField,
  /** of the direction, body, unit or appointment; null for the hotline */
  id: idField.nullable(),
  name: z.string(),
  /** where an appointment is held */
  where: z.string().nullable(),
  role: roleField.nullable(),
  at: z.date().nullable(),
  mayMend: z.boolean(),
});
export type Gap = z.infer<typeof gapOutput>;

export const chartDirectionOutput = z.object({ id: idField, name: z.string(), nameEn: z.string(), groupId: idField.nullable() });
export const chartBodyOutput = z.object({ id: idField, kind: bodyKindField, name: z.string(), posts: z.array(postOutput) });
export const chartOrganisationOutput = z.object({ id: idField, name: z.string(), shortName: z.string(), kind: z.string().nullable(), address: z.string().nullable(), groupIds: z.array(idField), posts: z.array(postOutput) });

/** The whole structure of a municipality in its marathon, as far as the asker may see it. */
export const chartOutput = z.object({
  place: placeOutput.extend({ headTitle: z.string().nullable() }),
  round: roundOutput.nullable(),
  isSetUp: z.boolean(),
  /** the marathon's days and the municipality's own were looked at on the way through the set-up */
  areDatesChecked: z.boolean(),
  hotline: z.object({
    phone: z.string().nullable(), hours: z.string().nullable(),
    /** while questions come in somebody has to be on the roster within a week */
    lacksDuty: z.boolean(),
  }),
  directions: z.array(chartDirectionOutput),
  /** head, responsible person, moderator */
  posts: z.array(postOutput),
  bodies: z.array(chartBodyOutput),
  organisations: z.array(chartOrganisationOutput),
  gaps: z.array(gapOutput),
  /** the whole municipality, or one's own organisation alone */
  isWhole: z.boolean(),
  may: z.object({ setUp: z.boolean(), manage: z.boolean(), review: z.boolean() }),
});
export type Chart = z.infer<typeof chartOutput>;
export type ChartBody = z.infer<typeof chartBodyOutput>;
export type ChartOrganisation = z.infer<typeof chartOrganisationOutput>;
export type ChartDirection = z.infer<typeof chartDirectionOutput>;

export const chartInput = z.object({ municipalityId: idField });
