import * as z from "zod";
import { phoneField } from "@/shared/codes/phone-field";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { pageFields } from "@/shared/lists/cursor";
import { lineField } from "@/shared/text/fields";
import { birthDateFieldOrNone } from "../age/schema";
import { orNone, peopleLimits, personNameFields } from "../schema";

/** «дело № 4-М»: where the signed paper is kept. */
const paperCaseField = lineField(1, peopleLimits.paperCase);

export const deskFields = z.object({
  ...personNameFields,
  phone: orNone(phoneField),
  birthDate: birthDateFieldOrNone,
  /** of the registrar's post, another of the municipality, or none */
  organisationId: idField.nullable(),
  hiddenFromOrganisation: z.boolean(),
  /** the person has signed the paper form, whose text is this document's */
  signedOnPaper: z.literal(true, { error: "field.consent" }),
  processingDocumentId: idField,
  paperCase: paperCaseField,
  /** signed apart */
  publishNameDocumentId: idField.nullable(),
  /** from 14 to 16: which legal representative consents, and where their signature is kept */
  representativeName: lineField(0, 200),
  representativeCase: lineField(0, peopleLimits.paperCase),
});

export const deskRegisterInput = deskFields.extend({
  key: idempotencyKeyField,
  /** empty where a scan of the stack has the signature */
  paperCase: lineField(0, peopleLimits.paperCase),
  /** the scan of the stack of sheets that the person has signed in (stacks) */
  scanId: idField.nullable().default(null),
  /** the registrar's organisation, where the person is helped */
  atUnitId: idField,
  /** the registrar has looked at a possible double and goes on */
  isAnother: z.boolean(),
}).refine(({ paperCase, scanId }) => paperCase !== "" || scanId !== null, { path: ["paperCase"], error: "field.required" });
export type DeskRegisterInput = z.infer<typeof deskRegisterInput>;

export const deskRegisterOutput = z.discriminatedUnion("ok", [
  z.object({ ok: z.literal(true), personId: idField }),
  /** somebody of the same name and phone in the municipality; `known` where the registrar may see them */
  z.object({ ok: z.literal(false), reason: z.literal("possibleDouble"), known: z.object({ id: idField, name: z.string() }).nullable() }),
]);
export type DeskOutcome = z.infer<typeof deskRegisterOutput>;

/** An organisation in which the asker registers people. */
export const deskPlaceOutput = z.object({ unitId: idField, unitName: z.string(), municipalityId: idField, municipalityName: z.string() });
export type DeskPlace = z.infer<typeof deskPlaceOutput>;

/** none: not given yet · given: waits to be used · used: the account is open · expired */
export const slipStateField = z.enum(["none", "given", "used", "expired"]);

export const deskPersonOutput = z.object({
  id: idField,
  name: z.string(),
  phone: z.string().nullable(),
  createdAt: z.date(),
  registeredAtUnitId: idField.nullable(),
  registeredAtName: z.string().nullable(),
  organisationName: z.string().nullable(),
  slip: slipStateField,
  slipUntil: z.date().nullable(),
  hasPassword: z.boolean(),
  /** initiatives that the asker has helped with */
  helped: z.number().int(),
  /** drafts that they word together */
  drafts: z.number().int(),
  mayIssueSlip: z.boolean(),
  /** to write with them, to keep their form */
  mayAssist: z.boolean(),
});
export type DeskPerson = z.infer<typeof deskPersonOutput>;

export const deskListInput = z.object({ q: lineField(0, 100).optional(), ...pageFields(30) });
export const deskListOutput = z.object({ rows: z.array(deskPersonOutput), next: z.string().nullable(), total: z.number().int() });

export const personInput = z.object({ personId: idField });

/** The code is in this answer and nowhere else. */
export const slipOutput = z.object({
  name: z.string(),
  code: z.string(),
  address: z.string(),
  until: z.date(),
  unitName: z.string().nullable(),
  municipalityName: z.string().nullable(),
  hotlinePhone: z.string().nullable(),
  hotlineHours: z.string().nullable(),
});
export type Slip = z.infer<typeof slipOutput>;
