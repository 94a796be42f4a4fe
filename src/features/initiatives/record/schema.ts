import { z } from "zod";
import { publicInitiativeStatuses } from "@/access/rules/initiative";
import { idField } from "@/shared/ids/fields";
import { idempotencyKeyField } from "@/shared/ids/idempotency";
import { lineField, textField } from "@/shared/text/fields";
import { attachmentOutput } from "../attachments/schema";
import { evidenceOutput } from "../considering/evidence/schema";
import { initiativeFields, initiativeStatusField, initiatorKindField, paperOutput } from "../schema";

export const numberInput = z.object({ number: z.number().int().positive() });

/** Where a number leads that was merged into another; null for one that wasn't, or whose other isn't public. */
export const mergedIntoOutput = z.object({ number: z.number().int().nullable() });

/** Who speaks in a step, by function and never by name. */
export const speakers = ["author", "coordinator", "group", "municipality", "moderator", "council", "country"] as const;
export type Speaker = (typeof speakers)[number];

/** A step of the course, as it may be told to who looks. */
export const courseEntry = z.object({
  by: z.enum(speakers).nullable(),
  id: idField,
  kind: z.string(),
  at: z.date(),
  toStatus: initiativeStatusField.nullable(),
  text: z.string().nullable(),
});
export type CourseEntry = z.infer<typeof courseEntry>;

export const publicRecordOutput = z.object({
  number: z.number().int(),
  publicNumber: z.string(),
  title: z.string(),
  essence: z.string(),
  expectedResult: z.string(),
  placeText: z.string().nullable(),
  /** in degrees */
  point: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  /** the organisation that it is of, by its director */
  fromOrganisation: z.string().nullable(),
  isAppeal: z.boolean(),
  /** of an appeal: until when the law wants it answered */
  appealDueAt: z.date().nullable(),
  /** the key question that it answers */
  keyQuestion: z.string().nullable(),
  municipality: z.string(),
  municipalityId: idField,
  direction: z.string(),
  directionId: idField,
  /** the working group that considers it */
  group: z.string().nullable(),
  status: initiativeStatusField,
  competence: z.enum(["municipal", "regional", "federal"]).nullable(),
  /** null unless the author consented to be named */
  authorName: z.string().nullable(),
  /** the author had their data erased; the words stay */
  isAuthorErased: z.boolean(),
  initiatorKind: initiatorKindField,
  collective: z.boolean(),
  /** who has agreed to be an author, too: how many, and those who may be named */
  coAuthors: z.object({ count: z.number().int(), names: z.array(z.string()) }),
  /** the organisation whose coordinator helped; coordinators are named by function in public */
  helpedAt: z.string().nullable(),
  supportCount: z.number().int(),
  submittedAt: z.date(),
  dueAt: z.date().nullable(),
  isPaused: z.boolean(),
  decidedAt: z.date().nullable(),
  answer: z.string().nullable(),
  /** IANA, of the municipality */
  timeZone: z.string(),
  /** how many like it were merged into it: their authors are authors of it */
  mergedCount: z.number().int(),
  /** of the official answer on paper */
  signed: z.object({ by: z.string(), number: z.string(), on: z.string().nullable() }).nullable(),
  course: z.array(courseEntry),
  attachments: z.array(attachmentOutput),
  evidence: evidenceOutput,
});
export type PublicRecord = z.infer<typeof publicRecordOutput>;

export const ownRecordOutput = publicRecordOutput.extend({
  version: z.number().int(),
  isMine: z.boolean(),
  isCoAuthor: z.boolean(),
  isPublic: z.boolean(),
  /** what the group asks the author, or a moderator to change */
  question: z.string().nullable(),
  /** until when the author has to answer */
  authorDueAt: z.date().nullable(),
  /** the number of the one that it went into */
  mergedInto: z.number().int().nullable(),
  /** its author alone can't withdraw it: others are authors of it, too */
  isHeldByOthers: z.boolean(),
  paper: paperOutput.nullable(),
  may: z.object({ withdraw: z.boolean(), answerClarification: z.boolean(), resubmit: z.boolean(), object: z.boolean(), correctPlace: z.boolean() }),
});
export type OwnRecord = z.infer<typeof ownRecordOutput>;

export const mineRow = z.object({
  number: z.number().int(),
  publicNumber: z.string(),
  title: z.string(),
  municipality: z.string(),
  direction: z.string(),
  status: initiativeStatusField,
  supportCount: z.number().int(),
  submittedAt: z.date(),
  dueAt: z.date().nullable(),
  question: z.string().nullable(),
  answer: z.string().nullable(),
  timeZone: z.string(),
  /** of whom: in the lists of those who helped */
  authorName: z.string().nullable(),
  helpedByMe: z.boolean(),
});
export type MineRow = z.infer<typeof mineRow>;
export const mineOutput = z.object({ rows: z.array(mineRow), next: z.string().nullable() });

export const gatheredScopes = ["organisation", "helped"] as const;

const step = numberInput.extend({ version: z.number().int(), key: idempotencyKeyField });
export const withdrawInput = step.extend({ reason: lineField(0, 500).nullable().default(null) });
export const answerLimits = { min: 2, max: 4_000 } as const;
export const answerInput = step.extend({ text: textField(answerLimits.min, answerLimits.max) });
export const objectionLimits = { min: 20, max: 4_000 } as const;
export const objectInput = step.extend({ text: textField(objectionLimits.min, objectionLimits.max) });
const resubmitFields = initiativeFields.pick({ title: true, essence: true, expectedResult: true, placeText: true });
export const resubmitInput = step.extend(resubmitFields.shape);
export type ResubmitFields = z.infer<typeof resubmitFields>;
export const correctPlaceInput = step.extend({
  municipalityId: idField,
  directionId: idField,
  /** as they shall stand; left out: as they are */
  placeText: initiativeFields.shape.placeText.optional(),
  point: z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) }).nullable().optional(),
});
export const stepOutput = z.object({ number: z.number().int(), status: initiativeStatusField, version: z.number().int() });
export type StepOutput = z.infer<typeof stepOutput>;

/** `on` is what the person wants, so that a repeated click changes nothing. */
export const supportInput = numberInput.extend({ on: z.boolean() });
/** What the person has to do with it: supports it, follows it, wrote it. */
export const supportOutput = z.object({ supported: z.boolean(), following: z.boolean(), supportCount: z.number().int(), isMine: z.boolean() });
export type Support = z.infer<typeof supportOutput>;

export function isPublicStatus(status: string): boolean {
  return (publicInitiativeStatuses as readonly string[]).includes(status);
}
