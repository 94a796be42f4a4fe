import * as z from "zod";
import { oktmoField } from "@/shared/codes/fields";
import { plainDateField, timeZoneField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField } from "@/shared/text/fields";
import type { FieldMessageKey } from "@/shared/errors/field-messages";
import { directionWish } from "../directions/schema";
import { structureLimits } from "../schema";

export const municipalityKinds = ["municipalDistrict", "municipalOkrug", "urbanOkrug", "urbanSettlement", "ruralSettlement"] as const;
export type MunicipalityKind = (typeof municipalityKinds)[number];

/** Zones of the country, west to east. */
export const russianZones = [
  "Europe/Kaliningrad", "Europe/Moscow", "Europe/Kirov", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk", "Asia/Irkutsk",
  "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
] as const;

export const adminRegionOutput = z.object({ id: idField, name: z.string(), timeZone: z.string(), municipalities: z.number().int(), participating: z.number().int(), setUp: z.number().int() });
export type AdminRegion = z.infer<typeof adminRegionOutput>;

export const adminMunicipalityOutput = z.object({
  id: idField,
  name: z.string(),
  shortName: z.string(),
  oktmo: z.string().nullable(),
  participates: z.boolean(),
  isSetUp: z.boolean(),
  /** who the administrator has appointed: heads and responsible persons, nobody else */
  heads: z.array(z.string()),
  responsible: z.array(z.string()),
});
export type AdminMunicipality = z.infer<typeof adminMunicipalityOutput>;

export const adminRoundOutput = z.object({
  id: idField, name: z.string(), slug: z.string(), startsOn: z.string(), endsOn: z.string(), closingEndsOn: z.string(), participating: z.number().int(),
  /** municipalities that a next round begins with: those that took part and stand, and heirs of those that don't */
  goingOn: z.number().int(),
  /** a moderator looks at every initiative before it is public */
  moderatesFirst: z.boolean(),
  directions: z.array(z.object({ id: idField, name: z.string(), nameEn: z.string(), initiatives: z.number().int() })),
});
export type AdminRound = z.infer<typeof adminRoundOutput>;

export const overviewOutput = z.object({ regions: z.array(adminRegionOutput), round: adminRoundOutput.nullable() });
export type AdminOverview = z.infer<typeof overviewOutput>;

export const regionInput = z.object({ regionId: idField });

export const addRegionInput = z.object({ name: lineField(3, structureLimits.name), timeZone: timeZoneField, key: idempotencyKeyField });

/** Joins the current marathon at once, where there is one. */
export const addMunicipalityInput = z.object({
  regionId: idField,
  name: lineField(3, structureLimits.name),
  /** empty: the same as the name */
  shortName: lineField(0, structureLimits.shortName),
  kind: z.enum(municipalityKinds, { error: "field.choice" satisfies FieldMessageKey }),
  oktmo: oktmoField,
  key: idempotencyKeyField,
});
export type AddMunicipalityInput = z.infer<typeof addMunicipalityInput>;

export const joinInput = z.object({ municipalityId: idField, key: idempotencyKeyField });

const dates = { startsOn: plainDateField, endsOn: plainDateField, closingEndsOn: plainDateField };

export const setDatesInput = z.object({
  marathonId: idField,
  name: lineField(3, structureLimits.name),
  ...dates,
  seen: z.object({ name: z.string(), startsOn: z.string(), endsOn: z.string(), closingEndsOn: z.string() }),
  key: idempotencyKeyField,
});
export type SetDatesInput = z.infer<typeof setDatesInput>;

export const setModerationInput = z.object({ marathonId: idField, moderatesFirst: z.boolean(), key: idempotencyKeyField });
export type SetModerationInput = z.infer<typeof setModerationInput>;

/** `copyFromId`: directions, terms and municipalities of an earlier round come along. */
export const addRoundInput = z.object({
  name: lineField(3, structureLimits.name),
  slug: z.string().trim().regex(/^[a-z0-9-]{2,40}$/, { error: "field.invalid" satisfies FieldMessageKey }),
  ...dates,
  copyFromId: idField.nullable(),
  key: idempotencyKeyField,
});
export type AddRoundInput = z.infer<typeof addRoundInput>;

export const saveDirectionInput = z.object({ marathonId: idField, ...directionWish });
export type SaveDirectionInput = z.infer<typeof saveDirectionInput>;

export const removeDirectionInput = z.object({ marathonId: idField, directionId: idField, key: idempotencyKeyField });

export const savedOutput = z.object({ id: idField });
