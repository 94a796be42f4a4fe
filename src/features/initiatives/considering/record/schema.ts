import * as z from "zod";
import { plainDateField } from "@/shared/dates/fields";
import { idField } from "@/shared/ids/fields";
import { attachmentOutput } from "../../attachments/schema";
import { initiativeStatusField, initiatorKindField, paperOutput } from "../../schema";
import { evidenceOutput } from "../evidence/schema";
import { competenceField, decisionField, externalSystems, termOutput } from "../schema";
import { steps } from "../rules";

export const recordInput = z.object({ initiativeId: idField });
export const findInput = z.object({ number: z.number().int().min(1) });
export const findOutput = z.object({ initiativeId: idField });

export const courseEntry = z.object({
  id: idField,
  kind: z.string(),
  visibility: z.enum(["public", "author", "internal"]),
  at: z.date(),
  /** where the asker may know it; neither the author's nor the helper's: an organisation's people are named by function */
  byName: z.string().nullable(),
  byRole: z.string().nullable(),
  isByAuthor: z.boolean(),
  toStatus: initiativeStatusField.nullable(),
  text: z.string().nullable(),
});
export type CourseEntry = z.infer<typeof courseEntry>;

const verdictOutput = z.object({ decision: decisionField, competence: competenceField.nullable(), text: z.string() });

export const transferStates = ["offered", "recalled", "accepted", "returned", "disputed", "kept", "escalated", "imposed"] as const;
const kinOutput = z.object({ id: idField, number: z.number().int(), title: z.string() });

export const recordOutput = z.object({
  id: idField,
  number: z.number().int(),
  publicNumber: z.string(),
  version: z.number().int(),
  status: initiativeStatusField,
  title: z.string(),
  essence: z.string(),
  expectedResult: z.string(),
  placeText: z.string().nullable(),
  municipality: z.string(),
  region: z.string().nullable(),
  direction: z.object({ name: z.string(), nameEn: z.string() }),
  group: z.string().nullable(),
  submittedAt: z.date(),
  timeZone: z.string(),
  initiatorKind: initiatorKindField,
  isCollective: z.boolean(),
  /** how many have agreed to be authors beside the first */
  coAuthors: z.number().int(),
  isHelped: z.boolean(),
  organisation: z.string().nullable(),
  organisationHidden: z.boolean(),
  /** as the author agreed to be named in public */
  isAuthorErased: z.boolean(),
  publicAuthor: z.string().nullable(),
  supportCount: z.number().int(),
  competence: competenceField.nullable(),
  answer: z.string().nullable(),
  term: termOutput,
  dueAt: z.date().nullable(),
  course: z.array(courseEntry),
  attachments: z.array(attachmentOutput),
  evidence: evidenceOutput,
  proposal: verdictOutput.extend({ preparedBy: z.string(), preparedAt: z.date(), isStale: z.boolean() }).nullable(),
  /** what the lead sent back, until something new is prepared */
  returned: verdictOutput.partial().extend({ remark: z.string(), by: z.string().nullable(), at: z.date() }).nullable(),
  marathonId: idField,
  municipalityId: idField,
  directionId: idField,
  /** of an appeal: until when the law wants it answered, and sent on where others are competent */
  appeal: z.object({ dueAt: z.date(), redirectBy: z.date() }).nullable(),
  moderatesFirst: z.boolean(),
  /** until when the author has to answer */
  authorDueAt: z.date().nullable(),
  /** who of the group has it in hand; the group alone knows */
  assignee: z.object({ id: idField, name: z.string() }).nullable(),
  members: z.array(z.object({ id: idField, name: z.string() })),
  /** «направлено по принадлежности», oldest first */
  transfers: z.array(z.object({ id: idField, to: z.string(), toId: idField, state: z.enum(transferStates), reason: z.string(), answer: z.string().nullable(), at: z.date(), answeredAt: z.date().nullable() })),
  objection: z.object({ text: z.string(), at: z.date(), to: z.string(), answer: z.string().nullable(), answeredAt: z.date().nullable() }).nullable(),
  passings: z.array(z.object({ id: idField, system: z.enum(externalSystems), number: z.string(), link: z.string().nullable(), at: z.date() })),
  signed: z.object({ by: z.string(), number: z.string(), on: plainDateField.nullable() }).nullable(),
  /** the words before the author changed them; for the group and a moderator */
  wordings: z.array(z.object({ number: z.number().int(), title: z.string(), essence: z.string(), expectedResult: z.string(), replacedAt: z.date() })),
  kin: z.object({ into: kinOutput.nullable(), merged: z.array(kinOutput), from: kinOutput.nullable(), parts: z.array(kinOutput) }),
  nominations: z.array(
    z.object({ id: idField, from: z.string(), to: z.string(), isCurrent: z.boolean(), reason: z.string(), at: z.date(), answer: z.string().nullable(), answeredAt: z.date().nullable() }),
  ),
  similar: z.array(z.object({ id: idField, number: z.number().int(), publicNumber: z.string(), title: z.string(), status: initiativeStatusField })),
  people: z.object({ leads: z.array(z.string()), secretaries: z.array(z.string()) }),
  /** for the group, and whoever may know the author */
  paper: paperOutput.nullable(),
  /** what the asker may do with it now */
  actions: z.array(z.enum(steps)),
  canSeeAuthor: z.boolean(),
});
export type InitiativeRecord = z.infer<typeof recordOutput>;

/** kept: the author had their data erased; name and contact are kept with the appeal for the answer */
export const authorOutput = z.object({ name: z.string().nullable(), kept: z.object({ contact: z.string().nullable() }).nullable(), coAuthors: z.array(z.string()) });
export type AuthorOutput = z.infer<typeof authorOutput>;
